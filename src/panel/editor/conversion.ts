import type { Cue } from "../../contract/cue.ts";
import type { EditorHost } from "../../contract/editor-host.ts";
import type { LocalResult } from "../../contract/search.ts";
import type { Converter } from "./converter.ts";

/** Gives cues files that the editor imports; one conversion at a time. */
export class Conversion {
  private running: AbortController | null = null;
  private written: number | null = null;

  constructor(
    private readonly converter: Pick<Converter, "canRead" | "toWav">,
    private readonly changed: () => void,
  ) {}

  /** Share of the file that is written, 0 to 1; null while none is converted. */
  get share(): number | null {
    return this.written;
  }

  /** Whether the file of a track can be converted. */
  isPossible({ track }: LocalResult): boolean {
    return this.converter.canRead(track.audio);
  }

  /**
   * The cue with a WAV file of its track; null if the conversion was cancelled.
   * @throws AudioError, HostError see `Converter.toWav`
   */
  async convert(host: EditorHost, { track }: LocalResult, cue: Cue): Promise<Cue | null> {
    const running = new AbortController();
    this.running = running;
    try {
      const audio = await this.converter.toWav(track, host, {
        onProgress: (share) => this.enter(share),
        signal: running.signal,
      });
      return { ...cue, audio };
    } catch (thrown) {
      if (running.signal.aborted) return null;
      throw thrown;
    } finally {
      this.running = null;
      this.enter(null);
    }
  }

  /** Ends what is under way. Returns whether there was anything. */
  cancel(): boolean {
    this.running?.abort();
    return this.running !== null;
  }

  private enter(share: number | null): void {
    this.written = share;
    this.changed();
  }
}
