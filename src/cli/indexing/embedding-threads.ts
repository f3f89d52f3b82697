import { availableParallelism } from "node:os";
import type { Embedder } from "../../engine/library/embed-all.ts";
import { embeddingThread } from "./embedding-thread.ts";

/** Each thread has its own model and decoder, so more of them cost memory and save little time. */
const MOST_THREADS = 8;

/**
 * Starts as many threads that embed and hear files as this machine can use, but not more than there
 * are files.
 * @param pack folder of the pack.
 */
export function embeddingThreads(pack: string, files = Infinity): Embedder[] {
  const count = Math.min(availableParallelism(), MOST_THREADS, files);
  return Array.from({ length: count }, () => embeddingThread({ pack, hear: true }));
}
