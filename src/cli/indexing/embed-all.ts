import { AudioError, asNeedledropError, type NeedledropError } from "../../contract/errors.ts";
import type { EmbeddedFile } from "./embed-file.ts";
import type { EmbeddingThread } from "./embedding-thread.ts";

/** What to embed, and on which threads. */
export interface EmbedAllOptions<F> {
  readonly files: readonly F[];
  readonly pathOf: (file: F) => string;
  /** Each embeds one file at a time. All are closed at the end, even after a failure. */
  readonly threads: readonly EmbeddingThread[];
  /** What this throws ends the work. */
  readonly onEmbedded: (file: F, embedded: EmbeddedFile) => Promise<void> | void;
  readonly onSkipped: (error: NeedledropError) => void;
}

// These concern every file, so there is no point in going on.
const FATAL = new Set(["pack", "device", "asset"]);

/**
 * Embeds files, as many at a time as there are threads. A file that fails is reported and left out.
 * @throws PackError the pack is damaged or of another format.
 * @throws DeviceError the device cannot run the model.
 * @throws AssetError a file of the runtime is missing.
 */
export async function embedAll<F>(options: EmbedAllOptions<F>): Promise<void> {
  const { files, pathOf, threads, onEmbedded, onSkipped } = options;
  const queue = files.values();
  const lanes = threads.map(async (thread) => {
    for (const file of queue) {
      const path = pathOf(file);
      const embedded = await thread.embed(path).catch((thrown: unknown) => {
        const error = asNeedledropError(thrown);
        if (FATAL.has(error.code)) throw error;
        onSkipped(named(error, path));
        return null;
      });
      if (embedded !== null) await onEmbedded(file, embedded);
    }
  });
  try {
    await Promise.all(lanes);
  } finally {
    await Promise.all(threads.map((thread) => thread.close()));
  }
}

/** Adds the file name to an error of the engine, which does not know it. */
function named(error: NeedledropError, input: string): NeedledropError {
  if (error.input !== undefined) return error;
  const { what, next, cause } = error;
  return new AudioError({ what, input, next, cause });
}
