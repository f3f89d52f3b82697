import { HostError } from "../../src/contract/errors.ts";
import { callClip, trackName } from "../timeline/clips.ts";
import type { Refusal } from "./lines.ts";
import type { Sound } from "./sounds.ts";

type Clips = readonly { readonly sound: Sound }[];

/** As many notes as a report takes, each as long as it may be. */
export function few(notes: readonly string[]): string[] {
  return notes.slice(0, 10).map((note) => note.slice(0, 1000));
}

/** One note for each reason, with the clips that it concerns. */
export async function refused(refusals: readonly Refusal[]): Promise<string[]> {
  const reasons = [...new Set(refusals.map(({ why }) => why))];
  const notes = reasons.map((reason) =>
    about(
      refusals.filter(({ why }) => why === reason),
      (names) => `Not ducked, because ${reason}: ${names}.`,
    ),
  );
  return (await Promise.all(notes)).flat();
}

export async function allRefused(refusals: readonly Refusal[]): Promise<HostError> {
  return new HostError({
    what: `No music was ducked. ${(await refused(refusals)).join(" ")}`.slice(0, 1000),
    next: refusals[0]?.next ?? "",
  });
}

export const unsure = (clips: Clips): Promise<string[]> =>
  about(
    clips,
    (names) =>
      `Premiere does not say from where it counts keyframes: listen to ${names}, and undo if the music does not go down under the words.`,
  );
export const silent = (clips: Clips): Promise<string[]> =>
  about(
    clips,
    (names) => `Nobody speaks over ${names} any more, so the volume is what it was before ducking.`,
  );
export const unreadable = (clips: Clips): Promise<string[]> =>
  about(clips, (names) => `Unchanged, because the volume cannot be read: ${names}.`);
export const handMade = (clips: Clips): Promise<string[]> =>
  about(
    clips,
    (names) =>
      `Keyframes that were changed by hand after ducking are gone too: ${names}. Undo brings them back.`,
  );
export const unclear = (clips: Clips): Promise<string[]> =>
  about(
    clips,
    (names) =>
      `Taken for speech from start to end, because the transcript cannot be used: ${names}.`,
  );

export function gone(count: number): string[] {
  if (count === 0) return [];
  const clips = count === 1 ? "1 clip that was" : `${count} clips that were`;
  return [
    `${clips} ducked cannot be found: removed, replaced, or moved by more than the clip's length.`,
  ];
}

const NAMES = 5;

/** A sentence about these clips; none where there are no clips. */
async function about(clips: Clips, sentence: (names: string) => string): Promise<string[]> {
  if (clips.length === 0) return [];
  const names = await Promise.all(clips.slice(0, NAMES).map(({ sound }) => callClip(sound)));
  const more = clips.length - names.length;
  return [sentence(names.join(", ") + (more > 0 ? ` and ${more} more` : ""))];
}

export const noMusic = (sequence: string): HostError =>
  new HostError({
    what: "There is no music of Needledrop's in this sequence.",
    input: sequence,
    next: "Insert music first, then duck it.",
  });

export const nobodySpeaks = (tracks: readonly number[]): HostError =>
  new HostError({
    what: `Nobody speaks over the music on ${tracks.map(trackName).join(", ")}.`,
    next: "Choose the tracks that speak, or move the music under the words.",
  });
