import type { Cue, InsertRequest } from "../../src/contract/cue.ts";
import { HostError } from "../../src/contract/errors.ts";
import { AUDIO_PATH, MUSIC_FOLDER } from "./premiere-harness.ts";

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
