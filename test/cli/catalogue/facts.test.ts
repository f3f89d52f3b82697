import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { factWords, indexedTrack } from "../../../src/cli/catalogue/facts.ts";
import { TrackSchema } from "../../../src/contract/track.ts";
import { toyCatalogue, toyTrack } from "./toy-catalogue.ts";

describe("factWords", () => {
  it("lists what a track sounds like, and not what it is called", () => {
    const track = toyTrack({
      ...{ id: "1", title: "Sad Banjo", artist: "Techno Tom", vocals: false, bpm: 60 },
      ...{ uses: ["Chase"], moods: ["Dark", "rock"], genres: ["Rock"], instruments: ["Piano"] },
    });
    expect(factWords(track)).toEqual(["rock", "dark", "piano", "chase", "slow", "instrumental"]);
  });

  it.each([
    [79, "slow"],
    [80, "medium tempo"],
    [117.9, "medium tempo"],
    [118, "fast"],
  ])("calls %d beats a minute %j", (bpm, word) => {
    expect(factWords(toyTrack({ id: "1", bpm, vocals: true }))).toEqual([word, "vocals"]);
  });

  it("says nothing of what is not known", () => {
    expect(factWords(toyTrack({ id: "1" }))).toEqual([]);
  });
});

describe("indexedTrack", () => {
  const facts = { id: "7", title: "Rain", seconds: 60, moods: ["Sad"], page: "https://a.org/7" };

  it("points to the page of a track that is not here", () => {
    const catalogue = toyCatalogue([facts], { artist: "Ann" });
    const track = indexedTrack(catalogue, toyTrack(facts));
    expect(v.parse(TrackSchema, track)).toEqual({
      ...{ id: "toy/7", title: "Rain", artist: "Ann", catalogue: "Toy Music" },
      licence: { id: "Toy", name: "Toy licence", attribution: "Rain by Ann" },
      audio: { kind: "remote", page: "https://a.org/7" },
      ...{ seconds: 60, bpm: null, key: null, vocals: null, tags: ["sad"] },
    });
  });

  it("points to the file of a track that is here, and takes its true length", () => {
    const track = indexedTrack(toyCatalogue([facts]), toyTrack(facts), {
      path: "/music/rain.mp3",
      seconds: 61.5,
    });
    expect(track.audio).toEqual({ kind: "file", path: "/music/rain.mp3" });
    expect(track.seconds).toBe(61.5);
  });

  it("gives the licence of the track before that of the catalogue", () => {
    const own = { id: "Own", name: "Own", attribution: "{artist}: {title}" };
    const track = toyTrack({ ...facts, artist: "Bob", licence: own });
    expect(indexedTrack(toyCatalogue([]), track).licence).toEqual({
      ...own,
      attribution: "Bob: Rain",
    });
  });

  it("credits the catalogue where no artist is known", () => {
    const track = indexedTrack(toyCatalogue([]), toyTrack(facts));
    expect([track.artist, track.licence.attribution]).toEqual(["", "Rain by Toy Music"]);
  });

  it("fits an index however long its lists are", () => {
    const long = Array.from({ length: 100 }, (_, i) => `word ${i}`);
    const other = long.map((word) => `other ${word}`);
    const track = toyTrack({ id: "x".repeat(200), moods: long, uses: other, genres: ["rock"] });
    expect(v.is(TrackSchema, indexedTrack(toyCatalogue([]), track))).toBe(true);
  });
});
