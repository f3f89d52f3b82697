import type { LocalResult } from "../../contract/search.ts";
import type { AudioError } from "../../contract/errors.ts";
import type { LocalTrack } from "../../contract/track.ts";
import { Crossfade } from "./crossfade.ts";
import { unplayable } from "./unplayable.ts";
import { NO_VOICES, type Voices } from "./voices.ts";

export type PlayerStatus = "stopped" | "starting" | "playing" | "paused" | "failed";

export interface Playback {
  /** What is in the player, or null while it is empty. */
  readonly result: LocalResult | null;
  readonly status: PlayerStatus;
  /** Seconds from the track's beginning. */
  readonly time: number;
  /** What the editor has set, 0 to 1. */
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

export interface PlayerOptions {
  /** Where a track begins to play, in seconds: by default where it fits best. */
  readonly startOf?: (result: LocalResult) => number;
  readonly voices?: Voices;
}

const bestMoment = ({ section }: LocalResult): number => section.start;

/**
 * One sound at a time: a new one ends the old one, by a short crossfade where both have elements of
 * their own.
 */
export class Player {
  private readonly startOf: (result: LocalResult) => number;
  private readonly voices: Voices;
  private current: HTMLAudioElement;
  private result: LocalResult | null = null;
  /** What comes in when what sounds has ended. */
  private next: LocalResult | null = null;
  private status: PlayerStatus = "stopped";
  private error: AudioError | null = null;
  private volume = 1;
  /** Whether the element has nothing yet, since the track is to be read first. */
  private isUnread = false;
  private reads = 0;
  private readonly crossfade: Crossfade;
  private readonly heard = new WeakSet<HTMLAudioElement>();
  private startedAt = 0;
  /** Seconds from wish to sound, when it last came. */
  private lastDelay = 0;
  private awaiting: ((isPlaying: boolean) => void)[] = [];

  constructor(
    private readonly own: HTMLAudioElement,
    private readonly audio: PlayerAudio,
    private readonly changed: () => void,
    { startOf = bestMoment, voices = NO_VOICES }: PlayerOptions = {},
  ) {
    // What was offered is at hand when it is played.
    own.preload = "auto";
    this.startOf = startOf;
    this.voices = voices;
    this.current = own;
    this.crossfade = new Crossfade((media) => this.voices.left(media));
    this.listen(own);
  }

  /** The element that plays, or will. */
  get media(): HTMLAudioElement {
    return this.current;
  }

  get playback(): Playback {
    const { result, status, error, volume } = this;
    return { result, status, time: this.current.currentTime, volume, error };
  }

  /** Its state as far as it concerns this track: at rest if another one is in the player. */
  playbackOf(result: LocalResult | null): Playback {
    if (result !== null && this.holds(result.track.id)) return { ...this.playback, result };
    const time = result === null ? 0 : this.startOf(result);
    return { result, status: "stopped", time, volume: this.volume, error: null };
  }

  /** Whether this track is in the player. */
  holds(trackId: string): boolean {
    return this.result?.track.id === trackId;
  }

  get isSounding(): boolean {
    return this.status === "playing" || this.status === "starting";
  }

  /** How long a track that is at hand takes to sound, in seconds, by the last that did. */
  get delay(): number {
    return this.lastDelay;
  }

  /** Resolves when sound comes, or with false when it is clear that none does. */
  whenPlaying(): Promise<boolean> {
    if (this.status !== "starting") return Promise.resolve(this.status === "playing");
    return new Promise((resolve) => this.awaiting.push(resolve));
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
    if (from !== null) this.current.currentTime = from;
    else if (this.status === "stopped") this.begin(result);
    this.startedAt = performance.now();
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
    const { currentTime } = this.current;
    this.isUnread = false;
    this.current.src = url;
    this.current.currentTime = currentTime;
    this.sound();
  }

  private sound(): void {
    const { current } = this;
    current.play().catch(() => {
      // Either an error event tells, or another sound has begun, or the browser refused to start.
      if (current === this.current && current.paused && this.status === "starting") {
        this.enter("paused");
      }
    });
  }

