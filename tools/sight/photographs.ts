import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import * as v from "valibot";
import type { Picture } from "../../src/contract/sight.ts";

const words = v.array(v.string());
const TruthSchema = v.array(
  v.object({
    /** The Debian package that it is in. */
    package: v.string(),
    /** Its place in the package. */
    file: v.string(),
    /** Words for place and subject that are right; none where it shows neither, as a pattern. */
    scene: words,
    /** Words for light, colour and mood that are right. */
    mood: words,
  }),
);

/** A picture, and the words that somebody found right for it. */
export interface Photograph {
  readonly file: string;
  readonly scene: readonly string[];
  readonly mood: readonly string[];
  readonly picture: Picture;
  /** Thresholds are chosen on one half of the pictures, and figures are those of the other. */
  readonly half: "tuning" | "test";
}

/** What a frame is decoded to: no larger than this, as in the panel. */
const LARGEST = [1280, 720] as const;

/**
 * Reads the pictures of a truth table.
 * @param folder holds the packages, each unpacked (dpkg -x) into a folder with its name
 */
export async function readPhotographs(folder: string, truth: string): Promise<Photograph[]> {
  const rows = v.parse(TruthSchema, JSON.parse(await readFile(truth, "utf8")));
  const photographs: Photograph[] = [];
  for (const { package: name, file, scene, mood } of rows) {
    const picture = await decode(join(folder, name, file));
    photographs.push({ file, scene, mood, picture, half: halfOf(file) });
  }
  return photographs;
}

function halfOf(file: string): Photograph["half"] {
  const [first = 0] = createHash("sha256").update(file).digest();
  return first % 2 === 0 ? "tuning" : "test";
}

const run = promisify(execFile);

/** Decodes a picture by ffmpeg; what is transparent stays so. */
async function decode(path: string): Promise<Picture> {
  const [width, height] = LARGEST;
  const fit = `scale='min(iw,${width})':'min(ih,${height})':force_original_aspect_ratio=decrease`;
  const { stdout } = await run(
    "ffmpeg",
    [
      "-v",
      "error",
      "-i",
      path,
      "-frames:v",
      "1",
      "-vf",
      fit,
      "-pix_fmt",
      "rgba",
      "-f",
      "image2pipe",
    ].concat(["-c:v", "pam", "-"]),
    { encoding: "buffer", maxBuffer: 1 << 26 },
  );
  return pictureOf(stdout, path);
}

/** A PAM file with four channels, as ffmpeg writes it. */
function pictureOf(pam: Buffer, path: string): Picture {
  const end = "ENDHDR\n";
  const header = pam.subarray(0, 200).toString("latin1").split(end)[0] ?? "";
  const [, width, height] = /WIDTH (\d+)\nHEIGHT (\d+)\nDEPTH 4\n/.exec(header)?.map(Number) ?? [];
  if (width === undefined || height === undefined) throw new Error(`${path} cannot be decoded.`);
  const pixels = pam.subarray(header.length + end.length);
  return { at: 0, clip: path, width, height, rgba: new Uint8ClampedArray(pixels) };
}

/** Seconds between the two frames of a pair, as the panel takes them to see motion. */
const APART = 0.2;

/** A pair of frames of a shot in which nothing moves. */
export function still(picture: Picture): Picture[] {
  return [picture, { ...picture, at: picture.at + APART }];
}

/** Three pairs of frames of a shot that pans over a picture from left to right in 4 s, 16:9. */
export function pan(picture: Picture): Picture[] {
  const width = Math.round(0.8 * picture.width);
  const height = Math.min(picture.height, Math.round((width * 9) / 16));
  return [0, APART, 2 - APART / 2, 2 + APART / 2, 4 - APART, 4].map((at) => {
    const left = Math.round((at / 4) * (picture.width - width));
    const top = Math.round((picture.height - height) / 2);
    const rgba = new Uint8ClampedArray(4 * width * height);
    for (let y = 0; y < height; y += 1) {
      const from = 4 * ((top + y) * picture.width + left);
      rgba.set(picture.rgba.subarray(from, from + 4 * width), 4 * y * width);
    }
    return { at, clip: picture.clip, width, height, rgba };
  });
}
