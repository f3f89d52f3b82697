import type { LocalResult } from "../../contract/search.ts";
import type { Cue, InsertRequest, TargetTrack } from "../../contract/cue.ts";
import type { Place } from "../../contract/place.ts";
import type { Section } from "../../contract/track.ts";

export interface CueOptions {
  /** The whole track instead of a part of it. */
  readonly whole: boolean;
  readonly track: TargetTrack;
  /** What the editor has marked in the track; left out or null: nothing. */
  readonly passage?: Section | null;
  /** Where it is to go so that it hits; left out or null: there is nothing to be hit. */
  readonly aim?: Aim | null;
}

/** A place in a track that begins at a place in the sequence. Seconds. */
export interface Aim {
  readonly offset: number;
  readonly span: Section;
}

/** Knows where tracks hit what is to be hit. */
export interface Aims {
  aim(result: LocalResult): Aim | null;
}

/**
 * What goes on the timeline for a result, and where.
 *
 * The passage that was marked; else, where something is to be hit, the part that hits it; else from the
 * best section to the end of the track, since an editor trims the end but wants the moment that was
 * heard. With an in and an out point set, it starts at the in point and is no longer than the range; so
 * it is with the part that was read for hit points. Without, it starts at the playhead (`at` null).
 */
export function insertRequest(
  result: LocalResult,
  place: Pick<Place, "sequence"> | null,
  { whole, track, passage = null, aim = null }: CueOptions,
): InsertRequest {
  const aimed = whole || passage !== null ? null : aim;
  const range = aimed?.span ?? place?.sequence?.range ?? null;
  const part = aimed === null ? partOf(result, passage) : from(result, aimed.offset);
  const source = whole ? wholeTrack(result) : within(part, range);
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
  options: Omit<CueOptions, "whole">,
): InsertRequest & { readonly at: number } {
  const request = insertRequest(result, { sequence }, { ...options, whole: false });
  return { ...request, at: request.at ?? sequence.playhead, ripple: true };
}

/** The passage, or the track from its best section to its end, wherever that goes. */
export const cueOfPart = (result: LocalResult, passage: Section | null = null): Cue =>
  cueOf(result, partOf(result, passage));

function cueOf({ track }: LocalResult, source: Section): Cue {
  const { id, title, artist, licence, audio } = track;
  return { trackId: id, title, artist, licence, audio, source };
}

const wholeTrack = (result: LocalResult): Section => ({ start: 0, end: endOf(result) });

const partOf = (result: LocalResult, passage: Section | null): Section =>
  passage ?? from(result, result.section.start);

const from = (result: LocalResult, start: number): Section => ({ start, end: endOf(result) });

/** As much of a part as the range takes. */
const within = ({ start, end }: Section, range: Section | null): Section =>
  range === null
    ? { start, end }
    : { start, end: Math.min(end, start + (range.end - range.start)) };

// A track whose length is unknown (0) still reaches as far as the section that was heard.
const endOf = ({ track, section }: LocalResult): number => Math.max(track.seconds, section.end);
