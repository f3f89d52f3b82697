import type { EditorHost } from "../../contract/editor-host.ts";
import { isLocalResult, type LocalResult, type SearchResult } from "../../contract/search.ts";
import type { SequencePlayback } from "../../contract/sequence-playback.ts";
import type { EditorLink } from "../editor/editor-link.ts";
import type { Player } from "../model/player.ts";
import { TEXT, remoteText } from "../words/messages.ts";
import { failure, info, type Notice } from "../words/notice.ts";
import { placeIn } from "./same-place.ts";
import { correct } from "./steer.ts";

export interface PictureParts {
  readonly player: Player;
  readonly editor: EditorLink;
  /** Where a track begins to play: its passage, or its best moment. */
  readonly startOf: (result: LocalResult) => number;
  readonly tell: (notice: Notice) => void;
  readonly changed: () => void;
}

/** A playback of the sequence that the panel has started. */
interface Run {
  /** Where the music begins, in seconds of the sequence. */
  readonly from: number;
  /** What the host told last, and when that was by the page's clock. */
  told: SequencePlayback;
  toldAt: number;
}

/**
 * Plays music and picture together: a track begins with its best moment at the in point or the
 * playhead, where Insert would lay it. Nothing here rejects.
 */
export class Picture {
  private run: Run | null = null;
  private isStarting = false;

  constructor(private readonly parts: PictureParts) {}

  get isRunning(): boolean {
    return this.run !== null;
  }

  /** Seconds since the music began, by the picture; null while that does not run. */
  get offset(): number | null {
    if (this.run === null) return null;
    const { told, toldAt, from } = this.run;
    return told.at + (performance.now() - toldAt) / 1000 - from;
  }

  /** Plays `result` with the picture, or stops both. */
  async toggle(result: SearchResult): Promise<void> {
    if (this.isRunning) return this.stop();
    const { editor, tell } = this.parts;
    const { host } = editor;
    if (host === null) return tell(info(TEXT.noEditor));
    if (!isLocalResult(result)) {
      return tell(
        info(`“${result.track.title}”: ${remoteText(result.track, editor.downloadHosts)}`),
      );
    }
    if (this.isStarting) return;
    this.isStarting = true;
    try {
      await this.start(host, result);
    } catch (thrown) {
      tell(failure(thrown));
    }
    this.isStarting = false;
  }

  /** Stops the picture, and the music with it. */
  async stop(): Promise<void> {
    if (this.run === null) return;
    this.end();
    await this.parts.editor.host?.stopSequence().catch(() => undefined);
  }

  /** Moves both by `seconds`; false while no picture runs. */
  seekBy(seconds: number): boolean {
    const { run, offset } = this;
    const { host } = this.parts.editor;
    if (run === null || offset === null || host === null) return false;
    const from = Math.max(0, run.from + offset + seconds);
    void this.goTo(host, from);
    return true;
  }

  /** The host has told how its playback stands. */
  heard(playback: SequencePlayback): void {
    if (this.run === null) return;
    this.note(this.run, playback);
    if (playback.isPlaying) this.steer(playback);
    else this.end();
  }

  private async start(host: EditorHost, result: LocalResult): Promise<void> {
    const { player, editor, startOf } = this.parts;
    const { sequence } = await editor.readPlace();
    const from = sequence?.range?.start ?? sequence?.playhead ?? 0;
    if (!editor.playsSequence) {
      await host.playSequence({ from }); // It says why it does not.
      return;
    }
    const start = startOf(result);
    player.play(result, start);
    // The picture waits for the music, whose start takes longer.
    if (!(await player.whenPlaying())) return;
    try {
      const told = await host.playSequence({ from: from + (player.playback.time - start) });
      this.run = { from, told, toldAt: performance.now() };
      this.parts.changed();
    } catch (thrown) {
      player.pause();
      throw thrown;
    }
  }

  private async goTo(host: EditorHost, from: number): Promise<void> {
    try {
      const told = await host.playSequence({ from });
      if (this.run === null) return;
      this.note(this.run, told);
      this.steer(told);
    } catch (thrown) {
      this.end();
      this.parts.tell(failure(thrown));
    }
  }

  private note(run: Run, told: SequencePlayback): void {
    run.told = told;
    run.toldAt = performance.now();
  }

  /** Keeps the music with the picture; once a track is over, the picture runs on alone. */
  private steer({ frame }: SequencePlayback): void {
    const { player } = this.parts;
    const { result, status, time } = player.playback;
    const { offset } = this;
    if (result === null || status !== "playing" || offset === null) return;
    const place = placeIn(result, this.parts.startOf(result), offset);
    if (place === null) return;
    const correction = correct(time - place, frame);
    if (correction.kind === "rate") return player.setRate(correction.rate);
    player.setRate(1);
    player.seekTo(place);
  }

  private end(): void {
    const { player, changed } = this.parts;
    this.run = null;
    player.setRate(1);
    player.pause();
    changed();
  }
}
