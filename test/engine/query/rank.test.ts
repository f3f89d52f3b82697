import { describe, expect, it } from "vitest";
import {
  createTiers,
  createTitleSearch,
  rankTracks,
  wantsVoice,
} from "../../../src/engine/query/rank.ts";
import { Taken } from "../../../src/engine/query/taken.ts";
import type { Track } from "../../../src/contract/track.ts";
import { track, without } from "../toy.ts";

/** Numbers of the first tracks. */
const first = (
  tracks: readonly Track[],
  scores: Float64Array,
  limit: number,
  tierOf?: (track: number) => number | null,
): number[] => new Taken(rankTracks(tracks, scores, tierOf)).slice(0, limit);

/** Tracks with these scores, by artists "A", "B", ... in turn, or as `artists` says. */
function ranked(
  scores: readonly number[],
  limit: number,
  artists: readonly string[] = [],
): string[] {
  const tracks = scores.map((_, i) =>
    track(String.fromCharCode(97 + i), { artist: artists[i] ?? `Artist ${i}` }),
  );
  return first(tracks, Float64Array.from(scores), limit).map((t) => tracks[t]?.id ?? "?");
}

describe("the ranking", () => {
  it("goes by score, and by track id where scores are equal", () => {
    expect(ranked([0.5, 0.9, 0.5, 0.7], 4)).toEqual(["b", "d", "a", "c"]);
  });

  it("stops at the limit", () => {
    expect(ranked([0.1, 0.2, 0.3], 2)).toEqual(["c", "b"]);
  });

  it("leaves out tracks without sections", () => {
    expect(ranked([0.1, -Infinity, 0.3], 3)).toEqual(["c", "a"]);
  });

  it("leaves out tracks that are not wanted, and counts nothing for them", () => {
    const tracks = ["a", "b", "c", "d", "e"].map((id) => track(id, { artist: "X" }));
    const wanted = (t: number): boolean => t > 1;
    const scores = Float64Array.of(5, 4, 3, 2, 1);
    expect(first(tracks, scores, 2, (t) => (wanted(t) ? 0 : null))).toEqual([2, 3]);
    expect(first(tracks, scores, 2, () => null)).toEqual([]);
  });

  const falling = (n: number): number[] => Array.from({ length: n }, (_, i) => -i);

  it("gives one artist three of the first ten places while others are left", () => {
    const artists = "XXXXXXABCDEFGH".split("");
    expect(ranked(falling(14), 14, artists).join("")).toBe("abcghijklm" + "defn");
  });

  it("lets an artist have the places nobody else can fill", () => {
    expect(ranked(falling(6), 6, "XXXXXA".split("")).join("")).toBe("abcf" + "de");
    expect(ranked(falling(12), 12, Array<string>(12).fill("X")).join("")).toBe("abcdefghijkl");
  });

  it("gives the places that are then still free to tracks that can be heard now", () => {
    // What it was embedded from does not matter here.
    const far = { artist: "Far", audio: { kind: "remote" }, evidence: "audio" } as const;
    const tracks = [
      ...Array.from({ length: 8 }, (_, i) => track(`far ${i}`, far)),
      ...Array.from({ length: 8 }, (_, i) => track(`near ${i}`, { artist: "Near" })),
    ];
    const list = first(tracks, Float64Array.from(falling(16)), 16);
    const names = list.map((t) => tracks[t]?.id);
    expect(names.slice(0, 10)).toEqual([
      ...["far 0", "far 1", "far 2", "near 0", "near 1", "near 2"],
      ...["near 3", "near 4", "near 5", "near 6"],
    ]);
    expect(names.slice(10)).toEqual(["far 3", "far 4", "far 5", "far 6", "far 7", "near 7"]);
  });

  it("knows an artist however the name is typed", () => {
    expect(ranked(falling(5), 5, ["Bo", "bo ", "BO", "bo", "A"]).join("")).toBe("abced");
  });

  it("does not take unknown artists for one artist", () => {
    expect(ranked(falling(5), 5, ["", "", "", "", "A"]).join("")).toBe("abcde");
  });

  it("is the start of the longer list when the list is shorter", () => {
    const artists = "XXXXXXABCDEFGH".split("");
    const long = ranked(falling(14), 14, artists);
    for (let n = 1; n < 14; n += 1)
      expect(ranked(falling(14), n, artists)).toEqual(long.slice(0, n));
  });
});

