import type { Sequence } from "@adobe/premierepro";
import { HostError } from "../../src/contract/errors.ts";
import { orElse, type Premiere } from "../premiere.ts";
import { noSuchTrackText } from "../timeline/clips.ts";
import type { Sound, Sounds, Source } from "./sounds.ts";

/**
 * The tracks that speak, from 0: the chosen ones; else those with a transcript; else those that are
 * named after speech; else A1, where editors keep dialogue, unless it holds our music.
 * @param wanted tracks that the editor chose, or null
 * @throws HostError a chosen track does not exist, or none is known to speak
 */
export async function dialogueTracks(
  premiere: Premiere,
  sequence: Sequence,
  sounds: Sounds,
  wanted: readonly number[] | null,
): Promise<number[]> {
  const { all, trackCount } = sounds;
  if (wanted !== null) {
    const missing = wanted.find((track) => track >= trackCount);
    if (missing !== undefined) throw noSuchTrack(missing, trackCount);
    return inOrder(wanted);
  }
  const others = all.filter(({ isMusic }) => !isMusic);
  const transcribed = await itemsWithTranscript(premiere, others);
  const byTranscript = others.filter(({ source }) => source !== null && transcribed.has(source.id));
  if (byTranscript.length > 0) return inOrder(byTranscript.map(({ track }) => track));

  const named = await speechNames(sequence, trackCount);
  if (named.length > 0) return named;
  const isFirstMusic = all.some(({ track, isMusic }) => track === 0 && isMusic);
  if (others.some(({ track }) => track === 0) && !isFirstMusic) return [0];
  throw noDialogue();
}

function inOrder(tracks: readonly number[]): number[] {
  return [...new Set(tracks)].sort((a, b) => a - b);
}

/** Ids of the items that have one; each item is asked once, however often it lies on the timeline. */
async function itemsWithTranscript(
  premiere: Premiere,
  sounds: readonly Sound[],
): Promise<ReadonlySet<string>> {
  const sources = new Map<string, Source>();
  for (const { source } of sounds) if (source !== null) sources.set(source.id, source);
  const found = await Promise.all(
    [...sources.values()].map(async ({ id, clip }) =>
      (await orElse(false, () => premiere.Transcript.hasTranscript(clip))) ? [id] : [],
    ),
  );
  return new Set(found.flat());
}

const SPEECH = /dialog|voice|narrat|interview|\bvo(\b|\d)/i;

async function speechNames(sequence: Sequence, trackCount: number): Promise<number[]> {
  const tracks = Array.from({ length: trackCount }, (_, track) => track);
  const names = await Promise.all(
    tracks.map((track) => orElse("", async () => (await sequence.getAudioTrack(track)).name)),
  );
  return tracks.filter((track) => SPEECH.test(names[track] ?? ""));
}

const noSuchTrack = (track: number, count: number): HostError =>
  new HostError({
    what: noSuchTrackText(track, count),
    next: "Choose the tracks that speak, then duck again.",
  });
const noDialogue = (): HostError =>
  new HostError({
    what: "No track is known to hold speech.",
    next: "Transcribe the clips that speak, give their track a name such as “Dialogue”, or choose the track, then duck again.",
  });
