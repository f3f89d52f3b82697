import type { LocalResult, SearchResult } from "../../../src/contract/search.ts";
import { Compare } from "../../../src/panel/compare/compare.ts";
import { Picture } from "../../../src/panel/compare/picture.ts";
import { Pins } from "../../../src/panel/compare/pins.ts";
import { EditorLink } from "../../../src/panel/editor/editor-link.ts";
import { Player } from "../../../src/panel/model/player.ts";
import type { Notice } from "../../../src/panel/words/notice.ts";
import { FakeMedia } from "../fake-media.ts";
import { resultOf } from "../results.ts";
import { TestEditor } from "../test-editor.ts";

/** A track that fits from `start` seconds on, and is so loud. */
export const trackOf = (id: string, start: number, integrated: number): LocalResult =>
  resultOf({
    section: { start, end: start + 10 },
    track: {
      ...{ id, title: id.toUpperCase(), audio: { kind: "bundled", path: `audio/${id}.mp3` } },
      heard: { loudness: { integrated, range: 5, peak: -1 } },
    },
  });

export const DAWN = trackOf("dawn", 20, -12);
export const DUSK = trackOf("dusk", 40, -18);
export const NOON = trackOf("noon", 5, -15);

/** Comparing with audio elements that do nothing by themselves. */
export class CompareBench {
  /** The player's own element, and those of pinned tracks in the order in which they were made. */
  readonly own = new FakeMedia();
  readonly made: FakeMedia[] = [];
  readonly gone: string[] = [];
  readonly selected: string[] = [];
  notice: Notice | null = null;
  readonly pins: Pins;
  readonly player: Player;
  readonly picture: Picture;
  readonly compare: Compare;

  private constructor(
    readonly link: EditorLink,
    readonly editor: TestEditor,
  ) {
    const startOf = ({ section }: LocalResult): number => section.start;
    const urlOf = ({ audio }: LocalResult["track"]): string => audio.path;
    const read = (): Promise<null> => Promise.resolve(null);
    this.pins = new Pins({
      newMedia: () => {
        const media = new FakeMedia();
        this.made.push(media);
        return media.element;
      },
      newAudio: () => ({ urlOf, read, letGo: () => this.gone.push("audio") }),
    });
    const shared = { changed: () => undefined, tell: (told: Notice) => (this.notice = told) };
    const options = { startOf, voices: this.pins };
    this.player = new Player(this.own.element, { urlOf, read }, shared.changed, options);
    this.picture = new Picture({ player: this.player, editor: link, startOf, ...shared });
    this.compare = new Compare({
      ...{ pins: this.pins, player: this.player, picture: this.picture, editor: link, startOf },
      ...shared,
      select: (result: SearchResult) => this.selected.push(result.track.id),
    });
  }

  static async open(): Promise<CompareBench> {
    const editor = new TestEditor();
    let bench: CompareBench | null = null;
    const link = new EditorLink(
      () => Promise.resolve(editor),
      () => undefined,
      () => undefined,
      (playback) => bench?.picture.heard(playback),
    );
    bench = new CompareBench(link, editor);
    await link.start();
    return bench;
  }

  /** The element that the player plays with. */
  get playing(): FakeMedia {
    return this.player.media as unknown as FakeMedia;
  }

  /** What was wished for comes to be heard. */
  sound(): void {
    this.playing.fire("playing");
  }
}
