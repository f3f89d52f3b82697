import type { FrameRate, TickTime } from "@adobe/premierepro";
import { HostError } from "../../src/contract/errors.ts";
import type { RowReport, RowRequest } from "../../src/contract/row.ts";
import { rowGap } from "../../src/shared/row-gap.ts";
import { openSequence } from "../premiere.ts";
import { ticksPerFrame } from "./clips.ts";
import { chooseTrack } from "./insert.ts";
import { bringIn, layPieces, type Bench, type Piece } from "./lay.ts";
import { checkRow } from "./read-row.ts";
import { readTimeline } from "./read-back.ts";

/**
 * Most clips of one row. Each takes two actions, and hosts are reported to take some fifty in one
 * transaction; and each takes an item in the bin.
 */
export const MOST_CLIPS = 24;

/**
 * Lays passages of a track as clips in a row. See `RowHost.insertRow`.
 *
 * An item has but one in and out point, and an action lays what is marked when it is made, before
 * those of its transaction have run. So each passage gets an item of its own of the same file: one
 * transaction marks all of them, the next lays all, and one undo takes back the row.
 */
export async function insertRow(bench: Bench, request: RowRequest): Promise<RowReport> {
  const { premiere, marks } = bench;
  const { cue, passages, at } = request;
  const { title } = cue;
  const open = await openSequence(premiere);
  const frameRate = (await open.sequence.getSettings()).getVideoFrameRate();
  const tolerance = ticksPerFrame(premiere, frameRate);
  if (passages.length > MOST_CLIPS) throw tooMany(passages.length, title);
  const frame = premiere.TickTime.createWithTicks(String(tolerance)).seconds;
  if (rowGap(passages, frame) === "overlap") throw overlapping(title);
  const begin = onFrame(
    frameRate,
    at === null ? await open.sequence.getPlayerPosition() : premiere.TickTime.createWithSeconds(at),
  );

  const { clips, binIds, notes } = await bringIn(bench, open, cue, passages.length);
  const pieces: Piece[] = [];
  for (const [index, clip] of clips.entries()) {
    const passage = passages[index];
    if (passage === undefined) break;
    const offset = premiere.TickTime.createWithSeconds(passage.at);
    const source = await marks.planExactly(clip, passage.source, frameRate, title);
    pieces.push({ clip, source, start: begin.add(onFrame(frameRate, offset)) });
  }
  const end = pieces.reduce((_, { start, source }) => start.add(source.length), begin);
  const span = { start: begin, end };
  const before = await readTimeline(premiere, open.sequence);
  const track = await chooseTrack(before, { span, ripple: false, binIds }, request);
  const plan = { title, pieces, track, ripple: false, removed: null, tolerance };
  const { report } = await layPieces(bench, open, plan, before, (after) =>
    checkRow(before, after, { ...plan, ...span }),
  );
  const wanted = passages.reduce((sum, { source }) => sum + source.end - source.start, 0);
  const short = Math.round((wanted - lengthOf(pieces)) / frame);
  return { ...report, notes: [...notes, ...(short > 0 ? [shorter(short)] : []), ...report.notes] };
}

const onFrame = (frameRate: FrameRate, time: TickTime): TickTime =>
  time.alignToNearestFrame(frameRate);

const lengthOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, { source }) => sum + source.length.seconds, 0);

const shorter = (frames: number): string =>
  `The file ends ${frames === 1 ? "1 frame" : `${frames} frames`} early: the row is that much shorter.`;

const tooMany = (count: number, input: string): HostError =>
  new HostError({
    what: `The row has ${count} clips, and Premiere takes ${MOST_CLIPS} in one edit.`,
    input,
    next: "Lay the music as one file instead.",
  });
const overlapping = (input: string): HostError =>
  new HostError({
    what: "Clips of the row would lie on each other, so nothing was laid.",
    input,
    next: "Fit the track again.",
  });
