import type { Cue } from "../../src/contract/cue.ts";
import type { TrackTag } from "../../src/contract/cue-sheet.ts";
import {
  openTimeline,
  type AudioClip,
  type AudioTrack,
  type Sequence,
  type VideoClip,
} from "../../src/demo/timeline/model.ts";

export const CUE: Cue = {
  trackId: "t",
  title: "Tune",
  artist: "Nobody",
  licence: { id: "CC0-1.0", name: "CC0" },
  audio: { kind: "bundled", path: "audio/t.mp3" },
  source: { start: 10, end: 13 },
};
export const TAG: TrackTag = {
  trackId: "t",
  title: "Tune",
  artist: "Nobody",
  licence: CUE.licence,
};

/** A clip, of dialogue by default. */
export function clip(
  id: string,
  start: number,
  end: number,
  changes: Partial<AudioClip> = {},
): AudioClip {
  const untouched = { sourceStart: 0, words: [], tag: null, volume: 1, envelope: [] };
  return { ...untouched, id, name: id, kind: "dialogue", start, end, ...changes };
}

export function picture(id: string, start: number, end: number): VideoClip {
  const texts = { description: "", logNote: "", comment: "", keywords: [], location: "" };
  const project = { columns: [], bins: [] };
  const file = { sourceStart: 0, words: [], markers: [], scenery: id };
  return { ...texts, ...project, ...file, id, name: id, start, end };
}

export function sequence(audio: readonly AudioTrack[]): Sequence {
  const video = [picture("first", 0, 6), picture("second", 6, 12)];
  return { name: "Toy", frameRate: 10, video, audio, markers: [], trackMarkers: {} };
}

/** Twelve seconds: dialogue on A1, wind all over A2, nothing on A3. */
export const OPEN = openTimeline(sequence([[clip("voice", 2, 4)], [clip("wind", 0, 12)], []]));
