import type { LocalResult } from "../../contract/search.ts";
import { AudioError } from "../../contract/errors.ts";
import type { LocalTrack } from "../../contract/track.ts";
import { isImportable } from "../../shared/importable.ts";

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

/** Where the player finds the audio of tracks. */
export interface PlayerAudio {
  /** The address under which a track plays; null if it is to be read first. */
  urlOf(track: LocalTrack): string | null;
  /** Reads it, and gives its address; null if it cannot be played here. Never rejects. */
  read(track: LocalTrack): Promise<string | null>;
}

/** One audio element, so that a new sound always ends the old one. */
export class Player {
  private result: LocalResult | null = null;
  private status: PlayerStatus = "stopped";
  private error: AudioError | null = null;
  /** Whether the element has nothing yet, since the track is to be read first. */
  private isUnread = false;
  private reads = 0;

  constructor(
    private readonly media: HTMLAudioElement,
    private readonly audio: PlayerAudio,
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
    if (this.isUnread) void this.read(result);
    else this.sound();
  }

  private async read(result: LocalResult): Promise<void> {
    const read = ++this.reads;
    const url = await this.audio.read(result.track);
    // Meanwhile another track may have been chosen, or this one stopped.
    if (read !== this.reads || this.result !== result || this.status !== "starting") return;
    if (url === null) return this.fail();
    const { currentTime } = this.media;
    this.isUnread = false;
    this.media.src = url;
    this.media.currentTime = currentTime;
    this.sound();
  }

  private sound(): void {
    this.media.play().catch(() => {
      // Either an error event tells, or another sound has begun, or the browser refused to start.
      if (this.media.paused && this.status === "starting") this.enter("paused");
    });
  }

  toggle(result: LocalResult): void {
    if (!this.isSounding || this.result?.track.id !== result.track.id) this.play(result);
    else if (this.isUnread) this.stop();
    else this.media.pause();
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
    const url = this.audio.urlOf(result.track);
    this.isUnread = url === null;
    if (url !== null) this.media.src = url;
    else {
      this.media.removeAttribute("src");
      this.media.load(); // Lets go of the last track.
    }
    // Before anything is loaded, this is where playing will begin.
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
    this.error = new AudioError(
      audio.kind === "file"
        ? {
            what: `“${title}” cannot be played here. Its file is missing, or this panel may not read it.`,
            input: audio.path,
            next: isImportable(audio.path)
              ? "Play it in the editor's source monitor, or choose another track."
              : "Update its folder, or choose another track.",
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
