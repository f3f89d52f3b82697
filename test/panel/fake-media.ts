/** The part of an audio element that the player uses; the test fires what a browser would. */
export class FakeMedia extends EventTarget {
  preload = "";
  src = "";
  currentTime = 0;
  volume = 1;
  paused = true;
  ended = false;
  seeking = false;
  playbackRate = 1;

  play(): Promise<void> {
    this.paused = false;
    return Promise.resolve();
  }
  load(): void {
    this.currentTime = 0;
  }
  removeAttribute(name: string): void {
    if (name === "src") this.src = "";
  }
  canPlayType(type: string): string {
    return /wav|mpeg|mp4/.test(type) ? "maybe" : "";
  }
  pause(): void {
    this.paused = true;
  }
  fire(type: string): void {
    this.dispatchEvent(new Event(type));
  }
  /** As the type that the player asks for. */
  get element(): HTMLAudioElement {
    return this as unknown as HTMLAudioElement;
  }
}
