import type { Frame, Frames } from "../../contract/frames.ts";
import { PICTURE_LIMIT, type Picture } from "../../contract/sight.ts";
import { decodeBase64 } from "../loading/base64.ts";
import { noPicture, WHY_NO_PICTURE, type WhyNoPicture } from "../words/pictures.ts";
import { pictureHead } from "./picture-size.ts";

/** Pictures that were decoded, and sentences about those that were not. */
export interface DecodedPictures {
  readonly pictures: readonly Picture[];
  readonly notes: readonly string[];
}

/** Longer side of a picture that is looked at, in pixels: a net takes 224, light and colour less. */
const LONGEST = 256;
/** An 8K frame has 33 million, which take 133 MB while they are scaled down. */
const MOST_PIXELS = 40_000_000;

/**
 * Decodes a host's frames and scales them down to at most 256 pixels on the longer side. One after
 * the other, so that no more than one is in memory at its full size.
 * @returns at most `PICTURE_LIMIT` pictures, in the order of the frames, in sRGB
 */
export async function picturesOf({ frames }: Pick<Frames, "frames">): Promise<DecodedPictures> {
  const pictures: Picture[] = [];
  const notes: string[] = [];
  for (const frame of frames.slice(0, PICTURE_LIMIT)) {
    const decoded = await decode(frame);
    if (typeof decoded !== "string") pictures.push(decoded);
    else notes.push(noPicture(frame.clip, frame.at, WHY_NO_PICTURE[decoded]));
  }
  return { pictures, notes };
}

async function decode({ at, clip, data }: Frame): Promise<Picture | WhyNoPicture> {
  const bytes = bytesOf(data);
  const head = bytes && pictureHead(bytes);
  if (bytes === null || head === null) return bytes === null ? "damaged" : "unknown";
  if (head.width * head.height > MOST_PIXELS) return "tooLarge";
  let bitmap: ImageBitmap;
  try {
    // What it is, not what it is called: some hosts write PNG into files that end in .jpg.
    bitmap = await createImageBitmap(new Blob([bytes], { type: head.type }));
  } catch {
    return "damaged";
  }
  try {
    const pixels = pixelsOf(bitmap);
    return pixels === null ? "noCanvas" : { at, clip, ...pixels };
  } finally {
    bitmap.close();
  }
}

function bytesOf(data: string): Uint8Array<ArrayBuffer> | null {
  try {
    return decodeBase64(data);
  } catch {
    return null;
  }
}

function pixelsOf(bitmap: ImageBitmap): Pick<Picture, "width" | "height" | "rgba"> | null {
  const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) return null;
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, 0, 0, width, height);
  return { width, height, rgba: context.getImageData(0, 0, width, height).data };
}
