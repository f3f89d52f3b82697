import { foundAll } from "../no-facets.ts";
import type {
  LocalResult,
  SearchAnswer,
  SearchRequest,
  SearchResult,
} from "../../src/contract/search.ts";
import type { LocalTrack, Track } from "../../src/contract/track.ts";
import type { Understood, UnderstoodItem } from "../../src/contract/understanding.ts";

/** A result on a 90 second track whose best section is 20 to 30, but for what is given. */
export function resultOf(
  facts: Partial<Omit<SearchResult, "track">> & { track?: Partial<LocalTrack> } = {},
): LocalResult {
  const { track, ...rest } = facts;
  return {
    rank: 1,
    score: 0.5,
    section: { start: 20, end: 30 },
    why: [],
    track: {
      id: "dawn",
      title: "Dawn",
      artist: "Mara",
      catalogue: "test",
      licence: { id: "CC0-1.0", name: "CC0 1.0" },
      audio: { kind: "bundled", path: "audio/dawn.mp3" },
      seconds: 90,
      bpm: null,
      key: null,
      vocals: null,
      tags: [],
      ...track,
    },
    ...rest,
  };
}

/** As `resultOf`, but of a track whose audio is to be had from `page`. */
export function remoteResultOf(page?: string, facts: Partial<Track> = {}): SearchResult {
  const { track, ...rest } = resultOf();
  const audio =
    page === undefined ? { kind: "remote" as const } : { kind: "remote" as const, page };
  return { ...rest, track: { ...track, id: "far", title: "Far", ...facts, audio } };
}

/** What the panel asks for when `query` stands in its box. */
export const requestOf = (query: string, playable = false): SearchRequest => ({
  query,
  filters: playable ? { playable } : {},
  limit: 10,
  literal: [],
});

export const answerOf = (
  asked: string | SearchRequest,
  ...results: SearchResult[]
): SearchAnswer => ({
  request: typeof asked === "string" ? requestOf(asked) : asked,
  understood: { text: typeof asked === "string" ? asked : asked.query, items: [] },
  pack: "toy@1",
  device: "wasm",
  ms: { load: 0, encode: 1, search: 1 },
  ...foundAll(results),
});

/** What a query that held just these items was taken to say. */
export const understoodOf = (...items: UnderstoodItem[]): Understood => ({ text: "music", items });

/** "no drums" and "under 90 seconds", understood. */
export const NO_DRUMS: UnderstoodItem = {
  kind: "without",
  text: "no drums",
  label: { concept: "drums", strength: 1 },
};
export const SHORT: UnderstoodItem = {
  kind: "length",
  text: "under 90 seconds",
  label: { least: null, most: 90 },
};

/** A promise that the test settles by hand, so that it chooses the order of events. */
export function byHand<T>(): {
  promise: Promise<T>;
  resolve: (value: T) => void;
  reject: (error: unknown) => void;
} {
  let resolve!: (value: T) => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

/** Lets everything that can go on without the test go on. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
