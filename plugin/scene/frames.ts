import type { Sequence } from "@adobe/premierepro";
import { HostError } from "../../src/contract/errors.ts";
import type { Frame, Frames, FramesRequest } from "../../src/contract/frames.ts";
import { ask, openSequence, orElse, type Premiere } from "../premiere.ts";
import { isPicture, selectedTrackItems } from "../timeline/selected.ts";
import { nameOf } from "../timeline/clips.ts";
import type { Uxp } from "../uxp/uxp.ts";
import { FrameFiles, type Size } from "./frame-files.ts";
import { frameTimes, type FilmedClip } from "./frame-times.ts";
import { spanOf } from "./selected-items.ts";
import { cutText } from "./text-allowance.ts";

// Characters of all pictures together: one message takes four million (`MESSAGE_LIMIT`).
const PICTURES_LIMIT = 3_600_000;
const PICTURE_LIMIT = 1_000_000;
// What has not come by then will not be waited for.
const PATIENCE_MS = 60_000;

/** See `EditorHost.framesOf`. */
export async function framesOf(
  premiere: Premiere,
  { localFileSystem, formats }: Uxp<unknown>["storage"],
  { count, size }: FramesRequest,
): Promise<Frames> {
  const { sequence } = await openSequence(premiere);
  const clips = await filmedClips(premiere, sequence);
  if (clips.length === 0) throw nothingSelected();
  const times = frameTimes(clips, count);
  const files = new FrameFiles(premiere, {
    sequence,
    folder: await ask("Premiere has no place for pictures.", "the temporary folder", () =>
      localFileSystem.getTemporaryFolder(),
    ),
    binary: formats.binary,
    limit: Math.min(PICTURE_LIMIT, Math.floor(PICTURES_LIMIT / times.length)),
    ...(await pictureSize(sequence, size)),
  });

  const frames: Frame[] = [];
  const notes: string[] = [];
  const deadline = Date.now() + PATIENCE_MS;
  try {
    // One after the other: Premiere drops frames that are asked for at once.
    for (const { at, clip } of times) {
      const picture = Date.now() < deadline ? await files.read(at) : "the others took too long";
      if (typeof picture !== "string") frames.push({ at, clip, ...picture });
      else notes.push(`There is no picture of “${cutText(clip, 100)}”: ${cutText(picture, 300)}.`);
    }
  } finally {
    await files.cleanUp();
  }
  if (frames.length === 0) throw noneCame(notes);
  return { frames, notes };
}

/** The selected video clips; those whose place Premiere does not report are left out. */
async function filmedClips(premiere: Premiere, sequence: Sequence): Promise<FilmedClip[]> {
  const selected = await ask("Premiere does not say what is selected.", sequence.name, () =>
    selectedTrackItems(premiere, sequence),
  );
  const clips = await Promise.all(
    selected.filter(isPicture).map(async (item) => {
      const [span, name] = await Promise.all([spanOf(item), nameOf(item)]);
      return span === null ? [] : { ...span, name: cutText(name, 1000) };
    }),
  );
  return clips.flat();
}

const HD = { width: 1920, height: 1080 };

/** The sequence's frame in small, in even pixels, as coders of pictures like them. */
async function pictureSize(sequence: Sequence, longerSide: number): Promise<Size> {
  const { width, height } = await orElse(HD, () => sequence.getFrameSize());
  const { width: w, height: h } = width > 0 && height > 0 ? { width, height } : HD;
  const even = (pixels: number): number => Math.max(2, 2 * Math.round(pixels / 2));
  const scale = longerSide / Math.max(w, h);
  return { width: even(w * scale), height: even(h * scale) };
}

const nothingSelected = (): HostError =>
  new HostError({
    what: "No video clips are selected.",
    next: "Select clips in the timeline and try again.",
  });
const noneCame = (notes: readonly string[]): HostError =>
  new HostError({
    what: "Premiere exported no picture of the selected clips.",
    next: "Check that the clips play in the program monitor, then try again.",
    cause: notes.join(" "),
  });
