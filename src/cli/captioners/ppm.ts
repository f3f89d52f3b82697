import { UsageError } from "../../contract/errors.ts";
import type { Picture } from "../../contract/sight.ts";

/** Most pixels of a picture. */
const MOST_PIXELS = 100_000_000;

/**
 * Reads a picture in the binary PPM format (P6, 8 bits), to which every converter can write.
 * @throws UsageError it is none, or is cut off
 */
export function readPpm(file: string, bytes: Uint8Array): Picture {
  // The head is text: P6, width, height, largest value, with comments up to an end of line.
  const text = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  const gap = "(?:\\s|#[^\\n]*\\n)+";
  const head = new RegExp(`^P6${gap}(\\d{1,6})${gap}(\\d{1,6})${gap}255\\s`).exec(text);
  const [width, height] = [Number(head?.[1] ?? 0), Number(head?.[2] ?? 0)];
  const pixels = width * height;
  const rgb = bytes.subarray(head?.[0].length ?? 0);
  if (pixels === 0 || pixels > MOST_PIXELS || rgb.length < 3 * pixels) {
    throw new UsageError({
      what: "This is no picture in the PPM format (P6, 8 bits), or it is cut off.",
      input: file,
      next: "Convert it first, for example with ffmpeg -i picture.jpg picture.ppm.",
    });
  }
  const rgba = new Uint8ClampedArray(4 * pixels);
  for (let i = 0; i < pixels; i += 1) {
    rgba.set([rgb[3 * i] ?? 0, rgb[3 * i + 1] ?? 0, rgb[3 * i + 2] ?? 0, 255], 4 * i);
  }
  return { at: 0, clip: file, width, height, rgba };
}
