import { AudioError, asNeedledropError, type NeedledropError } from "../../contract/errors.ts";
import type { EmbeddedTrack } from "../encode/track.ts";
import type { FileTags } from "./file-tags.ts";

/** What an index needs to know about a file. */
export interface EmbeddedFile extends EmbeddedTrack {
  readonly tags: FileTags;
}

/** Embeds files, somewhere. */
export interface Embedder {
  /**
   * Decodes and embeds a file, one at a time.
   * @throws AudioError the file cannot be read, or its decoder hung or crashed.
   * @throws PackError, DeviceError the model cannot be run at all.
   */
  embed(path: string): Promise<EmbeddedFile>;
  close(): Promise<void>;
}

/** What to embed, and with what. */
export interface EmbedAllOptions<F> {
  readonly files: readonly F[];
  readonly pathOf: (file: F) => string;
  /** Each embeds one file at a time. All are closed at the end, even after a failure. */
  readonly embedders: readonly Embedder[];
  /** What this throws ends the work. */
  readonly onEmbedded: (file: F, embedded: EmbeddedFile) => Promise<void> | void;
  readonly onSkipped: (error: NeedledropError) => void;
  /** Aborted: the files in flight are finished, and no other is begun. */
  readonly signal?: AbortSignal;
}

// These concern every file, so there is no point in going on.
const FATAL = new Set(["pack", "device", "asset"]);

/**
 * Embeds files, as many at a time as there are embedders. A file that fails is reported and left out.
 * @throws PackError the pack is damaged or of another format.
 * @throws DeviceError the device cannot run the model.
 * @throws AssetError a file of the runtime is missing.
 */
export async function embedAll<F>(options: EmbedAllOptions<F>): Promise<void> {
  const { files, pathOf, embedders, onEmbedded, onSkipped, signal } = options;
  const queue = files.values();
  const lanes = embedders.map(async (embedder) => {
    for (const file of queue) {
      if (signal?.aborted === true) return;
      const path = pathOf(file);
      const embedded = await embedder.embed(path).catch((thrown: unknown) => {
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
    await Promise.all(embedders.map((embedder) => embedder.close()));
  }
}

/** Adds the file name to an error of the engine, which does not know it. */
function named(error: NeedledropError, input: string): NeedledropError {
  if (error.input !== undefined) return error;
  const { what, next, cause } = error;
  return new AudioError({ what, input, next, cause });
}
