import type { CueSheet } from "../../contract/cue-sheet.ts";
import { audioTrackName } from "../words/format.ts";
import { frameAt, frameCount, timecode } from "./timecode.ts";

/** One row of a cue sheet as it is read: every time in the sequence's own time code. */
export interface CueLine {
  /** From 1. */
  readonly number: number;
  readonly title: string;
  readonly artist: string;
  readonly licence: string;
  /** Empty where there is none. */
  readonly licenceUrl: string;
  readonly attribution: string;
  readonly trackId: string;
  readonly audioTrack: string;
  readonly in: string;
  /** The first frame after it, so that out less in is the duration. */
  readonly out: string;
  readonly duration: string;
}

export function cueLines({ rows, frameRate, zero }: CueSheet): readonly CueLine[] {
  const count = frameCount(frameRate);
  return rows.map((row, at) => {
    const from = frameAt(zero + row.start, count);
    const to = frameAt(zero + row.end, count);
    return {
      number: at + 1,
      title: row.title,
      artist: row.artist,
      licence: row.licence.name,
      licenceUrl: row.licence.url ?? "",
      attribution: row.licence.attribution ?? "",
      trackId: row.trackId,
      audioTrack: audioTrackName(row.audioTrack),
      in: timecode(from, count),
      out: timecode(to, count),
      duration: timecode(to - from, count),
    };
  });
}

/** How long all cues are together, in time code; music that sounds twice at once counts twice. */
export function totalDuration({ rows, frameRate, zero }: CueSheet): string {
  const count = frameCount(frameRate);
  const frames = rows.reduce(
    (sum, { start, end }) => sum + frameAt(zero + end, count) - frameAt(zero + start, count),
    0,
  );
  return timecode(frames, count);
}
