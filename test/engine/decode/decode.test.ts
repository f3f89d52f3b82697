import { expect, it } from "vitest";
import { withDecodedAudio, type AudioFile } from "../../../src/engine/decode/decode.ts";
import { wavBytes } from "../../cli/support/wav-bytes.ts";

const RATE = 8000;
const SECONDS = 2 * 3600;

/** Two hours of silence that lie nowhere, and the most bytes that were asked for at once. */
function twoHours(): AudioFile & { most: number } {
  const dataBytes = 2 * RATE * SECONDS;
  const shape = { sampleRate: RATE, channels: 1, bits: 16, claimedBytes: dataBytes } as const;
  const head = wavBytes(shape, 0, () => 0);
  const file: AudioFile & { most: number } = {
    most: 0,
    name: "long.wav",
    size: head.length + dataBytes,
    read: (position, length) => {
      file.most = Math.max(file.most, length);
      const bytes = new Uint8Array(Math.max(0, Math.min(length, file.size - position)));
      if (position < head.length) bytes.set(head.subarray(position, position + bytes.length));
      return Promise.resolve(bytes);
    },
    readOther: () => {
      throw new Error("not asked for");
    },
  };
  return file;
}

it("hands two hours over in pieces, and reads no more at a time than a piece", async () => {
  const file = twoHours();
  let [samples, longest] = [0, 0];
  await withDecodedAudio(file, async ({ chunks }) => {
    for await (const [first = new Float32Array()] of chunks) {
      samples += first.length;
      longest = Math.max(longest, first.length);
    }
  });
  expect(samples).toBe(RATE * SECONDS);
  expect(longest).toBeLessThanOrEqual(2 ** 18);
  expect(file.most).toBeLessThanOrEqual(2 ** 20);
});
