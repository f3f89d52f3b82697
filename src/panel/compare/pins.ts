import type { LocalResult } from "../../contract/search.ts";
import type { PlayerAudio } from "../model/player.ts";
import type { Voices } from "../model/voices.ts";
import { levelsOf, type Level } from "./levels.ts";

/** How many tracks are compared at most: more than that, nobody keeps in their ear. */
export const MOST_PINS = 4;

/** Audio that one pinned track has to itself. */
export interface PinAudio extends PlayerAudio {
  /** Nothing plays it any more. */
  letGo(): void;
}

interface Pin {
  readonly result: LocalResult;
  readonly audio: PinAudio;
  readonly media: HTMLAudioElement;
}

/** What a pinned track plays with. */
export interface PinSources {
  readonly newMedia: () => HTMLAudioElement;
  readonly newAudio: () => PinAudio;
}

/**
 * The pinned tracks, in order, each with an audio element that has loaded it: going from one to
 * another takes no loading, and they are equally loud.
 */
export class Pins implements Voices {
  private pins: readonly Pin[] = [];
  private levels: ReadonlyMap<string, Level> = new Map();
  /** No longer pinned, but still in the player. */
  private readonly parting = new Set<Pin>();

  constructor(private readonly sources: PinSources) {}

  get results(): readonly LocalResult[] {
    return this.pins.map(({ result }) => result);
  }

  has({ track }: LocalResult): boolean {
    return this.levels.has(track.id);
  }

  add(result: LocalResult): void {
    const audio = this.sources.newAudio();
    const media = this.sources.newMedia();
    media.preload = "auto";
    const pin = { result, audio, media };
    this.set([...this.pins, pin]);
    const url = audio.urlOf(result.track);
    if (url === null) void this.read(pin);
    else load(pin, url);
  }

  /** @param playing the player's element, which is let go when the player has left it */
  remove(trackId: string, playing: HTMLAudioElement): void {
    const pin = this.pins.find(({ result }) => result.track.id === trackId);
    if (pin === undefined) return;
    this.set(this.pins.filter((other) => other !== pin));
    if (pin.media === playing) this.parting.add(pin);
    else letGo(pin);
  }

  /** The level of a track; null if it is not pinned. */
  level(trackId: string): Level | null {
    return this.levels.get(trackId) ?? null;
  }

  of({ track }: LocalResult): HTMLAudioElement | null {
    const pin = this.pins.find(({ result }) => result.track.id === track.id);
    return pin === undefined || pin.media.src === "" ? null : pin.media;
  }

  levelOf({ track }: LocalResult): number {
    return this.level(track.id)?.gain ?? 1;
  }

  left(media: HTMLAudioElement): void {
    for (const pin of this.parting) {
      if (pin.media !== media) continue;
      this.parting.delete(pin);
      letGo(pin);
    }
  }

  /** A file that the page may not open at once; until it is read, the player plays it by itself. */
  private async read(pin: Pin): Promise<void> {
    const url = await pin.audio.read(pin.result.track);
    if (url === null) return;
    if (this.pins.includes(pin)) load(pin, url);
    else pin.audio.letGo();
  }

  private set(pins: readonly Pin[]): void {
    this.pins = pins;
    const levels = levelsOf(pins.map(({ result }) => result.track));
    this.levels = new Map(
      pins.flatMap(({ result }, i) => {
        const level = levels[i];
        return level === undefined ? [] : [[result.track.id, level]];
      }),
    );
  }
}

function load({ media, result }: Pin, url: string): void {
  media.src = url;
  media.currentTime = result.section.start;
}

function letGo({ media, audio }: Pin): void {
  media.pause();
  media.removeAttribute("src");
  media.load();
  audio.letGo();
}
