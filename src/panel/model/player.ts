import type { LocalResult } from "../../contract/engine.ts";
import { AudioError } from "../../contract/errors.ts";
import type { LocalAudio } from "../../contract/track.ts";

export type PlayerStatus = "stopped" | "starting" | "playing" | "paused" | "failed";

export interface Playback {
  /** What is in the player, or null while it is empty. */
  readonly result: LocalResult | null;
  readonly status: PlayerStatus;
  /** Seconds from the track's beginning. */
  readonly time: number;
  /** 0 to 1. */
  readonly volume: number;
  readonly error: AudioError | null;
}

/** One audio element, so that a new sound always ends the old one. */
export class Player {
  private result: LocalResult | null = null;
  private status: PlayerStatus = "stopped";
  private error: AudioError | null = null;

  constructor(
    private readonly media: HTMLAudioElement,
    /** Where the page finds audio. */
    private readonly urlOf: (audio: LocalAudio) => string,
    private readonly changed: () => void,
  ) {
    media.preload = "none";
    media.addEventListener("playing", () => this.enter("playing"));
    media.addEventListener("waiting", () => this.enter("starting"));
    // Late pause events of an earlier sound must not mark the one that now plays as paused.
    media.addEventListener("pause", () => media.paused && this.enter("paused"));
    media.addEventListener("ended", () => this.enter("stopped"));
    media.addEventListener("timeupdate", () => this.changed());
    media.addEventListener("error", () => this.fail());
  }

  get playback(): Playback {
    const { result, status, error, media } = this;
    return { result, status, time: media.currentTime, volume: media.volume, error };
  }

  get isSounding(): boolean {
    return this.status === "playing" || this.status === "starting";
  }

  /** Puts a track in at its best section, silent. What sounds is not disturbed. */
  offer(result: LocalResult): void {
    if (this.isSounding) return;
    this.load(result);
    this.changed();
  }

  /** Plays from `from` seconds, else on from where it was paused, else from its best section. */
  play(result: LocalResult, from: number | null = null): void {
    if (this.result?.track.id !== result.track.id || this.status === "failed") this.load(result);
    this.result = result;
    if (from !== null) this.media.currentTime = from;
    else if (this.status === "stopped") this.media.currentTime = result.section.start;
    this.enter("starting");
    this.media.play().catch(() => {
      // Either an error event tells, or another sound has begun, or the browser refused to start.
      if (this.media.paused && this.status === "starting") this.enter("paused");
    });
  }

  toggle(result: LocalResult): void {
    if (this.isSounding && this.result?.track.id === result.track.id) this.media.pause();
    else this.play(result);
  }

  /** Silences and goes back to the best section. */
  stop(): void {
    this.media.pause();
    if (this.result !== null) this.media.currentTime = this.result.section.start;
    if (this.status !== "failed") this.enter("stopped");
  }

  /** 0 to 1. */
  setVolume(volume: number): void {
    this.media.volume = Math.min(1, Math.max(0, volume));
    this.changed();
  }

  /** Moves by `seconds` within the track. */
  seekBy(seconds: number): void {
    if (this.result === null) return;
    const { currentTime } = this.media;
    const last = Math.max(0, this.result.track.seconds - 0.1);
    this.media.currentTime = Math.min(last, Math.max(0, currentTime + seconds));
    this.changed();
  }

  private load(result: LocalResult): void {
    this.result = result;
    this.error = null;
    this.status = "stopped";
    this.media.src = this.urlOf(result.track.audio);
    // Before anything is loaded this is where playing will begin.
    this.media.currentTime = result.section.start;
  }

  private enter(status: PlayerStatus): void {
    // A track that has ended or was stopped is not paused, though the element says so.
    if (status === "paused" && (this.media.ended || this.status === "stopped")) return;
    this.status = status;
    this.changed();
  }

  private fail(): void {
    if (this.result === null) return;
    const { audio, title } = this.result.track;
    this.status = "failed";
    // A webview may refuse to read files outside the plugin's folder, where the editor may not.
    this.error = new AudioError(
      audio.kind === "file"
        ? {
            what: `“${title}” cannot be played here. Its file is missing, or this panel may not read it.`,
            input: audio.path,
            next: "Play it in the editor's source monitor, or choose another track.",
          }
        : {
            what: `“${title}” cannot be played. Its file is missing or is not audio.`,
            input: audio.path,
            next: "Restore the file, or choose another track.",
          },
    );
    this.changed();
  }
}
