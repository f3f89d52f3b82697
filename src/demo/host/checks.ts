import type { Cue } from "../../contract/cue.ts";
import type { Check } from "../../contract/host-check.ts";
import { undo } from "../timeline/edit.ts";
import { insertCue } from "../timeline/insert.ts";
import { openTimeline, type Sequence, type Timeline } from "../timeline/model.ts";
import type { Tab } from "./tab.ts";

/** What a tab can report about itself. It can report nothing about Premiere, and says so. */
export function checksOf(tab: Tab, timeline: Timeline | null, scratch: boolean): Check[] {
  const sequence = timeline?.sequence;
  const tracks = sequence?.audio.length ?? 0;
  return [
    {
      id: "application",
      name: "Application",
      outcome: "note",
      detail: "This is the stand-in editor in a browser tab: nothing here holds for Premiere.",
    },
    {
      id: "sequence",
      name: "Open sequence",
      outcome: "note",
      detail: sequence === undefined ? "None." : `${sequence.name}, ${tracks} audio tracks.`,
    },
    ...tab.checks(),
    ...(scratch ? [insertAndUndo()] : []),
  ];
}

const SCRATCH: Sequence = {
  name: "Scratch",
  frameRate: 25,
  video: [],
  audio: [[]],
  markers: [],
  trackMarkers: {},
};
const CUE: Cue = {
  trackId: "scratch",
  title: "Scratch",
  artist: "",
  licence: { id: "unknown", name: "Unknown" },
  audio: { kind: "bundled", path: "audio/scratch.mp3" },
  source: { start: 0, end: 10 },
};

function insertAndUndo(): Check {
  const { timeline } = insertCue(openTimeline(SCRATCH), CUE, 0, { track: "music", ripple: false });
  const laid = timeline.sequence.audio.flat().length;
  const left = undo(timeline).sequence.audio.flat().length;
  return {
    id: "insert-and-undo",
    name: "Inserting and undoing in a scratch sequence",
    outcome: laid === 1 && left === 0 ? "ok" : "failed",
    detail: `${laid} clip after the insert, ${left} after the undo.`,
  };
}
