import { asNeedledropError } from "../../contract/errors.ts";
import type { EditorHost } from "../../contract/editor-host.ts";
import type { Sight } from "../../contract/sight.ts";
import type { EditorLink } from "../editor/editor-link.ts";
import { unreadableText } from "../words/editor-messages.ts";
import { TEXT } from "../words/messages.ts";
import { failure, info, type Notice } from "../words/notice.ts";
import { picturesMissing, SCENE } from "../words/scene.ts";
import { keyOf, type Part } from "./part.ts";
import { partsOf } from "./parts-of.ts";
import { seenParts } from "./seen-parts.ts";
import { SceneCaption } from "./scene-caption.ts";
import { lookAt, type Eyes } from "./scene-looker.ts";
import { sourceChips, type SourceChip } from "./source-chips.ts";

/** What the reader works with. */
export interface SceneSources {
  readonly link: Pick<EditorLink, "host">;
  readonly eyes: Eyes;
  /** What stands in the search box now. */
  description(): string;
  /** Searches for another description. */
  search(description: string): Promise<void>;
  tell(notice: Notice): void;
  changed(): void;
}

/** What the panel shows of it. */
export interface SceneView {
  /** Whether the texts are being read. */
  readonly isReading: boolean;
  /** What in the description comes from the selection. */
  readonly chips: readonly SourceChip[];
  /** Why the pictures say nothing; null if they do, or were not looked at. */
  readonly note: string | null;
}

/**
 * Describes what is selected in the editor: at once from its texts, and then, when they are there,
 * from its pictures as well. Nothing here rejects.
 */
export class SceneReader {
  private readonly caption = new SceneCaption();
  private reading = false;
  private looking: AbortController | null = null;
  private note: string | null = null;

  constructor(private readonly sources: SceneSources) {}

  get view(): SceneView {
    const chips = sourceChips(this.caption.standing(this.sources.description()));
    return { isReading: this.reading, chips, note: this.note };
  }

  /** Whether pictures are being looked at. */
  get isLooking(): boolean {
    return this.looking !== null;
  }

  /** Phrases of a description that are to be read as plain words. */
  literal(description: string): readonly string[] {
    return this.caption.literal(description);
  }

  /** Puts the selection into words. Resolves when its texts are read; its pictures come later. */
  async read(): Promise<void> {
    const { host } = this.sources.link;
    if (host === null || this.reading) return;
    this.stop();
    this.reading = true;
    this.note = null;
    this.sources.changed();
    let found: Part[] | null = null;
    try {
      found = await this.readTexts(host);
    } catch (thrown) {
      this.sources.tell(failure(thrown));
    } finally {
      this.reading = false;
      this.sources.changed();
    }
    if (found === null) return;
    void this.look(host, found.length > 0);
    await this.put(this.caption.begin(this.sources.description(), found));
  }

  /** Takes one source of the description away. */
  remove(key: string): Promise<void> {
    return this.put(this.caption.remove(this.sources.description(), key));
  }

  /** Takes all sources away; the editor's own words stay. */
  removeAll(): Promise<void> {
    this.stop();
    this.note = null;
    return this.put(this.caption.removeAll(this.sources.description()));
  }

  /** Looks no further at pictures. */
  stop(): void {
    this.looking?.abort();
    this.looking = null;
    this.sources.changed();
  }

  /** Null where nothing is selected. */
  private async readTexts(host: EditorHost): Promise<Part[] | null> {
    const selection = await host.readSelection();
    const { clips, unreadable } = selection;
    // Clips that could not be read are no sign that none was selected.
    if (unreadable.length > 0) this.sources.tell(info(unreadableText(unreadable)));
    else if (clips.length === 0) this.sources.tell(info(TEXT.nothingSelected));
    return clips.length === 0 ? null : partsOf(selection);
  }

  private async look(host: EditorHost, hasWords: boolean): Promise<void> {
    const looking = new AbortController();
    this.looking = looking;
    this.sources.changed();
    let parts: Part[] = [];
    let early: Part[] = [];
    let note: string | null = null;
    /** What the pictures show is said while captioners still write. */
    const sayEarly = (sight: Sight): void => {
      if (looking.signal.aborted) return;
      early = seenParts(sight);
      if (early.length > 0) void this.put(this.caption.join(this.sources.description(), early));
    };
    try {
      parts = seenParts(await lookAt(host, this.sources.eyes, looking.signal, sayEarly));
      if (parts.length === 0) note = SCENE.nothingSeen;
    } catch (thrown) {
      note = picturesMissing(asNeedledropError(thrown));
    }
    if (looking.signal.aborted) return;
    this.looking = null;
    this.note = note;
    if (parts.length === 0 && !hasWords) this.sources.tell(info(TEXT.noWordsInSelection));
    const said = new Set(early.map(keyOf));
    const late = parts.filter((part) => !said.has(keyOf(part)));
    if (late.length > 0) await this.put(this.caption.join(this.sources.description(), late));
    this.sources.changed();
  }

  private put(description: string): Promise<void> {
    return this.sources.search(description);
  }
}
