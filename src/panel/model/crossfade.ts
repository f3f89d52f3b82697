import { fade, type Fade } from "./fade.ts";

/** Goes over from one audio element to another: the old one sounds until the new one does. */
export class Crossfade {
  private leaving: HTMLAudioElement | null = null;
  private fades: readonly Fade[] = [];

  /** @param left told of each element that sounds no more */
  constructor(private readonly left: (media: HTMLAudioElement) => void) {}

  /** `next` takes the place of `before`; from now on only the last `next` comes to be heard. */
  begin(before: HTMLAudioElement, next: HTMLAudioElement, level: number): void {
    this.end(before, before.volume);
    if (before.paused) this.left(before);
    else this.leaving = before;
    next.volume = this.leaving === null ? level : 0;
  }

  /** `next` sounds. */
  arrive(next: HTMLAudioElement, level: number): void {
    const { leaving } = this;
    if (leaving === null || next.paused || next.seeking) return;
    this.leaving = null;
    this.fades = [fade(leaving, 0, () => this.silence(leaving)), fade(next, level)];
  }

  /** Sets the level of `current`, which stays silent while the one before is heard. */
  set(current: HTMLAudioElement, level: number): void {
    this.endFades();
    if (this.leaving === null) current.volume = level;
  }

  /** Only `current` is there from now on. */
  end(current: HTMLAudioElement, level: number): void {
    this.endFades();
    const { leaving } = this;
    this.leaving = null;
    if (leaving === null) return;
    this.silence(leaving);
    current.volume = level;
  }

  private endFades(): void {
    this.fades.forEach((one) => one.end());
    this.fades = [];
  }

  private silence(media: HTMLAudioElement): void {
    media.pause();
    this.left(media);
  }
}
