import { availableParallelism } from "node:os";
import { embeddingThread, type EmbeddingThread } from "./embedding-thread.ts";

/** Each thread has its own model and decoder, so more of them cost memory and save little time. */
const MOST_THREADS = 8;

/**
 * Starts as many threads as this machine can use, but not more than there are files.
 * @param pack folder of the pack.
 */
export function embeddingThreads(pack: string, files = Infinity): EmbeddingThread[] {
  const count = Math.min(availableParallelism(), MOST_THREADS, files);
  return Array.from({ length: count }, () => embeddingThread({ pack }));
}
