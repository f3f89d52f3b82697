import type { Sequence } from "@adobe/premierepro";
import type { Scene } from "../src/contract/editor-host.ts";
import type { Section } from "../src/contract/track.ts";
import { readClip } from "./clip-text.ts";
import { activeProject, activeSequence, maybe, type Premiere } from "./premiere.ts";
import { selectedProjectItems } from "./selection.ts";

const CLIP_LIMIT = 200;

/** Where the editor is working, and what is written about the selected clips. Changes nothing. */
export async function readScene(premiere: Premiere): Promise<Scene> {
  const project = await activeProject(premiere);
  if (project === null) return { sequence: null, clips: [] };
  const sequence = await activeSequence(project);
  const items = await selectedProjectItems(premiere, project, sequence);
  const clips = items.slice(0, CLIP_LIMIT).flatMap((item) => {
    const clip = maybe(premiere.ClipProjectItem.cast(item));
    return clip ? [readClip(premiere, item, clip)] : []; // A bin is no clip.
  });
  return {
    sequence: sequence === null ? null : await describeSequence(sequence),
    clips: await Promise.all(clips),
  };
}

async function describeSequence(sequence: Sequence): Promise<NonNullable<Scene["sequence"]>> {
  const seconds = atLeastZero((await sequence.getEndTime()).seconds);
  return {
    name: sequence.name.slice(0, 1000),
    seconds,
    playhead: atLeastZero((await sequence.getPlayerPosition()).seconds),
    range: await markedRange(sequence, seconds),
  };
}

/**
 * In and out point. Premiere answers a large negative time for a point that is not set, and some
 * builds the sequence's own bounds; neither marks anything off.
 */
async function markedRange(sequence: Sequence, seconds: number): Promise<Section | null> {
  const start = (await sequence.getInPoint()).seconds;
  const end = (await sequence.getOutPoint()).seconds;
  const isWhole = start <= 0 && end >= seconds;
  return start >= 0 && end > start && !isWhole ? { start, end } : null;
}

function atLeastZero(seconds: number): number {
  return Number.isFinite(seconds) ? Math.max(0, seconds) : 0;
}
