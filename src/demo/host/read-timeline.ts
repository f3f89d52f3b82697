import type { CueSheet } from "../../contract/cue-sheet.ts";
import type { Place, Project } from "../../contract/place.ts";
import { NO_SELECTION, type SceneClip, type Selection } from "../../contract/selection.ts";
import type { Section } from "../../contract/track.ts";
import { markedRange } from "../timeline/marks.ts";
import {
  sequenceSeconds,
  transcriptOf,
  type AudioClip,
  type Sequence,
  type SequenceMarker,
  type Timeline,
  type VideoClip,
} from "../timeline/model.ts";
import { selectedAudio, selectedVideo } from "../timeline/selection.ts";
import { markersOf } from "../timeline/track-markers.ts";

/** UTF-16 units of a transcript; a search reads far less. */
const TRANSCRIPT_LIMIT = 10_000;

/** The stand-in has one project, as it has one film. */
const PROJECT: Project = { id: "stand-in", name: "Forest documentary" };

/** See `EditorHost.readPlace`. */
export function placeOf(timeline: Timeline | null): Place {
  if (timeline === null) return { project: PROJECT, sequence: null };
  const { sequence, playhead } = timeline;
  return {
    project: PROJECT,
    sequence: {
      name: sequence.name,
      seconds: sequenceSeconds(sequence),
      playhead,
      range: markedRange(timeline),
      audioTracks: sequence.audio.length,
    },
  };
}

/** See `EditorHost.readSelection`. */
export function selectionOf(timeline: Timeline | null): Selection {
  if (timeline === null) return NO_SELECTION;
  const { sequence } = timeline;
  const video = selectedVideo(timeline);
  const audio = selectedAudio(timeline);
  const isInside = ({ at }: SequenceMarker): boolean =>
    [...video, ...audio].some(({ start, end }: Section) => start <= at && at < end);
  return {
    clips: [...video.map(filmed), ...audio.map((clip) => recorded(sequence, clip))],
    markers: sequence.markers.filter(isInside).map(({ name, comments }) => ({ name, comments })),
    sequence: video.length + audio.length === 0 ? "" : sequence.name,
    unreadable: [],
  };
}

function filmed(clip: VideoClip): SceneClip {
  const { name, description, logNote, comment, keywords, location, columns, bins, markers } = clip;
  const texts = { name, description, logNote, comment, keywords, location, columns, bins, markers };
  return { ...texts, ...spokenIn(clip) };
}

function recorded(sequence: Sequence, clip: AudioClip): SceneClip {
  return {
    name: clip.name,
    description: "",
    logNote: "",
    comment: "",
    keywords: [],
    location: "",
    columns: [],
    bins: ["Sound"],
    markers: markersOf(sequence, clip).map(({ name }) => ({ name, comments: "" })),
    ...spokenIn(clip),
  };
}

/** As much of the transcript as crosses the bridge. */
function spokenIn(clip: VideoClip | AudioClip): Pick<SceneClip, "transcript" | "transcriptCut"> {
  const all = transcriptOf(clip);
  const transcript = all.slice(0, TRANSCRIPT_LIMIT);
  return { transcript, transcriptCut: transcript.length < all.length };
}

/** See `EditorHost.readCueSheet`. */
export function cueSheetOf({ sequence }: Timeline): CueSheet {
  const rows = sequence.audio.flatMap((track, audioTrack) =>
    track.flatMap(({ tag, start, end, sourceStart }) =>
      tag === null ? [] : [{ ...tag, audioTrack, start, end, sourceStart }],
    ),
  );
  return {
    sequence: sequence.name,
    frameRate: sequence.frameRate,
    zero: 0,
    rows: rows.sort((a, b) => a.start - b.start || a.audioTrack - b.audioTrack),
    unidentified: [],
  };
}
