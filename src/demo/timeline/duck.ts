import { dipsOf, duckEnvelope } from "../../shared/duck-envelope.ts";
import type { DuckReport, DuckSettings, UnduckReport } from "../../contract/ducking.ts";
import { HostError } from "../../contract/errors.ts";
import type { Section } from "../../contract/track.ts";
import { noSuchTrack } from "./choose-track.ts";
import { changeAudio, edited } from "./edit.ts";
import {
  fileToSequence,
  trackName,
  wordsInUse,
  type AudioClip,
  type Sequence,
  type Timeline,
} from "./model.ts";
import { selectedAudio } from "./selection.ts";

/**
 * Draws the volume of the music under speech, and redraws it if it was drawn before.
 * @throws HostError there is no music, or no speech over it
 */
export function duckMusic(
  timeline: Timeline,
  settings: DuckSettings,
): { timeline: Timeline; report: DuckReport } {
  const music = musicToDuck(timeline);
  if (music.length === 0) throw noMusic(timeline.sequence.name);
  const dialogue = dialogueTracks(timeline.sequence, settings.dialogue);
  const speakers = dialogue
    .flatMap((track) => timeline.sequence.audio[track] ?? [])
    .filter(({ tag }) => tag === null);
  const speech = speakers.flatMap(sectionsOf);
  const lines = new Map(music.map((clip) => [clip, lineOf(clip, speech, settings)]));
  const drawn = [...lines.values()].filter((line) => line.length > 0);
  const isUndrawn = music.every(({ envelope }) => envelope.length === 0);
  if (drawn.length === 0 && isUndrawn) throw nobodySpeaks(dialogue);
  const report: DuckReport = {
    clips: drawn.length,
    dips: drawn.reduce((sum, line) => sum + dipsOf(line), 0),
    basis: speakers.some(({ words }) => words.length > 0) ? "transcript" : "clips",
    dialogue,
    notes: [],
  };
  return { timeline: redrawn(timeline, lines), report };
}

/** Removes the drawn volume from the clips that `duckMusic` would choose. */
export function unduckMusic(timeline: Timeline): { timeline: Timeline; report: UnduckReport } {
  const drawn = musicToDuck(timeline).filter(({ envelope }) => envelope.length > 0);
  const lines = new Map(drawn.map((clip) => [clip, []]));
  return { timeline: redrawn(timeline, lines), report: { clips: drawn.length, notes: [] } };
}

/** Whether a transcript has words there. */
export const isSpokenIn = ({ audio }: Sequence, { start, end }: Section): boolean =>
  audio
    .flat()
    .some((clip) => wordsInUse(clip).some((word) => word.start < end && word.end > start));

/** The selected music; all music if none is selected. */
function musicToDuck(timeline: Timeline): AudioClip[] {
  const isMusic = ({ tag }: AudioClip): boolean => tag !== null;
  const selected = selectedAudio(timeline).filter(isMusic);
  return selected.length > 0 ? selected : timeline.sequence.audio.flat().filter(isMusic);
}

/** The chosen tracks; else the tracks with a transcript; else A1, where editors keep dialogue. */
function dialogueTracks({ audio }: Sequence, wanted: readonly number[] | null): number[] {
  const missing = wanted?.find((track) => track >= audio.length);
  if (missing !== undefined) throw noSuchTrack(missing, audio.length, "dialogue");
  if (wanted !== null) return [...new Set(wanted)].sort((a, b) => a - b);
  const withWords = audio.flatMap((track, index) =>
    track.some(({ words }) => words.length > 0) ? [index] : [],
  );
  if (withWords.length > 0) return withWords;
  const [first = []] = audio;
  if (first.length > 0 && first.every(({ tag }) => tag === null)) return [0];
  throw noDialogue();
}

/** The clip's spans of speech: its words, or its whole length if it has no transcript. */
function sectionsOf(clip: AudioClip): readonly Section[] {
  return clip.words.length > 0 ? wordsInUse(clip) : [clip];
}

type Line = AudioClip["envelope"];

function lineOf(clip: AudioClip, speech: readonly Section[], settings: DuckSettings): Line {
  const by = fileToSequence(clip);
  return duckEnvelope(clip, speech, settings).map(({ at, gain }) => ({ at: at - by, gain }));
}

/** The timeline with these envelopes, as one edit; unedited if they change nothing. */
function redrawn(timeline: Timeline, lines: ReadonlyMap<AudioClip, Line>): Timeline {
  const changes = [...lines].some(([clip, line]) => line.length > 0 || clip.envelope.length > 0);
  if (!changes) return timeline;
  const redraw = (clip: AudioClip): AudioClip => {
    const envelope = lines.get(clip);
    return envelope === undefined ? clip : { ...clip, envelope };
  };
  return edited(timeline, changeAudio(timeline.sequence, redraw));
}

const noMusic = (sequence: string): HostError =>
  new HostError({
    what: "The sequence holds no music from Needledrop.",
    input: sequence,
    next: "Insert music first, then duck it.",
  });
const noDialogue = (): HostError =>
  new HostError({
    what: "No track is known to hold speech.",
    next: "Choose the tracks that speak, then duck again.",
  });
const nobodySpeaks = (tracks: readonly number[]): HostError =>
  new HostError({
    what: "Nobody speaks over this music.",
    input: tracks.map(trackName).join(", "),
    next: "Choose the tracks that speak, or select other music, then duck again.",
  });