  toggle(result: LocalResult): void {
    if (!this.isSounding || !this.holds(result.track.id)) this.play(result);
    else if (this.isUnread) this.stop();
    else this.pause();
  }

  /** Silences, and stays where it is. */
  pause(): void {
    this.crossfade.end(this.current, this.level);
    this.current.pause();
  }

  /** Silences and goes back to where the track began. */
  stop(): void {
    this.pause();
    if (this.result !== null) this.begin(this.result);
    if (this.status !== "failed") this.enter("stopped");
  }

  /** 0 to 1. */
  setVolume(volume: number): void {
    this.volume = Math.min(1, Math.max(0, volume));
    this.setLevel();
    this.changed();
  }

  /** Takes over the level that the voices give the track, which may have changed. */
  setLevel(): void {
    this.crossfade.set(this.current, this.level);
  }

  /** How fast it plays, 1 being as recorded. The pitch stays. */
  setRate(rate: number): void {
    this.current.playbackRate = rate;
  }

  /** Moves by `seconds` within the track. */
  seekBy(seconds: number): void {
    this.seekTo(this.current.currentTime + seconds);
  }

  /** Goes to `seconds` of the track. */
  seekTo(seconds: number): void {
    if (this.result === null) return;
    const last = Math.max(0, this.result.track.seconds - 0.1);
    this.current.currentTime = Math.min(last, Math.max(0, seconds));
    this.changed();
  }

  private get level(): number {
    return this.volume * (this.result === null ? 1 : this.voices.levelOf(this.result));
  }

  private load(result: LocalResult): void {
    this.result = result;
    this.next = null;
    this.error = null;
    this.status = "stopped";
    const voice = this.voices.of(result);
    this.goTo(voice ?? this.own);
    const url = voice === null ? this.audio.urlOf(result.track) : null;
    this.isUnread = voice === null && url === null;
    if (url !== null) this.own.src = url;
    else if (voice === null) {
      this.crossfade.end(this.current, this.level);
      this.own.removeAttribute("src");
      this.own.load(); // Lets go of the last track.
    }
    this.current.playbackRate = 1;
    // Before anything is loaded, this is where playing will begin.
    this.begin(result);
  }

  private begin(result: LocalResult): void {
    this.current.currentTime = this.startOf(result);
  }

  private goTo(next: HTMLAudioElement): void {
    const before = this.current;
    if (before === next) return this.setLevel();
    this.listen(next);
    this.current = next;
    this.crossfade.begin(before, next, this.level);
  }

  private listen(media: HTMLAudioElement): void {
    if (this.heard.has(media)) return;
    this.heard.add(media);
    const hear = (type: string, act: () => unknown): void =>
      media.addEventListener(type, () => {
        if (media === this.current) act();
      });
    hear("playing", () => {
      if (this.status === "starting") this.lastDelay = (performance.now() - this.startedAt) / 1000;
      this.crossfade.arrive(media, this.level);
      this.enter("playing");
    });
    hear("seeked", () => this.crossfade.arrive(media, this.level));
    hear("waiting", () => this.enter("starting"));
    // Late pause events of an earlier sound must not mark the one that now plays as paused.
    hear("pause", () => media.paused && this.enter("paused"));
    hear("ended", () => this.enter("stopped"));
    hear("timeupdate", () => this.changed());
    hear("error", () => this.fail());
  }

  private enter(status: PlayerStatus): void {
    // A track that has ended or was stopped is not paused, though the element says so.
    if (status === "paused" && (this.current.ended || this.status === "stopped")) return;
    this.status = status;
    if (status !== "starting") this.answer(status === "playing");
    this.takeNext();
    this.changed();
  }

  /** What was offered while another track sounded. */
  private takeNext(): void {
    if (this.next !== null && !this.isSounding) this.load(this.next);
  }

  private answer(isPlaying: boolean): void {
    this.awaiting.splice(0).forEach((resolve) => resolve(isPlaying));
  }

  private fail(): void {
    if (this.result === null) return;
    this.crossfade.end(this.current, this.level);
    this.status = "failed";
    this.answer(false);
    this.error = unplayable(this.result.track);
    this.takeNext();
    this.changed();
  }
}
