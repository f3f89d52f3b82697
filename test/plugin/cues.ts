import type { Cue, InsertRequest } from "../../src/contract/cue.ts";
import type { TrackTag } from "../../src/contract/cue-sheet.ts";
import { HostError } from "../../src/contract/errors.ts";
import type { ItemNode } from "./fake/state.ts";
import { AUDIO_PATH, MUSIC_FOLDER, type PremiereHarness } from "./premiere-harness.ts";

/** Where the harness's music lies once it was copied. */
export const COPY = `${MUSIC_FOLDER}/first-light.mp3`;

/** Ten seconds of the one track that the harness has, with `changes`. */
export function cueOf(changes: Partial<Cue> = {}): Cue {
  return {
    trackId: "first-light",
    title: "First Light",
    artist: "Needledrop",
    licence: { id: "CC-BY-4.0", name: "CC BY 4.0", attribution: "“First Light” by Needledrop" },
    audio: { kind: "bundled", path: AUDIO_PATH },
    source: { start: 0, end: 10 },
    ...changes,
  };
}

/** What the project keeps beside that track. */
export const TAG: TrackTag = tagOf(cueOf());

function tagOf({ trackId, title, artist, licence }: Cue): TrackTag {
  return { trackId, title, artist, licence };
}

/** What lies in Needledrop's bin. */
export function binOf({ state }: PremiereHarness): ItemNode[] {
  return state.root.children?.find((item) => item.name === "Needledrop")?.children ?? [];
}

/** The one track that was imported. @throws Error none was */
export function musicOf(editor: PremiereHarness): ItemNode {
  const [item] = binOf(editor);
  if (item === undefined) throw new Error("There is no music in the bin.");
  return item;
}

/** Those ten seconds, at 20 s, on the first free music track. */
export function requestOf(changes: Partial<InsertRequest> = {}): InsertRequest {
  return { cue: cueOf(), at: 20, track: "music", ripple: false, ...changes };
}

/** The error that `promise` rejects with. @throws Error it resolves, or rejects with another kind */
export async function refusal(promise: Promise<unknown>): Promise<HostError> {
  const thrown: unknown = await promise.then(
    () => "nothing",
    (error: unknown) => error,
  );
  if (thrown instanceof HostError) return thrown;
  throw new Error(`Expected a HostError, got ${String(thrown)}`);
}
