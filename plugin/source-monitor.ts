import type { Cue } from "../src/contract/cue.ts";
import { HostError } from "../src/contract/errors.ts";
import type { AudioFiles } from "./files/audio-files.ts";
import { ask, orElse, turns, type Premiere } from "./premiere.ts";

/**
 * Plays cues in Premiere's Source Monitor, which reads files that a page may not and adds nothing
 * to the project. Of several wishes at once the latest wins.
 */
export class SourceMonitorPlayer {
  private readonly inTurn = turns();
  private wish = 0;
  private isPlaying = false;

  constructor(
    private readonly premiere: Premiere,
    private readonly files: AudioFiles,
  ) {}

  /** See `EditorHost.preview`. @throws HostError Premiere does not open or play the file */
  play(cue: Cue): Promise<void> {
    return this.wishFor(async (isWanted) => {
      const { SourceMonitor, TickTime } = this.premiere;
      const path = await this.files.pathForMonitor(cue.audio);
      await take("Premiere did not open the track in the Source Monitor.", path, () =>
        SourceMonitor.openFilePath(path),
      );
      if (!isWanted()) return;
      // There since 26.3. Hearing the track from its beginning is better than not at all.
      await orElse(false, () =>
        SourceMonitor.setPosition(TickTime.createWithSeconds(cue.source.start)),
      );
      if (!isWanted()) return;
      this.isPlaying = true;
      await take("Premiere did not play the track.", path, () => SourceMonitor.play(1));
    });
  }

  /** See `EditorHost.stopPreview`. Leaves alone what the editor plays there. */
  stop(): Promise<void> {
    return this.wishFor(async () => {
      if (!this.isPlaying) return;
      this.isPlaying = false;
      const { SourceMonitor } = this.premiere;
      if (await orElse(false, () => SourceMonitor.play(0))) return;
      await orElse(false, () => SourceMonitor.closeClip());
    });
  }

  /** Does it after what is under way, unless something newer is wished for by then. */
  private wishFor(work: (isWanted: () => boolean) => Promise<void>): Promise<void> {
    const wish = ++this.wish;
    const isWanted = (): boolean => wish === this.wish;
    return this.inTurn(async () => {
      if (isWanted()) await work(isWanted);
    });
  }
}

/** @throws HostError Premiere threw, or said that it did nothing */
async function take(
  what: string,
  input: string,
  call: () => Promise<boolean | null>,
): Promise<void> {
  if ((await ask(what, input, call)) !== false) return;
  throw new HostError({
    what,
    input,
    next: "Check that the file is still there and of a kind that Premiere imports.",
  });
}
