import { describe, expect, it } from "vitest";
import type { Track } from "../../../src/contract/track.ts";
import { indexOf, type IndexEntry } from "../../../src/engine/index/entries.ts";
import { joinIndexes, mergeIndexes } from "../../../src/engine/index/join.ts";
import {
  embeddingOf,
  peaksOf,
  placeOfSection,
  placeOfTrack,
} from "../../../src/engine/index/joined-index.ts";
import { sectionVector } from "../../../src/engine/index/section-index.ts";
import { createSearcher } from "../../../src/engine/query/search.ts";
import { randomNumbers, randomVector, remote, track } from "../toy.ts";

const DIMENSION = 8;
const PACK = { id: "toy@1", hash: "ab".repeat(32), dimension: DIMENSION };

/** Tracks of both kinds, of one to four sections, some by few artists. */
function library(count: number): IndexEntry[] {
  const next = randomNumbers(count);
  return Array.from({ length: count }, (_, t) => {
    const id = `track ${(t * 7919) % 1000}`;
    const facts: Partial<Track> = { artist: `artist ${t % 5}`, tags: t % 3 === 0 ? ["drums"] : [] };
    const sections = Array.from({ length: 1 + (t % 4) }, (_section, s) => ({
      start: 5 * s,
      end: 5 * s + 10,
      embedding: randomVector(DIMENSION, next),
    }));
    const made = t % 4 === 3 ? remote(id, facts) : track(id, facts);
    return { track: made, peaks: Uint8Array.of(t % 256, 7), sections };
  });
}

/** The entries, dealt out to so many indexes. */
const dealt = (entries: readonly IndexEntry[], parts: number) =>
  Array.from({ length: parts }, (_, p) =>
    indexOf(
      PACK,
      entries.filter((_entry, e) => (e * 31) % parts === p),
    ),
  );

const ENTRIES = library(200);
const next = randomNumbers(3);
const words = ["drums", "piano", "calm", "dark", "bright", "energetic"];
const kinds = ["instrument", "instrument", "mood", "mood", "mood", "mood"] as const;
const vectors = Float32Array.from(words.flatMap(() => [...randomVector(DIMENSION, next)]));
const tower = {
  embed: () => Promise.resolve(new Float32Array(DIMENSION)),
  knows: () => true,
  release: () => Promise.resolve(),
};

describe("a joined index", () => {
  it("has the tracks, peaks and sections of its parts", () => {
    const joined = joinIndexes([...dealt(ENTRIES, 7), indexOf(PACK, [])]);
    const whole = indexOf(PACK, ENTRIES);
    expect(joined.tracks).toHaveLength(ENTRIES.length);
    joined.tracks.forEach(({ id }, t) => {
      const w = whole.tracks.findIndex((other) => other.id === id);
      expect(placeOfTrack(joined, t).part.tracks[placeOfTrack(joined, t).at]?.id).toBe(id);
      expect(peaksOf(joined, id)).toEqual(whole.peaks.slice(2 * w, 2 * w + 2));
      const from = joined.firstSection[t] ?? 0;
      const count = (joined.firstSection[t + 1] ?? 0) - from;
      const first = whole.firstSection[w] ?? 0;
      expect(count).toBe((whole.firstSection[w + 1] ?? 0) - first);
      for (let s = 0; s < count; s += 1) {
        expect(embeddingOf(joined, from + s)).toEqual(sectionVector(whole, first + s));
      }
    });
    expect(peaksOf(joined, "no such track")).toBeUndefined();
  });

  it("shares the sections of its parts", () => {
    const parts = dealt(ENTRIES, 3);
    const joined = joinIndexes(parts);
    expect(joined.parts.map((part, p) => part === parts[p])).toEqual([true, true, true]);
    expect(placeOfSection(joined, joined.firstSection.at(-1) ?? 0).part).toBe(parts[2]);
  });

  it.each([2, 5, 40])("in %i parts gives the answers of one index", (count) => {
    const searcher = (parts: readonly ReturnType<typeof indexOf>[]) =>
      createSearcher({
        index: joinIndexes(parts),
        tower,
        vocabulary: { words, kinds, vectors },
        device: "wasm",
      });
    const one = searcher([indexOf(PACK, ENTRIES)]);
    const many = searcher(dealt(ENTRIES, count));
    const merged = searcher([mergeIndexes(dealt(ENTRIES, count))]);
    for (let query = 0; query < 20; query += 1) {
      const vector = randomVector(DIMENSION, next);
      const unwanted = { concept: "drums", strength: 1, vector: vectors.slice(0, DIMENSION) };
      const beyond = { unwanted: query % 2 === 0 ? [] : [unwanted], tierOf: () => 0 };
      const expected = one.find(vector, { limit: 50 }, beyond);
      expect(expected).toHaveLength(50);
      expect(many.find(vector, { limit: 50 }, beyond)).toEqual(expected);
      expect(merged.find(vector, { limit: 50 }, beyond)).toEqual(expected);
    }
  });

  it.each([2, 5, 40])("in %i parts is searched by music and levels as one index", async (count) => {
    const searcher = (parts: readonly ReturnType<typeof indexOf>[]) =>
      createSearcher({
        index: joinIndexes(parts),
        tower,
        vocabulary: { words, kinds, vectors },
        device: "wasm",
      });
    const one = searcher([indexOf(PACK, ENTRIES)]);
    const many = searcher(dealt(ENTRIES, count));
    for (const weight of [1, 0.3, -0.7]) {
      const request = {
        query: "",
        limit: 50,
        like: [
          { of: { kind: "track" as const, id: "track 0" }, weight },
          { of: { kind: "track" as const, id: "track 919" }, weight: -0.5 },
        ],
        levels: { brightness: 0.8, energy: -1 },
      };
      const expected = await one.search(request);
      expect(expected.results).toHaveLength(50);
      expect((await many.search(request)).results).toEqual(expected.results);
    }
  });

  it("takes of a track in two indexes only the better one", () => {
    const [first, second] = [ENTRIES[0], ENTRIES[1]];
    if (first === undefined || second === undefined) throw new Error("too few tracks");
    const later = { ...first, sections: second.sections };
    const joined = joinIndexes([indexOf(PACK, [first, second]), indexOf(PACK, [later])]);
    expect(joined.tracks.map(({ id }) => id).sort()).toEqual(
      [first.track.id, second.track.id].sort(),
    );
    expect(joined.parts.map(({ tracks }) => tracks.length)).toEqual([2, 0]);
  });
});
