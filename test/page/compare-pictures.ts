import { PNG } from "pngjs";

/** How two pictures differ. */
export interface Difference {
  /** Share of the pixels that differ, 0 to 1; 1 for pictures of different sizes. */
  readonly share: number;
  /** PNG: the reference, faint, with what differs in red; null for different sizes. */
  readonly image: Buffer | null;
}

/** Of 255: less than this in every channel, nobody sees. */
const INVISIBLE = 8;

export function comparePictures(reference: Buffer, actual: Buffer): Difference {
  const a = PNG.sync.read(reference);
  const b = PNG.sync.read(actual);
  if (a.width !== b.width || a.height !== b.height) return { share: 1, image: null };
  const diff = new PNG({ width: a.width, height: a.height });
  let differing = 0;
  for (let at = 0; at < a.data.length; at += 4) {
    const differs = [0, 1, 2].some(
      (channel) => Math.abs((a.data[at + channel] ?? 0) - (b.data[at + channel] ?? 0)) > INVISIBLE,
    );
    if (differs) differing += 1;
    const faint = 255 - (255 - (a.data[at + 1] ?? 0)) / 4;
    diff.data.set(differs ? [255, 0, 0, 255] : [faint, faint, faint, 255], at);
  }
  return { share: differing / (a.width * a.height), image: PNG.sync.write(diff) };
}
