import type { ConversionSource, WavSink } from "../../contract/conversion.ts";
import { AudioError } from "../../contract/errors.ts";
import type { Fit, FitEngine } from "../../contract/fit.ts";
import type { LocalResult } from "../../contract/search.ts";
import type { LocalTrack } from "../../contract/track.ts";
import { shortHash } from "../../shared/short-hash.ts";
import type { Player, PlayerAudio } from "../model/player.ts";
import { failure, type Notice } from "../words/notice.ts";

/** What hearing a fit needs of the panel. */
export interface FitAudioParts {
  readonly player: () => Player;
  readonly source: (track: LocalTrack, signal: AbortSignal) => ConversionSource;
  readonly whenReady: () => Promise<Pick<FitEngine, "renderFit">>;
  readonly tell: (notice: Notice) => void;
  readonly changed: () => void;
}

/** Largest WAV that is held to be heard: half an hour of stereo. */
const MOST_WAV = 500_000_000;

/** A fit that can be heard. */
interface Heard {
  readonly fit: Fit;
  /** What the player plays: the fit as a track of its own. */
  readonly result: LocalResult;
  /** What it was made of. */
  readonly original: LocalResult;
  readonly url: string;
}

/**
 * Lets a fit be heard before it is laid. It plays in the player as a track of its own, so that what
 * sounds is one thing at a time. Nothing here rejects.
 */
export class FitAudio {
  private heard: Heard | null = null;
  private rendering = new AbortController();
  private isAtIt = false;

  constructor(private readonly parts: FitAudioParts) {}

  /** Whether a fit is being made audible. */
  get isRendering(): boolean {
    return this.isAtIt;
  }

  /** The address of a fit; null for every other track. */
  urlOf(track: LocalTrack): string | null {
    return this.heard?.result.track.id === track.id ? this.heard.url : null;
  }

  /** The track that a fit in the player was made of; any other result as it is. */
  originalOf(result: LocalResult): LocalResult {
    return this.heard?.result.track.id === result.track.id ? this.heard.original : result;
  }

  /** Where this fit plays, or was paused, in seconds from its beginning; null while it does not. */
  timeOf(fit: Fit): number | null {
    const { playback } = this.parts.player();
    if (!this.isIn(fit) || playback.status === "stopped") return null;
    return playback.time;
  }

  isSounding(fit: Fit): boolean {
    return this.isIn(fit) && this.parts.player().isSounding;
  }

  /** Plays or pauses a fit; `from` (seconds) given: plays from there. */
  async play(original: LocalResult, fit: Fit, from: number | null = null): Promise<void> {
    const player = this.parts.player();
    if (this.isSounding(fit) && from === null) return player.pause();
    const held = this.heard?.fit === fit ? this.heard : await this.render(original, fit);
    if (held !== null) player.play(held.result, from);
  }

  /** Plays the original from the place that sounds in the fit, or the fit from there again. */
  async compare(original: LocalResult, fit: Fit): Promise<void> {
    const player = this.parts.player();
    const { time } = player.playback;
    if (this.isIn(fit)) return player.play(original, sourceAt(fit, time));
    const at = player.holds(original.track.id) ? fitAt(fit, time) : null;
    await this.play(original, fit, at ?? 0);
  }

  /** Silences a fit, and lets go of it. */
  letGo(): void {
    this.rendering.abort();
    const { heard } = this;
    if (heard === null) return;
    const player = this.parts.player();
    if (player.holds(heard.result.track.id)) {
      player.stop();
      player.offer(heard.original);
    }
    this.heard = null;
    URL.revokeObjectURL(heard.url);
  }

  private isIn(fit: Fit): boolean {
    return this.heard?.fit === fit && this.parts.player().holds(this.heard.result.track.id);
  }

  private async render(original: LocalResult, fit: Fit): Promise<Heard | null> {
    this.rendering.abort();
    this.rendering = new AbortController();
    const { signal } = this.rendering;
    this.enter(true);
    try {
      const engine = await this.parts.whenReady();
      const wav = memory();
      await engine.renderFit(this.parts.source(original.track, signal), fit, wav.sink);
      if (signal.aborted) return null;
      this.letGo();
      const url = URL.createObjectURL(new Blob(wav.pieces(), { type: "audio/wav" }));
      this.heard = { fit, original, url, result: asResult(original, fit) };
      return this.heard;
    } catch (thrown) {
      if (!signal.aborted) this.parts.tell(failure(thrown));
      return null;
    } finally {
      if (signal === this.rendering.signal) this.enter(false);
    }
  }

  private enter(isAtIt: boolean): void {
    this.isAtIt = isAtIt;
    this.parts.changed();
  }
}

/** The place in the track that sounds at a place of the fit, both in seconds. */
export function sourceAt({ passages }: Pick<Fit, "passages">, time: number): number {
  const passage = passages.filter(({ at }) => at <= time).at(-1) ?? passages[0];
  if (passage === undefined) return 0;
  const { start, end } = passage.source;
  return Math.min(end, start + Math.max(0, time - passage.at));
}

/** The first place of the fit where a place of the track sounds; null if none does. */
export function fitAt({ passages }: Pick<Fit, "passages">, time: number): number | null {
  const passage = passages.find(({ source }) => source.start <= time && time < source.end);
  return passage === undefined ? null : passage.at + time - passage.source.start;
}

/** What tells a fit from every other fit of any track. */
export const fitHash = ({ audio, file }: LocalTrack, fit: Fit): string =>
  shortHash(JSON.stringify([audio.path, file?.hash ?? "", fit])).slice(0, 8);

function asResult(original: LocalResult, fit: Fit): LocalResult {
  const id = `fit ${fitHash(original.track, fit)}`;
  const { seconds } = fit;
  const audio = { kind: "file", path: id } as const;
  const track = { ...original.track, id, seconds, audio };
  // What is known of the track lies elsewhere in the fit.
  delete track.structure;
  delete track.heard;
  return { ...original, track, section: { start: 0, end: seconds } };
}

/** Takes a WAV file into memory. */
function memory(): { readonly sink: WavSink; pieces(): Uint8Array<ArrayBuffer>[] } {
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  const sink: WavSink = {
    begin: (bytes) => {
      pieces = [];
      return bytes <= MOST_WAV ? Promise.resolve(true) : Promise.reject(tooLong());
    },
    write: (bytes) => {
      pieces.push(new Uint8Array(bytes));
      return Promise.resolve();
    },
  };
  return { sink, pieces: () => pieces };
}

const tooLong = (): AudioError =>
  new AudioError({
    what: "The fit is too long to be heard in the panel.",
    next: "Lay it, and hear it in the editor.",
  });

/** Where a player finds audio: that of a fit, and that of any other track. */
export const withFits = (audio: PlayerAudio, fits: Pick<FitAudio, "urlOf">): PlayerAudio => ({
  urlOf: (track) => fits.urlOf(track) ?? audio.urlOf(track),
  read: (track) => audio.read(track),
});
