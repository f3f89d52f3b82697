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
  /** What comes in when what sounds has ended. */
  private next: LocalResult | null = null;
  private status: PlayerStatus = "stopped";
  private error: AudioError | null = null;
  /** Whether the element has nothing yet, since the track is to be read first. */
  private isUnread = false;
  private reads = 0;

  constructor(
    private readonly media: HTMLAudioElement,
    private readonly audio: PlayerAudio,
    private readonly changed: () => void,
    /** Where a track begins to play, in seconds: by default where it fits best. */
    private readonly startOf: (result: LocalResult) => number = ({ section }) => section.start,
  ) {
    // What was offered is at hand when it is played.
    media.preload = "auto";
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

  /** Its state as far as it concerns this track: at rest if another one is in the player. */
  playbackOf(result: LocalResult | null): Playback {
    const { volume } = this.media;
    if (result !== null && this.holds(result.track.id)) return { ...this.playback, result };
    const time = result === null ? 0 : this.startOf(result);
    return { result, status: "stopped", time, volume, error: null };
  }

  /** Whether this track is in the player. */
  holds(trackId: string): boolean {
    return this.result?.track.id === trackId;
  }

  get isSounding(): boolean {
    return this.status === "playing" || this.status === "starting";
  }

  /** Puts a track in where it begins to play, silent: at once, or when what sounds has ended. */
  offer(result: LocalResult): void {
    if (this.isSounding) this.next = result;
    else this.load(result);
    this.changed();
  }

  /** Goes to where the track in it begins to play, unless it plays or was paused. */
  rewind(): void {
    if (this.result !== null && this.status === "stopped") this.begin(this.result);
  }

  /** Plays from `from` seconds, else on from where it was paused, else from its beginning. */
  play(result: LocalResult, from: number | null = null): void {
    if (!this.holds(result.track.id) || this.status === "failed") this.load(result);
    this.result = result;
    this.next = null;
    if (from !== null) this.media.currentTime = from;
    else if (this.status === "stopped") this.begin(result);
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
    if (!this.isSounding || !this.holds(result.track.id)) this.play(result);
    else if (this.isUnread) this.stop();
    else this.media.pause();
  }

  /** Silences and goes back to where the track began. */
  stop(): void {
    this.media.pause();
    if (this.result !== null) this.begin(this.result);
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
    this.next = null;
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
    this.begin(result);
  }

  private begin(result: LocalResult): void {
    this.media.currentTime = this.startOf(result);
  }

  private enter(status: PlayerStatus): void {
    // A track that has ended or was stopped is not paused, though the element says so.
    if (status === "paused" && (this.media.ended || this.status === "stopped")) return;
    this.status = status;
    this.takeNext();
    this.changed();
  }

  /** What was offered while another track sounded. */
  private takeNext(): void {
    if (this.next !== null && !this.isSounding) this.load(this.next);
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
    this.takeNext();
    this.changed();
  }
}
