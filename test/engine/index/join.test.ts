import { describe, expect, it } from "vitest";
import { IndexFormatError, IndexPackMismatchError } from "../../../src/contract/errors.ts";
import { joinIndexes, mergeIndexes } from "../../../src/engine/index/join.ts";
import { peaksOf } from "../../../src/engine/index/joined-index.ts";
import { readIndex } from "../../../src/engine/index/reader.ts";
import type { SectionIndex } from "../../../src/engine/index/section-index.ts";
import type { IndexEntry } from "../../../src/engine/index/entries.ts";
import { indexBytes, writeIndex } from "../../../src/engine/index/writer.ts";
import { PLANE, remote, sections, track } from "../toy.ts";

const NO_PEAKS = new Uint8Array(0);

function index(...entries: readonly IndexEntry[]): SectionIndex {
  return readIndex(writeIndex(PLANE, entries), PLANE);
}
const A = { track: track("a"), peaks: Uint8Array.of(1, 2), sections: sections([1, 0], [0, 1]) };
const B = { track: remote("b"), peaks: NO_PEAKS, sections: sections([0, -1]) };
const C = { track: track("c"), peaks: Uint8Array.of(3, 4), sections: sections([-1, 0]) };
const D = { track: remote("d"), peaks: NO_PEAKS, sections: [] };

describe("joined indexes", () => {
  it("are what one index of all their tracks would be, silence for peaks that are not there", () => {
    const silent = Uint8Array.of(0, 0);
    const whole = index(A, { ...B, peaks: silent }, C, { ...D, peaks: silent });
    expect(mergeIndexes([index(A, C), index(B, D)])).toEqual(whole);
    expect(mergeIndexes([index(B), index(C), index(D, { ...A, peaks: NO_PEAKS })])).toEqual({
      ...whole,
      peaks: Uint8Array.of(0, 0, 0, 0, 3, 4, 0, 0),
    });
  });

  it("are the index itself when there is one", () => {
    const only = index(A);
    expect(mergeIndexes([only])).toBe(only);
    expect(() => mergeIndexes([])).toThrow(RangeError);
  });

  it("may be empty", () => {
    expect(mergeIndexes([index(), index(A), index()])).toEqual(index(A));
    expect(mergeIndexes([index(), index()])).toEqual(index());
  });

  it("can be written and read back", () => {
    const joined = mergeIndexes([index(B), index(A, C)]);
    expect(readIndex(indexBytes(PLANE, joined), PLANE)).toEqual(joined);
    expect(indexBytes(PLANE, index(A, C))).toEqual(writeIndex(PLANE, [C, A]));
  });

  it("take a track from where its audio is at hand, whichever comes first", () => {
    const heard = { track: track("b"), peaks: Uint8Array.of(7, 8), sections: A.sections };
    for (const joined of [
      mergeIndexes([index(B), index(heard)]),
      mergeIndexes([index(heard), index(B)]),
    ]) {
      expect(joined.tracks).toEqual([heard.track]);
      expect([...joined.firstSection]).toEqual([0, 2]);
      expect(peaksOf(joinIndexes([joined]), "b")).toEqual(heard.peaks);
    }
  });

  it("take a remote track from where it was embedded from its audio, unless it is local elsewhere", () => {
    const heard = { track: remote("b", { evidence: "audio" as const }), sections: A.sections };
    const entry = { ...heard, peaks: Uint8Array.of(7, 8) };
    const local = { track: track("b"), peaks: Uint8Array.of(5, 6), sections: sections([1, 0]) };
    for (const [expected, ...indexes] of [
      [entry, index(B), index(entry)],
      [entry, index(entry), index(B)],
      [local, index(entry), index(local)],
      [local, index(local), index(B), index(entry)],
    ] as const) {
      const joined = mergeIndexes(indexes);
      expect(joined.tracks).toEqual([expected.track]);
      expect(peaksOf(joinIndexes([joined]), "b")).toEqual(expected.peaks);
    }
  });

  it("take a track that is nowhere or everywhere at hand from the first", () => {
    const elsewhere = (from: IndexEntry, title: string) => ({
      ...from,
      track: { ...from.track, title },
    });
    expect(mergeIndexes([index(B), index(elsewhere(B, "later"))]).tracks).toEqual([B.track]);
    expect(mergeIndexes([index(A), index(elsewhere(A, "later"))]).tracks).toEqual([A.track]);
  });

  it("lose no track because two catalogues number theirs alike", () => {
    const other = { ...C, track: track("a", { catalogue: "Other" }) };
    const joined = mergeIndexes([index(A), index(other)]);
    expect(joined.tracks).toEqual([{ ...other.track, id: "Other/a" }, A.track]);
    expect(peaksOf(joinIndexes([joined]), "Other/a")).toEqual(C.peaks);
    expect(peaksOf(joinIndexes([joined]), "a")).toEqual(A.peaks);
  });

  it("must be of one pack", () => {
    const strange = { ...index(B), pack: "other@1" };
    expect(() => mergeIndexes([index(A), strange])).toThrow(IndexPackMismatchError);
    const wider = { ...index(B), dimension: 3 };
    expect(() => mergeIndexes([index(A), wider])).toThrow(IndexPackMismatchError);
  });

  it("must keep the same number of peaks, if any", () => {
    const more = { ...C, peaks: Uint8Array.of(1, 2, 3) };
    expect(() => mergeIndexes([index(A), index(B), index(more)])).toThrow(IndexFormatError);
  });
});
