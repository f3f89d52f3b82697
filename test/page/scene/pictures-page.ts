import type { Frame } from "../../../src/contract/frames.ts";
import type { Picture } from "../../../src/contract/sight.ts";
import { picturesOf } from "../../../src/panel/scene/pictures.ts";

/** A picture as it crosses to the test. */
export interface ToldPicture extends Omit<Picture, "rgba"> {
  readonly rgba: number[];
}
export interface Told {
  readonly pictures: ToldPicture[];
  readonly notes: readonly string[];
}

/** What to draw: stripes from left to right, each of one colour. */
export interface Drawing {
  readonly type: "image/jpeg" | "image/png";
  readonly width: number;
  readonly height: number;
  readonly stripes: readonly string[];
}

async function decode(frames: Frame[]): Promise<Told> {
  const { pictures, notes } = await picturesOf({ frames });
  return { pictures: pictures.map((one) => ({ ...one, rgba: [...one.rgba] })), notes };
}

/** The picture's file in base64, as this browser codes it. */
function draw({ type, width, height, stripes }: Drawing): string {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("No canvas.");
  for (const [index, colour] of stripes.entries()) {
    context.fillStyle = colour;
    context.fillRect((index * width) / stripes.length, 0, width / stripes.length, height);
  }
  return canvas.toDataURL(type, 0.95).replace(/^[^,]*,/, "");
}

Object.assign(globalThis, { decode, draw });
