import { availableParallelism } from "node:os";
import { embeddingThread, type EmbeddingThread } from "./embedding-thread.ts";

/** Each thread holds a model and a decoder of its own, so more cost memory and soon gain little. */
const MOST_THREADS = 8;

/**
 * As many threads as this machine has use for, and no more than there are files.
 * @param pack folder of the pack.
 */
export function embeddingThreads(pack: string, files = Infinity): EmbeddingThread[] {
  const count = Math.min(availableParallelism(), MOST_THREADS, files);
  return Array.from({ length: count }, () => embeddingThread({ pack }));
}
