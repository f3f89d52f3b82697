import * as v from "valibot";
import { describe, expect, it } from "vitest";
import {
  fileAddress,
  metadataWords,
  indexedTrack,
} from "../../../src/cli/catalogue/indexed-track.ts";
import { TrackSchema } from "../../../src/contract/track.ts";
import { toyCatalogue, toyTrack } from "./toy-catalogue.ts";

describe("metadataWords", () => {
  it("lists words for the sound of a track, and not its title", () => {
    const track = toyTrack({
      ...{ id: "1", title: "Sad Banjo", artist: "Techno Tom", vocals: false, bpm: 60 },
      ...{ uses: ["Chase"], moods: ["Dark", "rock"], genres: ["Rock"], instruments: ["Piano"] },
    });
    expect(metadataWords(track)).toEqual([
      "rock",
      "dark",
      "piano",
      "chase",
      "slow",
      "instrumental",
    ]);
  });

  it.each([
    [79, "slow"],
    [80, "medium tempo"],
    [117.9, "medium tempo"],
    [118, "fast"],
  ])("calls %d beats a minute %j", (bpm, word) => {
    expect(metadataWords(toyTrack({ id: "1", bpm, vocals: true }))).toEqual([word, "vocals"]);
  });

  it("leaves out unknown metadata", () => {
    expect(metadataWords(toyTrack({ id: "1" }))).toEqual([]);
  });
});

describe("indexedTrack", () => {
  const metadata = { id: "7", title: "Rain", seconds: 60, moods: ["Sad"], page: "https://a.org/7" };

  it("points to the page of a remote track", () => {
    const catalogue = toyCatalogue([metadata], { artist: "Ann" });
    const track = indexedTrack(catalogue, toyTrack(metadata));
    expect(v.parse(TrackSchema, track)).toEqual({
      ...{ id: "toy/7", title: "Rain", artist: "Ann", catalogue: "Toy Music" },
      licence: { id: "Toy", name: "Toy licence", attribution: "Rain by Ann" },
      audio: { kind: "remote", page: "https://a.org/7" },
      ...{ seconds: 60, bpm: null, key: null, vocals: null, tags: ["sad"] },
      evidence: "metadata",
    });
  });

  it("points to the file of a local track, and takes its measured length", () => {
    const track = indexedTrack(toyCatalogue([metadata]), toyTrack(metadata), {
      path: "/music/rain.mp3",
      seconds: 61.5,
    });
    expect(track.audio).toEqual({ kind: "file", path: "/music/rain.mp3" });
    expect([track.seconds, track.evidence]).toEqual([61.5, "audio"]);
  });

  it("may be remote although it was embedded from its audio", () => {
    const track = indexedTrack(toyCatalogue([metadata]), toyTrack(metadata), { seconds: 61.5 });
    expect(track.audio).toEqual({ kind: "remote", page: "https://a.org/7" });
    expect([track.seconds, track.evidence]).toEqual([61.5, "audio"]);
  });

  it("prefers the licence of the track to that of the catalogue", () => {
    const own = { id: "Own", name: "Own", attribution: "{artist}: {title}" };
    const track = toyTrack({ ...metadata, artist: "Bob", licence: own });
    expect(indexedTrack(toyCatalogue([]), track).licence).toEqual({
      ...own,
      attribution: "Bob: Rain",
    });
  });

  it("credits the catalogue if no artist is known", () => {
    const track = indexedTrack(toyCatalogue([]), toyTrack(metadata));
    expect([track.artist, track.licence.attribution]).toEqual(["", "Rain by Toy Music"]);
  });

  it("fits an index, however long its lists are", () => {
    const long = Array.from({ length: 100 }, (_, i) => `word ${i}`);
    const other = long.map((word) => `other ${word}`);
    const track = toyTrack({ id: "x".repeat(200), moods: long, uses: other, genres: ["rock"] });
    expect(v.is(TrackSchema, indexedTrack(toyCatalogue([]), track))).toBe(true);
  });
});

describe("fileAddress", () => {
  const files = "https://music.example/files/{file}";
  const addressOf = (file: string | null, template: string | null = files) =>
    fileAddress(toyCatalogue([], { files: template }), toyTrack({ id: "1", file }));

  it("is made of the catalogue's template and the name of the track's file", () => {
    expect(addressOf("C-Funk.mp3")).toBe("https://music.example/files/C-Funk.mp3");
    expect(addressOf("A & B, 100% #1 $&.mp3")).toBe(
      "https://music.example/files/A%20%26%20B%2C%20100%25%20%231%20%24%26.mp3",
    );
    const catalogue = toyCatalogue([], { files });
    const track = indexedTrack(catalogue, toyTrack({ id: "1", file: "a.mp3" }));
    expect(v.parse(TrackSchema, track).audio).toEqual({
      kind: "remote",
      file: "https://music.example/files/a.mp3",
    });
  });

  it("is unknown without either, or where no file may have that name", () => {
    expect([addressOf(null), addressOf("a.mp3", null)]).toEqual([null, null]);
    for (const name of ["../a.mp3", "a/b.mp3", "CON.mp3", "a.exe", "a.mp3.", "\ud800.mp3"])
      expect(addressOf(name)).toBeNull();
  });

  it.each([
    "http://music.example/{file}",
    "https://music.example/{file}/x",
    "https://{file}",
    "https://music.example{file}",
    "https://music.example/?f={file}",
    "https://music.example/{file}/{file}",
    "https://localhost/{file}",
    "https://music.example/files",
  ])("has no template such as %s", (template) => {
    expect(() => toyCatalogue([], { files: template })).toThrow();
  });
});
