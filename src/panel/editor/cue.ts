import type { LocalResult } from "../../contract/search.ts";
import type { Cue, InsertRequest, TargetTrack } from "../../contract/cue.ts";
import type { Place } from "../../contract/place.ts";
import type { Section } from "../../contract/track.ts";

export interface CueOptions {
  /** The whole track instead of the part from its best section on. */
  readonly whole: boolean;
  readonly track: TargetTrack;
}

/**
 * What goes on the timeline for a result, and where.
 *
 * From the best section to the end of the track, since an editor trims the end but wants the
 * moment that was heard. With an in and an out point set, it starts at the in point and is no
 * longer than the range; without, it starts at the playhead (`at` null).
 */
export function insertRequest(
  result: LocalResult,
  place: Pick<Place, "sequence"> | null,
  { whole, track }: CueOptions,
): InsertRequest {
  const range = place?.sequence?.range ?? null;
  const source = whole ? wholeTrack(result) : fromBestSection(result, range);
  const at = range === null ? null : range.start;
  return { cue: cueOf(result, source), at, track, ripple: false };
}

/**
 * The same, pushing what lies later. The place is a fixed one: it is what the editor is asked
 * about, wherever the playhead goes meanwhile.
 */
export function pushRequest(
  result: LocalResult,
  sequence: NonNullable<Place["sequence"]>,
  track: TargetTrack,
): InsertRequest & { readonly at: number } {
  const request = insertRequest(result, { sequence }, { whole: false, track });
  return { ...request, at: request.at ?? sequence.playhead, ripple: true };
}

/** The track from its best section to its end, wherever that goes. */
export const cueFromBest = (result: LocalResult): Cue =>
  cueOf(result, fromBestSection(result, null));

function cueOf({ track }: LocalResult, source: Section): Cue {
  const { id, title, artist, licence, audio } = track;
  return { trackId: id, title, artist, licence, audio, source };
}

const wholeTrack = (result: LocalResult): Section => ({ start: 0, end: endOf(result) });

function fromBestSection(result: LocalResult, range: Section | null): Section {
  const { start } = result.section;
  const end = endOf(result);
  return { start, end: range === null ? end : Math.min(end, start + (range.end - range.start)) };
}

// A track whose length is unknown (0) still reaches as far as the section that was heard.
const endOf = ({ track, section }: LocalResult): number => Math.max(track.seconds, section.end);
