import { AudioError, asNeedledropError, type NeedledropError } from "../../contract/errors.ts";
import type { EmbeddedFile } from "./embed-file.ts";
import type { EmbeddingThread } from "./embedding-thread.ts";

export interface EmbedAllOptions<F> {
  readonly files: readonly F[];
  readonly pathOf: (file: F) => string;
  /** One file at a time runs on each. They are closed at the end, however it ends. */
  readonly threads: readonly EmbeddingThread[];
  readonly onEmbedded: (file: F, embedded: EmbeddedFile) => void;
  readonly onSkipped: (error: NeedledropError) => void;
}

// With these nothing will work, so going on to the next file would only repeat them.
const FATAL = new Set(["pack", "device", "asset"]);

/**
 * Embeds many files, as many at once as there are threads. A file that fails is reported and left
 * out. @throws PackError, DeviceError, AssetError the model cannot be run.
 */
export async function embedAll<F>(options: EmbedAllOptions<F>): Promise<void> {
  const { files, pathOf, threads, onEmbedded, onSkipped } = options;
  const queue = files.values();
  const lanes = threads.map(async (thread) => {
    for (const file of queue) {
      const path = pathOf(file);
      try {
        onEmbedded(file, await thread.embed(path));
      } catch (thrown) {
        const error = asNeedledropError(thrown);
        if (FATAL.has(error.code)) throw error;
        onSkipped(named(error, path));
      }
    }
  });
  try {
    await Promise.all(lanes);
  } finally {
    await Promise.all(threads.map((thread) => thread.close()));
  }
}

/** The engine does not know files by name; what it reports gets the name here. */
function named(error: NeedledropError, input: string): NeedledropError {
  if (error.input !== undefined) return error;
  const { what, next, cause } = error;
  return new AudioError({ what, input, next, cause });
}
