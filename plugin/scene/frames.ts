import type { Sequence } from "@adobe/premierepro";
import { HostError } from "../../src/contract/errors.ts";
import { FRAME_LIMIT, type Frame, type Frames } from "../../src/contract/frames.ts";
import type { FramesRequest } from "../../src/contract/frames.ts";
import { framePairs, frameTimes, type FrameTime } from "../../src/shared/frame-times.ts";
import { ask, openSequence, orElse, type Premiere } from "../premiere.ts";
import type { Uxp } from "../uxp/uxp.ts";
import { filmedClips } from "./filmed-clips.ts";
import { FrameFiles, type Size } from "./frame-files.ts";
import { cutText } from "./text-allowance.ts";

// Characters of all pictures together: one message takes four million (`MESSAGE_LIMIT`).
const PICTURES_LIMIT = 3_600_000;
const PICTURE_LIMIT = 1_000_000;
// What has not come by then will not be waited for; less where nothing comes at all.
const PATIENCE_MS = 60_000;
const FIRST_MS = 25_000;

/** See `EditorHost.framesOf`. */
export async function framesOf(
  premiere: Premiere,
  { localFileSystem, formats }: Uxp<unknown>["storage"],
  request: FramesRequest,
): Promise<Frames> {
  const { sequence } = await openSequence(premiere);
  const { clips, offline } = await filmedClips(premiere, sequence);
  const missing = offline.map((name) => noPicture(name, "its file is missing"));
  if (clips.length === 0) throw missing.length > 0 ? noneCame(missing) : nothingSelected();
  const files = new FrameFiles(premiere, {
    sequence,
    folder: await ask("Premiere has no place for pictures.", "the temporary folder", () =>
      localFileSystem.getTemporaryFolder(),
    ),
    binary: formats.binary,
    ...(await pictureSize(sequence, request.size)),
  });
  try {
    const { frames, notes } = await exported(files, shotsOf(clips, request));
    if (frames.length === 0) throw noneCame([...missing, ...notes]);
    return {
      frames: frames.sort((a, b) => a.at - b.at),
      notes: [...missing, ...notes].slice(0, FRAME_LIMIT),
    };
  } finally {
    await files.cleanUp();
  }
}

/** A picture to take. */
interface Shot extends FrameTime {
  /** For the second picture of a moment: when the first is taken. */
  readonly after: number | null;
}

/** First every moment once, then again: should time run out, no moment is without a picture. */
function shotsOf(
  clips: Parameters<typeof frameTimes>[0],
  { count, pairs = false }: FramesRequest,
): Shot[] {
  if (!pairs) return frameTimes(clips, count).map((time) => ({ ...time, after: null }));
  const moments = framePairs(clips, count);
  return [
    ...moments.map(({ at, clip }) => ({ at, clip, after: null })),
    ...moments.flatMap(({ at, clip, then }) =>
      then === null ? [] : { at: then, clip, after: at },
    ),
  ];
}

async function exported(files: FrameFiles, shots: readonly Shot[]): Promise<Frames> {
  const frames: Frame[] = [];
  const notes: string[] = [];
  const begin = Date.now();
  let room = PICTURES_LIMIT;
  // One after the other: Premiere drops frames that are asked for at once.
  for (const [index, { at, clip, after }] of shots.entries()) {
    // A moment that did not come once is not worth another wait.
    if (after !== null && !frames.some((frame) => frame.at === after)) continue;
    const isLate = Date.now() - begin >= (frames.length === 0 ? FIRST_MS : PATIENCE_MS);
    const limit = Math.min(PICTURE_LIMIT, Math.floor(room / (shots.length - index)));
    const picture = isLate ? "the others took too long" : await files.read(at, limit);
    if (typeof picture === "string") notes.push(noPicture(clip, picture, after !== null));
    else {
      frames.push({ at, clip, ...picture });
      room -= picture.data.length;
    }
  }
  return { frames, notes };
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

function noPicture(clip: string, reason: string, isSecond = false): string {
  const picture = isSecond ? "second picture, which would show motion," : "picture";
  return `There is no ${picture} of “${cutText(clip, 100)}”: ${cutText(reason, 300)}.`;
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