describe("tiers", () => {
  const tracks = ["a", "b", "c", "d"].map((id) => track(id, { artist: "One" }));
  const scores = Float64Array.of(1, 2, 3, 4);

  it("come one after the other, whatever the scores", () => {
    const tierOf = (t: number): number => (t === 0 ? 0 : 3);
    expect(first(tracks, scores, 4, tierOf)).toEqual([0, 3, 2, 1]);
  });

  it("are not mixed to spread artists", () => {
    const mixed = [...tracks, track("e", { artist: "Two" })];
    const tierOf = (t: number): number => (t < 4 ? 0 : 1);
    expect(first(mixed, Float64Array.of(1, 2, 3, 4, 5), 5, tierOf)).toEqual([...[3, 2, 1, 0, 4]]);
  });
});

describe("whether there is a voice", () => {
  it.each([
    ["is open unless somebody says so", [], null],
    ["is what the query says", [{ kind: "vocals", text: "", label: { sung: true } }], true],
    ["is denied by no vocals", [without("vocals", 1)], false],
    ["is open if there are to be fewer vocals", [without("vocals", 0.5)], null],
    ["is open if there are to be no drums", [without("drums", 1)], null],
  ] as const)("%s", (_, items, wanted) => {
    expect(wantsVoice(items)).toBe(wanted);
  });
});

const search = createTitleSearch([
  { title: "Cold Floor", artist: "Ada" },
  { title: "The Coldest Floor", artist: "Bob" },
  { title: "On a cold, floor (reprise)", artist: "Ada" },
  { title: "Café Noir", artist: "Cold Floor Trio" },
]);

describe("titles", () => {
  it.each([
    ["Cold Floor", [0, 2, 3]],
    ["COLD  FLOOR!", [0, 2, 3]],
    ["cafe noir", [3]],
    ["Café", [3]],
    ["ada", [0, 2]],
    ["old floor", []],
    ["floor ada", []],
    ["", []],
    ["!?", []],
  ])("that have %j", (words, tracks) => {
    expect([...search(words)]).toEqual(tracks);
  });
});

describe("the tiers of a query for or against voices", () => {
  const tracks = [true, false, null, null, null].map((vocals, t) => track(`${t}`, { vocals }));
  const heard = [null, null, true, false, null];
  const tiersOf = createTiers(tracks, (t) => heard[t] ?? null);
  const tiers = (sung: boolean): (number | null)[] => {
    const { tierOf } = tiersOf([{ kind: "vocals", text: "", label: { sung } }]);
    return tracks.map((_, t) => tierOf(t));
  };

  it("leave out what is labelled otherwise, and put last what sounds otherwise", () => {
    const [first, last] = [4, 7];
    expect(tiers(true)).toEqual([first, null, first, last, first]);
    expect(tiers(false)).toEqual([null, first, last, first, first]);
  });

  it("go by what was heard when a track was embedded, where that is known", () => {
    const sung = [0.9, 0.1].map((vocals, t) => track(`${t}`, { heard: { vocals } }));
    const { tierOf } = createTiers(
      sung,
      () => true,
    )([{ kind: "vocals", text: "", label: { sung: false } }]);
    expect(sung.map((_, t) => tierOf(t))).toEqual([7, 4]);
  });

  it("leave out tracks whose file is gone, and second copies", () => {
    const file = { name: "a.wav", bytes: 1, modified: 1, hash: "", listed: "" };
    const tracks = [
      track("a", { file }),
      track("b", { file: { ...file, missing: true } }),
      track("c", { file: { ...file, duplicateOf: "a" } }),
    ];
    const { tierOf } = createTiers(tracks)([]);
    expect(tracks.map((_, t) => tierOf(t) !== null)).toEqual([true, false, false]);
  });

  it("are the same without a pack that hears voices", () => {
    const { tierOf } = createTiers(tracks)([]);
    expect(tracks.map((_, t) => tierOf(t))).toEqual([4, 4, 4, 4, 4]);
  });
});
