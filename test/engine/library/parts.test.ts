import { describe, expect, it } from "vitest";
import { indexOf } from "../../../src/engine/index/entries.ts";
import {
  PART_TRACKS,
  changedParts,
  gatherAll,
  regrouped,
} from "../../../src/engine/library/parts.ts";
import type { SectionIndex } from "../../../src/engine/index/section-index.ts";
import { PLANE, sections, track } from "../toy.ts";

const file = (name: string) => ({ name, bytes: 1, modified: 1, hash: name, listed: "" });

function part(...ids: readonly string[]): SectionIndex {
  const entries = ids.map((id) => ({
    track: track(id, { file: file(id) }),
    peaks: Uint8Array.of(1, 2),
    sections: sections([1, 0]),
  }));
  return indexOf(PLANE, entries);
}

const numbered = (prefix: string, count: number): SectionIndex =>
  part(...Array.from({ length: count }, (_, t) => `${prefix}${String(t).padStart(4, "0")}`));

const sourcesOf = (index: SectionIndex) =>
  index.tracks.map((one, at) => ({ track: one, index, at }));
const idsOf = (parts: readonly SectionIndex[]) =>
  parts.map(({ tracks }) => tracks.map(({ id }) => id));

describe("the parts of a library", () => {
  it("are the same objects where nothing has changed, also if tracks were described anew", () => {
    const [one, two] = [part("a", "b"), part("c")];
    const anew = sourcesOf(one).map((source) => ({
      ...source,
      track: { ...source.track, file: file(source.track.id) },
    }));
    const changed = changedParts([one, two], [...sourcesOf(two), ...anew]);
    expect(changed.map((after, p) => after === [one, two][p])).toEqual([true, true]);
  });

  it("share their sections where only facts have changed", () => {
    const [one, two] = [part("a", "b"), part("c")];
    const [first, second] = sourcesOf(one);
    if (first === undefined || second === undefined) throw new Error("too few tracks");
    const missing = { ...file("b"), missing: true as const };
    const gone = { ...second, track: { ...second.track, file: missing } };
    const [after, same] = changedParts([one, two], [first, gone, ...sourcesOf(two)]);
    expect(after?.tracks.map((one) => one.file?.missing)).toEqual([undefined, true]);
    expect(after?.vectors).toBe(one.vectors);
    expect(same).toBe(two);
  });

  it("lose tracks that are gone, and go with the last of them", () => {
    const [one, two] = [part("a", "b"), part("c")];
    expect(idsOf(changedParts([one, two], sourcesOf(one).slice(1)))).toEqual([["b"]]);
  });

  it("hold a track twice that has become two files", () => {
    const one = part("a", "b");
    const copy = sourcesOf(one).map((source) => ({
      ...source,
      track: { ...source.track, id: `copy of ${source.track.id}` },
    }));
    expect(idsOf(changedParts([one], [...sourcesOf(one), ...copy.slice(0, 1)]))).toEqual([
      ["a", "b", "copy of a"],
    ]);
  });

  it("are joined while they are small, and stay as they are once they are half full", () => {
    const large = numbered("l", PART_TRACKS / 2);
    const small = [part("a"), numbered("m", PART_TRACKS / 2 - 1), part("b"), part("c")];
    const [same, joined, ...none] = regrouped([small[0] ?? large, large, ...small.slice(1)]);
    expect(same).toBe(large);
    expect(joined?.tracks).toHaveLength(PART_TRACKS / 2 + 2);
    expect(none).toEqual([]);
    const alone = [large, part("a")];
    expect(regrouped(alone)).toEqual(alone);
  });

  it("never grow beyond a full one, however many small ones there are", () => {
    const many = Array.from({ length: 5 }, (_, p) => numbered(`${p}-`, PART_TRACKS / 2 - 1));
    const after = regrouped(many);
    expect(after.map(({ tracks }) => tracks.length)).toEqual([
      PART_TRACKS - 2,
      PART_TRACKS - 2,
      PART_TRACKS / 2 - 1,
    ]);
    expect(gatherAll(after)).toEqual(gatherAll(many));
  });
});
