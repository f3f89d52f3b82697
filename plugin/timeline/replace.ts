import type { Cue, InsertReport } from "../../src/contract/cue.ts";
import { HostError } from "../../src/contract/errors.ts";
import type { Section } from "../../src/contract/track.ts";
import { ask, maybe, openSequence, orElse } from "../premiere.ts";
import { mediaTimes } from "../project/media.ts";
import { ticksPerFrame } from "./clips.ts";
import { bringIn, lay, type Bench } from "./lay.ts";
import { readTimeline } from "./read-back.ts";
import { selectedAudioClip } from "./selected.ts";
import { carryVolume, readVolume } from "./volume.ts";

/** Swaps the selected audio clip for the cue. See `EditorHost.replace`. */
export async function replaceSelected(bench: Bench, cue: Cue): Promise<InsertReport> {
  const { premiere, marks } = bench;
  const open = await openSequence(premiere);
  const { sequence } = open;
  const frameRate = (await sequence.getSettings()).getVideoFrameRate();
  const tolerance = ticksPerFrame(premiere, frameRate);
  const selected = await selectedAudioClip(premiere, sequence);
  const [start, end, track] = await ask(
    "Premiere does not say where the clip lies.",
    cue.title,
    () => Promise.all([selected.getStartTime(), selected.getEndTime(), selected.getTrackIndex()]),
  );

  const volume = await readVolume(premiere, open.project, selected);
  const formerId = await orElse(
    null,
    async () => maybe(await selected.getProjectItem())?.getId() ?? null,
  );

  const { clips, notes } = await bringIn(bench, open, cue);
  const [clip] = clips;
  const { duration } = await ask("Premiere does not say how long the music is.", cue.title, () =>
    mediaTimes(clip.clip),
  );
  const length = end.subtract(start);
  const section = fitting(cue.source.start, length.seconds, duration.seconds);
  const source = await marks.plan(clip, section, frameRate, cue.title, length);
  const before = await readTimeline(premiere, sequence);
  const removed = before.clips.find(
    (placed) => placed.track === track && placed.start.ticksNumber === start.ticksNumber,
  );
  if (removed === undefined) throw gone(cue.title);

  const place = { start, end: start.add(source.length) };
  const expected = { ...place, track, ripple: false, removed, tolerance };
  const laid = await lay(bench, open, { clip, source, title: cue.title }, before, expected);
  const carried = await carryVolume(premiere, open, {
    title: cue.title,
    clip: laid.clip,
    itemId: clip.item.getId(),
    formerId,
    volume,
  });
  const isShort = place.end.ticksNumber < end.ticksNumber - tolerance;
  const short = isShort ? [shorter(source.length.seconds, length.seconds)] : [];
  return {
    ...laid.report,
    undoSteps: laid.report.undoSteps + carried.undoSteps,
    notes: [...notes, ...short, ...carried.notes, ...laid.report.notes],
  };
}

/** `length` seconds of a track of `duration` from `start` on, or from as late as they fit in. */
export function fitting(start: number, length: number, duration: number): Section {
  const from = Math.max(0, Math.min(start, duration - length));
  return { start: from, end: Math.min(duration, from + length) };
}

const shorter = (seconds: number, wanted: number): string =>
  `The track lasts ${seconds.toFixed(1)} s, the clip it replaces ${wanted.toFixed(1)} s: the end is empty now.`;
const gone = (title: string): HostError =>
  new HostError({
    what: "The selected clip is no longer in the timeline; nothing was replaced.",
    input: title,
    next: "Select the clip again and replace it.",
  });
