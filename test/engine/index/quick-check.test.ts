import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { TrackSchema, type Track } from "../../../src/contract/track.ts";
import { quickCheck } from "../../../src/engine/index/quick-check.ts";
import { readIndex } from "../../../src/engine/index/reader.ts";
import { DEFAULT_INDEXES } from "../../../src/cli/assets.ts";

const isTrack = quickCheck(TrackSchema);
const FULL: Track = {
  id: "a",
  title: "Title",
  artist: "Artist",
  catalogue: "Mine",
  licence: { id: "CC0-1.0", name: "CC0", url: "https://a.example", attribution: "by Artist" },
  audio: { kind: "file", path: "/music/a.wav" },
  seconds: 61.5,
  bpm: 120,
  key: null,
  vocals: true,
  tags: ["calm", "warm"],
  structure: { bars: [0, 2], beatsPerBar: 4, sections: [{ start: 0, label: "A" }] },
  evidence: "both",
  heard: { tempo: { bpm: 60, confidence: 0.9, other: 120 }, energy: "kkk", vocals: 0.25 },
  file: { name: "a.wav", bytes: 10, modified: 1.5, hash: "ab", listed: "", missing: true },
};

/** Everything that may stand in place of a value. */
const ODD = [
  undefined,
  null,
  true,
  false,
  NaN,
  Infinity,
  -1,
  0.5,
  1e9,
  "",
  "remote",
  "x".repeat(5000),
  [],
  {},
  { kind: "remote" },
  [undefined],
  new Array<number>(3000).fill(1),
];

/** The value with each part of it replaced by something odd, or gone, or joined by a stranger. */
function* alterations(value: unknown): Generator {
  yield* ODD;
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield { ...value, stranger: 1 };
  for (const [key, part] of Object.entries(value)) {
    const put = (other: unknown): unknown =>
      Array.isArray(value)
        ? value.map((own: unknown, i) => (i === Number(key) ? other : own))
        : { ...value, [key]: other };
    if (!Array.isArray(value)) {
      yield Object.fromEntries(Object.entries(value).filter(([other]) => other !== key));
    }
    for (const other of alterations(part)) yield put(other);
  }
}

describe("the quick check of a schema", () => {
  it("says yes to every track that ships", () => {
    const tracks = DEFAULT_INDEXES.flatMap((path) => readIndex(readFileSync(path), null).tracks);
    expect(tracks.length).toBeGreaterThan(1000);
    expect(tracks.filter((track) => !isTrack(track))).toEqual([]);
    expect(isTrack(FULL)).toBe(true);
  });

  it("says yes only to what the schema lets pass as it is", () => {
    let [yes, no] = [0, 0];
    for (const altered of alterations(FULL)) {
      const parsed = v.safeParse(TrackSchema, altered);
      if (!isTrack(altered)) {
        no += 1;
        continue;
      }
      yes += 1;
      expect(parsed).toMatchObject({ success: true, output: altered });
    }
    expect(yes).toBeGreaterThan(50);
    expect(no).toBeGreaterThan(500);
  });

  it("says no only to what the schema rejects or changes, and to values that are no JSON", () => {
    const inVain = [...alterations(FULL)].filter((altered) => {
      const parsed = v.safeParse(TrackSchema, altered);
      const isSame = parsed.success && isDeepStrictEqual(parsed.output, altered);
      return isSame && isJson(altered) && !isTrack(altered);
    });
    expect(inVain).toEqual([]);
  });

  it("knows its limits: of other kinds of schema it says no", () => {
    expect(quickCheck(v.date())(new Date())).toBe(false);
    expect(quickCheck(v.pipe(v.string(), v.trim()))("a")).toBe(false);
  });
});

const isJson = (value: unknown): boolean =>
  isDeepStrictEqual(JSON.parse(JSON.stringify([value])), [value]);
