import type { FrameRate, Project, Sequence, TickTime } from "@adobe/premierepro";
import type { Cue, InsertReport, InsertRequest } from "../src/contract/editor-host.ts";
import { HostError } from "../src/contract/errors.ts";
import { musicTrack } from "../src/contract/music-track.ts";
import type { AudioFiles } from "./audio-files.ts";
import { activeProject, activeSequence, ask, type Premiere } from "./premiere.ts";
import { importOnce, type ImportedClip } from "./project-bin.ts";
import { audioTrackUses, placeKey, placedClips, type PlacedClip } from "./timeline.ts";

// Audio has no picture; Premiere wants a video track index all the same (docs/host-check.md).
const VIDEO_TRACK = 0;

/** Lays a cue on an audio track. See `EditorHost.insert`. */
export async function insertCue(
  premiere: Premiere,
  files: AudioFiles,
  { cue, at }: InsertRequest,
): Promise<InsertReport> {
  const { project, sequence } = await openSequence(premiere);
  const frameRate = (await sequence.getSettings()).getVideoFrameRate();
  const start =
    at === null
      ? await sequence.getPlayerPosition()
      : premiere.TickTime.createWithSeconds(at).alignToNearestFrame(frameRate);

  const imported = await importOnce(premiere, project, await files.place(cue.audio));
  const length = await markSource(premiere, project, imported, cue, frameRate);

  const before = await placedClips(premiere, sequence);
  const end = start.add(length);
  const trackCount = await sequence.getAudioTrackCount();
  const span = { start, end };
  const track = musicTrack(await audioTrackUses(before, trackCount, imported.binIds, span));
  if (track === null) throw noFreeTrack(trackCount);
  await ask("Premiere did not take the music.", cue.title, () => {
    const editor = premiere.SequenceEditor.getEditor(sequence);
    project.lockedAccess(() => {
      project.executeTransaction((compound) => {
        compound.addAction(
          editor.createOverwriteItemAction(imported.item, start, VIDEO_TRACK, track),
        );
      }, `Insert “${cue.title}”`);
    });
  });

  const after = await placedClips(premiere, sequence);
  const tolerance = frameRate.ticksPerFrame;
  return report(before, after, { start, end, tolerance, title: cue.title });
}

async function openSequence(premiere: Premiere): Promise<{ project: Project; sequence: Sequence }> {
  const project = await activeProject(premiere);
  const sequence = project === null ? null : await activeSequence(project);
  if (project !== null && sequence !== null) return { project, sequence };
  throw new HostError({
    what: "No sequence is open.",
    next: "Open a sequence in the timeline and insert again.",
  });
}

/**
 * Sets the source in and out point, in a transaction of its own: actions of one transaction do
 * not see each other's effects.
 * @returns the length of the cue in whole frames, cut where the file ends
 */
async function markSource(
  premiere: Premiere,
  project: Project,
  { clip, isNew }: ImportedClip,
  cue: Cue,
  frameRate: FrameRate,
): Promise<TickTime> {
  const { duration } = await clip.getMedia();
  const wanted = premiere.TickTime.createWithSeconds(cue.source.end);
  const inPoint = premiere.TickTime.createWithSeconds(cue.source.start).alignToNearestFrame(
    frameRate,
  );
  const outPoint =
    wanted.ticksNumber <= duration.ticksNumber
      ? wanted.alignToNearestFrame(frameRate)
      : duration.alignToFrame(frameRate);
  if (outPoint.ticksNumber <= inPoint.ticksNumber) throw emptySection(cue, duration.seconds);
  await ask("Premiere did not take the section of the track.", cue.title, () => {
    project.lockedAccess(() => {
      project.executeTransaction((compound) => {
        compound.addAction(clip.createSetInOutPointsAction(inPoint, outPoint));
        if (isNew) compound.addAction(clip.createSetNameAction(cue.title));
      }, `Mark the section of “${cue.title}”`);
    });
  });
  return outPoint.subtract(inPoint);
}

interface Expected {
  readonly start: TickTime;
  readonly end: TickTime;
  /** One frame, in ticks. */
  readonly tolerance: number;
  readonly title: string;
}

/**
 * The new clip as the timeline holds it, after a check that all the others are still in place.
 * Premiere moves a clip to another track where channels do not fit, so all tracks are read.
 */
async function report(
  before: readonly PlacedClip[],
  after: readonly PlacedClip[],
  expected: Expected,
): Promise<InsertReport> {
  const old = new Set(before.map(placeKey));
  const now = new Set(after.map(placeKey));
  const added = after.filter((clip) => !old.has(placeKey(clip)));
  const isNear = (time: TickTime, wanted: TickTime): boolean =>
    Math.abs(time.ticksNumber - wanted.ticksNumber) <= expected.tolerance;
  const ours = added.find(
    (clip) =>
      clip.kind === "audio" && isNear(clip.start, expected.start) && isNear(clip.end, expected.end),
  );
  if ([...old].some((key) => !now.has(key))) throw damaged(expected.title);
  if (ours === undefined) throw notThere(expected.title);
  return {
    clipName: (await ours.item.getName()).slice(0, 1000),
    audioTrack: ours.track,
    start: ours.start.seconds,
    end: ours.end.seconds,
  };
}

const noFreeTrack = (trackCount: number): HostError =>
  new HostError({
    what: `None of the ${trackCount} audio tracks is free at this point for the length of the music.`,
    next: "Add an audio track, choose a shorter section, or move the playhead, then insert again.",
  });
const emptySection = (cue: Cue, seconds: number): HostError =>
  new HostError({
    what: `The section lies beyond the end of the audio, which lasts ${seconds.toFixed(1)} s.`,
    input: cue.title,
    next: "Choose an earlier or longer section.",
  });
const notThere = (title: string): HostError =>
  new HostError({
    what: "Premiere reported no error, but the timeline does not hold the music.",
    input: title,
    next: "Unlock the audio tracks, or drag the music from Needledrop's bin.",
  });
const damaged = (title: string): HostError =>
  new HostError({
    what: "Premiere changed other clips while it inserted the music.",
    input: title,
    next: "Undo once, then drag the music from Needledrop's bin to a free track.",
  });
