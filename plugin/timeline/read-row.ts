import type { RowReport } from "../../src/contract/row.ts";
import { maybe, orElse } from "../premiere.ts";
import { isAt, nameOf, placeOf, type PlacedClip, type Span } from "./clips.ts";
import type { Piece, Plan } from "./lay.ts";
import {
  changedOtherwise,
  compareClips,
  comparePictures,
  isOurs,
  otherTrack,
  type Reading,
} from "./read-back.ts";

/**
 * Compares two readings of the timeline: every clip of the row must be there, each the part of its
 * file that it was to be, and every other clip where it was. Null when nothing has changed.
 * @throws HostError something else has changed; the error says exactly what
 */
export async function checkRow(
  before: Reading,
  after: Reading,
  plan: Plan & Span,
): Promise<{ readonly report: RowReport } | null> {
  const { pieces, title, track } = plan;
  // Frames must not be lost between clips; only rounding to audio samples is forgiven.
  const tolerance = plan.tolerance / 2;
  const { lost, added } = compareClips(before.clips, after.clips, plan);
  const pictures = comparePictures(before.video, after.video, plan);
  const open = new Set(added);
  const laid: PlacedClip[] = [];
  const missing: Piece[] = [];
  for (const piece of pieces) {
    const clip = await find(open, piece, track, tolerance);
    if (clip === null) missing.push(piece);
    else laid.push(clip);
    if (clip !== null) open.delete(clip);
  }
  const changes = [
    ...lost.map((clip) => `the clip at ${placeOf(clip)} is gone or cut`),
    ...[...open].map((clip) => `there is a new clip at ${placeOf(clip)}`),
    ...pictures.changed.map((name) => `the picture on ${name} changed`),
  ];
  const [first] = laid;
  if (first === undefined && changes.length === 0) return null;
  const gaps = missing.map(
    (piece) => `no clip of the row is at ${placeOf(placeFor(piece, track))}`,
  );
  if (first === undefined || changes.length + gaps.length > 0)
    throw changedOtherwise(title, [...gaps, ...changes]);
  const name = await nameOf(first.item);
  const tracks = [...new Set(laid.map((clip) => clip.track))];
  return {
    report: {
      clipName: (name === "" ? title : name).slice(0, 1000),
      audioTrack: first.track,
      start: Math.max(0, first.start.seconds),
      end: Math.max(0, (laid.at(-1) ?? first).end.seconds),
      pushed: 0,
      undoSteps: 1,
      notes: tracks.every((one) => one === track) ? [] : [otherTrack(tracks, track)],
      clips: laid.length,
    },
  };
}

/** The clip that lies where a piece was to go, on the track for it or else on another. */
async function find(
  open: ReadonlySet<PlacedClip>,
  piece: Piece,
  track: number,
  tolerance: number,
): Promise<PlacedClip | null> {
  const place = placeFor(piece, track);
  const inPlace = [...open]
    .filter((clip) => isAt(clip, place, tolerance))
    .sort((a, b) => Number(b.track === track) - Number(a.track === track));
  for (const clip of inPlace) {
    const itemId = piece.clip.item.getId();
    if ((await isOurs(clip, { itemId })) !== false && (await playsFrom(clip, piece, 2 * tolerance)))
      return clip;
  }
  return null;
}

const placeFor = ({ start, source }: Piece, track: number): Span & { readonly track: number } => ({
  start,
  end: start.add(source.length),
  track,
});

/**
 * Whether a clip begins where it should in its file, to the frame, since hosts may round; so it does
 * where Premiere does not say.
 */
async function playsFrom(
  { item }: PlacedClip,
  { source }: Piece,
  tolerance: number,
): Promise<boolean> {
  const from = await orElse(null, async () => maybe(await item.getInPoint()) ?? null);
  if (from === null) return true;
  return Math.abs(from.ticksNumber - source.marks.start.ticksNumber) <= tolerance;
}
