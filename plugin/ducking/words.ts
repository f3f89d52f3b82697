import { HostError } from "../../src/contract/errors.ts";
import { trackName } from "../timeline/words.ts";
import type { Refusal } from "./lines.ts";
import { nameOf, type Sound } from "./sounds.ts";

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
      (names) => `Left as it was, for ${reason}: ${names}.`,
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
      `Premiere does not say from where it counts keyframes: listen whether ${names} goes down under the words, and undo if it does not.`,
  );
export const silent = (clips: Clips): Promise<string[]> =>
  about(clips, (names) => `Nobody speaks any more over ${names}: the volume is as it was before.`);
export const unreadable = (clips: Clips): Promise<string[]> =>
  about(clips, (names) => `Left as it was, for its volume cannot be read: ${names}.`);
export const handMade = (clips: Clips): Promise<string[]> =>
  about(
    clips,
    (names) => `The volume was changed by hand since, and that is gone too: ${names}. Undo helps.`,
  );
export const unclear = (clips: Clips): Promise<string[]> =>
  about(
    clips,
    (names) => `Taken for speech from start to end, for the transcript cannot be used: ${names}.`,
  );

export function gone(count: number): string[] {
  if (count === 0) return [];
  const clips = count === 1 ? "1 clip that was" : `${count} clips that were`;
  return [
    `${clips} ducked cannot be found where it lay: removed, or moved further than its length.`,
  ];
}

const NAMES = 5;

/** A sentence about these clips; none where there are no clips. */
async function about(clips: Clips, sentence: (names: string) => string): Promise<string[]> {
  if (clips.length === 0) return [];
  const names = await Promise.all(clips.slice(0, NAMES).map(({ sound }) => nameOf(sound)));
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
