import { describe, expect, it } from "vitest";
import type { Track } from "../../../src/contract/track.ts";
import {
  catalogueFiles,
  claimsOf,
  factsOf,
  isThatLong,
} from "../../../src/engine/library/catalogue-files.ts";
import { remote, track } from "../toy.ts";

const at = (id: string, file: string, changes: Partial<Track> = {}): Track =>
  remote(id, {
    audio: { kind: "remote", file: `https://music.example/${encodeURIComponent(file)}` },
    seconds: 100,
    ...changes,
  });

const FUNK = at("acme/1", "C-Funk.mp3");
const POLKA = at("acme/2", "Four Beers' Polka.mp3");
const TAKE_TWO = at("acme/3", "Take 2.mp3");
const CATALOGUE = catalogueFiles([FUNK, POLKA, TAKE_TWO, remote("acme/9"), track("acme/8")]);

/** The claims on these files, as ids. */
function claimed(names: readonly string[], stated: Record<string, string> = {}) {
  const files = [...names].sort().map((name) => ({ name }));
  const claims = claimsOf(files, CATALOGUE, (name) => stated[name] ?? null);
  return Object.fromEntries([...claims].map(([name, claim]) => [name, claim.track.id]));
}

describe("a file of a catalogue", () => {
  it.each([
    "C-Funk.mp3",
    "c-funk.MP3",
    "C-Funk (1).mp3",
    "C-Funk(12).mp3",
    "C-Funk - Copy.mp3",
    "C-Funk - Copy (2).mp3",
    "C-Funk copy.mp3",
    "C-Funk copy 3.mp3",
    "C-Funk-1.mp3",
    "C-Funk 2.mp3",
    "C_Funk.wav",
    "sub/folder/C-Funk.mp3",
  ])("is recognised by a name such as %s", (name) => {
    expect(claimed([name])).toEqual({ [name]: "acme/1" });
  });

  it.each([
    "Four Beers' Polka.mp3",
    "Four_Beers__Polka.mp3",
    "Four%20Beers'%20Polka.mp3",
    "Four+Beers'+Polka (3).mp3",
  ])("is recognised although its spaces are escaped: %s", (name) => {
    expect(claimed([name])).toEqual({ [name]: "acme/2" });
  });

  it.each(["C-Funky.mp3", "My C-Funk.mp3", "Take.mp3", ".mp3", "100%.mp3", "(1).mp3"])(
    "is not %s",
    (name) => expect(claimed([name])).toEqual({}),
  );

  it("keeps a number that belongs to its name", () => {
    expect(claimed(["Take 2.mp3"])).toEqual({ "Take 2.mp3": "acme/3" });
    expect(claimed(["Take 2 (1).mp3"])).toEqual({ "Take 2 (1).mp3": "acme/3" });
  });

  it("is one file: the one that is said to be it, else that of its name, else a copy", () => {
    const names = ["C-Funk (1).mp3", "C-Funk.mp3", "a.mp3"];
    expect(claimed(names)).toEqual({ "C-Funk.mp3": "acme/1" });
    expect(claimed(names, { "a.mp3": "acme/1" })).toEqual({ "a.mp3": "acme/1" });
    expect(claimed(["C-Funk (1).mp3", "C-Funk (2).mp3"])).toEqual({ "C-Funk (1).mp3": "acme/1" });
  });

  it("is not what it is said to be where no catalogue knows that", () => {
    expect(claimed(["C-Funk.mp3"], { "C-Funk.mp3": "other/7" })).toEqual({
      "C-Funk.mp3": "acme/1",
    });
    expect(claimed(["b.mp3"], { "b.mp3": "other/7" })).toEqual({});
  });

  it("is of neither track where two have that name", () => {
    const both = catalogueFiles([FUNK, at("acme/4", "c funk.wav"), POLKA]);
    const claims = claimsOf([{ name: "C-Funk.mp3" }], both, () => null);
    expect(claims.size).toBe(0);
  });

  it("is as long as the catalogue says, within two seconds, unless it is said to be it", () => {
    const claim = { track: FUNK, isStated: false };
    expect([97.9, 98, 102, 102.1].map((seconds) => isThatLong(claim, seconds))).toEqual([
      ...[false, true, true, false],
    ]);
    expect(isThatLong({ ...claim, isStated: true }, 3)).toBe(true);
    expect(isThatLong({ ...claim, track: { ...FUNK, seconds: 0 } }, 100)).toBe(false);
  });

  it("has the facts of the catalogue, and not where that says the audio is", () => {
    const facts = factsOf({ ...FUNK, bpm: 117, tags: ["funk"], evidence: "metadata" });
    expect(facts).toMatchObject({ id: "acme/1", title: "Title of acme/1", bpm: 117 });
    expect(Object.keys(facts)).not.toContain("audio");
    expect(Object.keys(facts)).not.toContain("evidence");
  });
});
