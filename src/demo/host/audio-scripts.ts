/** Hands in what an audio script carries: the file's path, and its bytes in base64. */
type TakeAudio = (path: string, base64: string) => unknown;

declare global {
  interface Window {
    /** Where audio scripts call in (`tools/build/demo-audio.ts`). */
    __demoAudio?: TakeAudio;
  }
}

/** Files that are kept: the one that is fitted and the one before. */
const KEPT = 2;

/**
 * The bytes of the audio that ships, which a tab may play but not read: the build has written each
 * file as a classic script too, beside the demo and for it alone. A script is read when its file is
 * asked for.
 */
export class AudioScripts {
  /** By path, the latest at the end. */
  private readonly kept = new Map<string, Promise<string | null>>();
  private readonly arrived = new Map<string, string>();

  /** A file's bytes as a binary string, as `atob` gives it; null if there is none. */
  read(path: string): Promise<string | null> {
    const content = this.kept.get(path) ?? this.run(path);
    this.kept.delete(path);
    this.kept.set(path, content);
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT && oldest !== undefined) this.kept.delete(oldest);
    return content;
  }

  private run(path: string): Promise<string | null> {
    window.__demoAudio = (given, base64) => this.arrived.set(given, base64);
    return new Promise((resolve) => {
      const tag = document.createElement("script");
      tag.onload = tag.onerror = () => {
        tag.remove();
        const base64 = this.arrived.get(path);
        this.arrived.delete(path);
        if (base64 === undefined) this.kept.delete(path);
        resolve(base64 === undefined ? null : atob(base64));
      };
      tag.src = `demo-${path}.js`;
      document.head.append(tag);
    });
  }
}
