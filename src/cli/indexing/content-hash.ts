import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { within } from "../../shared/patience.ts";

/** The longest wait for the next part of a file, in milliseconds: a network drive may never answer. */
const PATIENCE_MS = 60_000;

/**
 * SHA-256 (hex) of a file's content, read as a stream.
 * @throws Error the file system's, or that nothing came
 */
export async function contentHash(path: string, patienceMs = PATIENCE_MS): Promise<string> {
  const hash = createHash("sha256");
  const stream = createReadStream(path);
  const chunks = (stream as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await within(patienceMs, "Nothing came.", chunks.next());
      if (next.done === true) return hash.digest("hex");
      hash.update(next.value);
    }
  } finally {
    stream.destroy();
  }
}
