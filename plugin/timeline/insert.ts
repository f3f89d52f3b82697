import type { Cue, InsertReport, InsertRequest } from "../../src/contract/cue.ts";
import { openSequence } from "../premiere.ts";
import { bringIn, type Bench } from "./bring-in.ts";
import { chooseTrack } from "./choose-track.ts";
import { ticksPerFrame } from "./clips.ts";
import { lay } from "./lay.ts";
import { readTimeline } from "./read-back.ts";

/** Lays a cue on an audio track. See `EditorHost.insert`, and docs/architecture.md for the way. */
export async function insertCue(bench: Bench, request: InsertRequest): Promise<InsertReport> {
  const { premiere, marks } = bench;
  const { cue, at, ripple } = request;
  const open = await openSequence(premiere);
  const frameRate = (await open.sequence.getSettings()).getVideoFrameRate();
  const wanted =
    at === null ? await open.sequence.getPlayerPosition() : premiere.TickTime.createWithSeconds(at);
  // Where the timeline shows audio units, the playhead stands between frames too.
  const start = wanted.alignToNearestFrame(frameRate);

  const { clip, binIds, notes } = await bringIn(bench, open, cue);
  const source = await marks.plan(clip, cue.source, frameRate, cue.title);
  const span = { start, end: start.add(source.length) };
  const before = await readTimeline(premiere, open.sequence);
  const track = await chooseTrack(before, { span, ripple, binIds }, request);

  const tolerance = ticksPerFrame(premiere, frameRate);
  const expected = { ...span, track, ripple, removed: null, tolerance };
  const { report } = await lay(bench, open, { clip, source, title: cue.title }, before, expected);
  const short = shorter(cue, source.length.seconds);
  return { ...report, notes: [...notes, ...short, ...report.notes] };
}

// What two decoders make of one compressed file differs by less, and is not worth a word.
const WORTH_TELLING = 0.5;

function shorter({ source }: Cue, seconds: number): string[] {
  const wanted = source.end - source.start;
  return wanted - seconds < WORTH_TELLING
    ? []
    : [
        `The track ends there: the cue lasts ${seconds.toFixed(1)} s instead of ${wanted.toFixed(1)} s.`,
      ];
}
