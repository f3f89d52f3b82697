import type { TrackTag } from "../../contract/cue-sheet.ts";
import type { EditorHost } from "../../contract/editor-host.ts";
import { asNeedledropError } from "../../contract/errors.ts";
import { KEPT_LIMIT, type KeptEntry, type ListId } from "../../contract/kept.ts";
import type { Project } from "../../contract/place.ts";
import type { SearchResult } from "../../contract/search.ts";
import { KEPT } from "../words/kept.ts";
import type { Kept } from "./kept.ts";

/** The lists that can be looked at; `used`: what is used in the open project. */
export type ShownList = "favourites" | "recent" | "used" | `collection:${string}`;

/** An entry of the list in sight. */
export interface ShownEntry {
  readonly tag: TrackTag;
  /** When it came into the list, in milliseconds since 1970; null if that is not known. */
  readonly at: number | null;
  /** Whether it is heard in the open sequence; null where that was not asked. */
  readonly isInSequence: boolean | null;
  /** The track, null where no index holds it, undefined while it is being looked up. */
  readonly result: SearchResult | null | undefined;
}

export interface KeptTabParts {
  readonly kept: Pick<Kept, "lists">;
  readonly tracks: (ids: readonly string[]) => Promise<(SearchResult | null)[]>;
  readonly host: () => EditorHost | null;
  readonly project: () => Project | null;
  /** Tracks of the list in sight have been found. */
  readonly found: () => void;
  readonly changed: () => void;
}

/** The list in sight, with its tracks as the index knows them. Nothing here rejects. */
export class KeptTab {
  private list: ShownList = "favourites";
  private known = new Map<string, SearchResult | null>();
  private asked = new Set<string>();
  private sequence: readonly TrackTag[] = [];
  private trouble: string | null = null;

  /** Whether the list is looked at; what is not, is looked up later. */
  isInSight = false;
  /** Resolves when the tracks of the list in sight are known. */
  whenFound: Promise<void> = Promise.resolve();

  constructor(private readonly parts: KeptTabParts) {}

  /** A collection that is gone gives way. */
  get shown(): ShownList {
    const { list } = this;
    if (!list.startsWith("collection:")) return list;
    return this.parts.kept.lists.collection(idIn(list)) === undefined ? "favourites" : list;
  }

  /** Why the open sequence was not read, if so. */
  get problem(): string | null {
    return this.shown === "used" ? this.trouble : null;
  }

  /** In the order in which they are shown. */
  get entries(): readonly ShownEntry[] {
    const { shown } = this;
    const entries = shown === "used" ? this.used() : this.keptIn(shown);
    return entries.map((entry) => ({ ...entry, result: this.known.get(entry.tag.trackId) }));
  }

  /** The tracks that can be worked with, in order. */
  get results(): readonly SearchResult[] {
    return this.entries.flatMap(({ result }) => result ?? []);
  }

  /** Shows a list, with what is used in the sequence as it is now. */
  show(list: ShownList): Promise<void> {
    this.list = list;
    this.parts.changed();
    this.whenFound = (list === "used" ? this.readSequence() : Promise.resolve()).then(() =>
      this.look(),
    );
    return this.whenFound;
  }

  /** Looks again: the lists, the index or the sequence may have changed. */
  refresh(): Promise<void> {
    return this.show(this.shown);
  }

  /** What is kept has changed. */
  follow(): void {
    if (this.isInSight) void this.look();
  }

  /** The index has changed: what it held before may be gone, and what it lacked may be there. */
  forget(): void {
    this.known = new Map();
    this.asked = new Set();
    this.follow();
  }

  /** Looks up the tracks of the list that are not known yet. */
  async look(): Promise<void> {
    const { asked, known } = this;
    const ids = this.entries.map(({ tag }) => tag.trackId).filter((id) => !asked.has(id));
    if (ids.length === 0) return;
    ids.forEach((id) => asked.add(id));
    try {
      const results = await this.parts.tracks(ids.slice(0, KEPT_LIMIT));
      ids.forEach((id, at) => known.set(id, results[at] ?? null));
    } catch {
      // The panel says what is wrong with the engine; the list asks again when it is looked at.
      ids.forEach((id) => asked.delete(id));
    }
    this.parts.found();
    this.parts.changed();
  }

  private keptIn(list: ListId): Omit<ShownEntry, "result">[] {
    return this.parts.kept.lists
      .entries(list)
      .map(({ tag, at }) => ({ tag, at, isInSequence: null }));
  }

  /** First what is heard in the open sequence, in that order, then what else went into the project. */
  private used(): Omit<ShownEntry, "result">[] {
    const project = this.parts.project();
    const list: ListId | null = project === null ? null : `used:${project.id}`;
    const { lists } = this.parts.kept;
    const heard = new Map(this.sequence.map((tag) => [tag.trackId, tag]));
    const atOf = (id: string): number | null =>
      list === null ? null : (lists.find([list, id])?.at ?? null);
    const elsewhere = (list === null ? [] : lists.entries(list)).filter(isNotIn(heard));
    return [
      ...[...heard.values()].map((tag) => ({ tag, at: atOf(tag.trackId), isInSequence: true })),
      ...elsewhere.map(({ tag, at }) => ({ tag, at, isInSequence: false })),
    ];
  }

  private async readSequence(): Promise<void> {
    const host = this.parts.host();
    this.trouble = host === null ? KEPT.usedNoEditor : null;
    this.sequence = [];
    if (host !== null) {
      try {
        const { rows } = await host.readCueSheet();
        this.sequence = rows.map(({ trackId, title, artist, licence }) => ({
          trackId,
          title,
          artist,
          licence,
        }));
      } catch (thrown) {
        const { what, next } = asNeedledropError(thrown);
        this.trouble = `${what} ${next}`;
      }
    }
    this.parts.changed();
  }
}

const isNotIn =
  (heard: ReadonlyMap<string, TrackTag>) =>
  ({ tag }: KeptEntry): boolean =>
    !heard.has(tag.trackId);

/** The id of a collection, from that of its list. */
export const idIn = (list: ShownList): string => list.replace(/^collection:/, "");
