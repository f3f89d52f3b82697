import { describe, expect, it } from "vitest";
import { matchAudio } from "../../../src/cli/catalogue/match-audio.ts";
import type { FileTags } from "../../../src/engine/library/file-tags.ts";
import { UNKNOWN_LICENCE } from "../../../src/contract/track.ts";
import { toyTrack } from "./toy-catalogue.ts";

const NO_TAGS: FileTags = {
  ...{ title: null, artist: null, bpm: null, key: null, tags: [] },
  licence: UNKNOWN_LICENCE,
};

const found = (name: string) => ({ name, path: name, bytes: 1, modified: 0 });

/** Pairs of track id and file name; `tags` are those of the files named. All other files are left. */
async function match(
  tracks: Parameters<typeof toyTrack>[0][],
  names: string[],
  tags: Record<string, Partial<FileTags>> = {},
): Promise<[string, string][]> {
  const asked: string[] = [];
  const { matched, unmatched } = await matchAudio(
    tracks.map(toyTrack),
    names.map(found),
    (path) => {
      asked.push(path);
      return Promise.resolve({ ...NO_TAGS, ...tags[path] });
    },
  );
  // Reading tags takes time, so those of a file that is known by its name are not read.
  expect(
    matched.filter(({ file }) => file.name.includes("known") && asked.includes(file.path)),
  ).toEqual([]);
  for (const { name } of unmatched) {
    expect(names).toContain(name);
    expect(matched.map(({ file }) => file.name)).not.toContain(name);
  }
  return matched.map(({ track, file }) => [track.id, file.name]);
}

describe("matchAudio", () => {
  it("matches a file by its name, regardless of folder, case and extension", async () => {
    const tracks = [
      { id: "1", file: "Known.mp3" },
      { id: "2", file: "Caf\u00e9 known.mp3" },
    ];
    const names = ["a/b/KNOWN.wav", "Cafe\u0301 known.FLAC", "other.mp3"];
    expect(await match(tracks, names)).toEqual([
      ["1", "a/b/KNOWN.wav"],
      ["2", "Cafe\u0301 known.FLAC"],
    ]);
  });

  it("matches other files by the title in their tags", async () => {
    const tracks = [
      { id: "1", title: "Rain", file: "r1.mp3" },
      { id: "2", title: "Sun" },
    ];
    const tags = { "a.mp3": { title: "RAIN " }, "b.mp3": { title: "Sun" }, "c.mp3": {} };
    expect(await match(tracks, Object.keys(tags), tags)).toEqual([
      ["1", "a.mp3"],
      ["2", "b.mp3"],
    ]);
  });

  it("matches a file without tags whose name is the title, whatever its punctuation", async () => {
    const tracks = [{ id: "1", title: "Rain (slower version)", file: "Rain slow.mp3" }];
    const name = "a/rain-slower-version.opus";
    expect(await match(tracks, [name])).toEqual([["1", name]]);
    expect(await match(tracks, [name], { [name]: { title: "Another" } })).toEqual([]);
    expect(await match([{ id: "1", title: "?!" }], ["-.mp3"])).toEqual([]);
  });

  it("names the files that belong to no track", async () => {
    const files = ["rain.mp3", "sun.mp3", "rain.wav"].map(found);
    const tracks = [toyTrack({ id: "1", title: "Rain" })];
    const { unmatched } = await matchAudio(tracks, files, () => Promise.resolve(NO_TAGS));
    expect(unmatched.map(({ name }) => name)).toEqual(["sun.mp3"]);
  });

  it("does not match another artist's piece of the same title", async () => {
    const tracks = [{ id: "1", title: "Rain", artist: "Ann" }];
    const by = (artist: string | null) => ({ "a.mp3": { title: "Rain", artist } });
    expect(await match(tracks, ["a.mp3"], by("Bob"))).toEqual([]);
    expect(await match(tracks, ["a.mp3"], by("ann"))).toEqual([["1", "a.mp3"]]);
    expect(await match(tracks, ["a.mp3"], by(null))).toEqual([["1", "a.mp3"]]);
  });

  it("matches a name shared by two tracks to neither", async () => {
    const tracks = [
      { id: "1", title: "Rain", file: "x.mp3" },
      { id: "2", title: "Rain", file: "X.wav" },
    ];
    expect(await match(tracks, ["x.mp3"], { "x.mp3": { title: "Rain" } })).toEqual([]);
  });

  it("takes the first of a track's files", async () => {
    const tracks = [{ id: "1", title: "Rain", file: "known.mp3" }];
    const names = ["known.flac", "known.mp3", "z.mp3"];
    expect(await match(tracks, names, { "z.mp3": { title: "Rain" } })).toEqual([
      ["1", "known.flac"],
    ]);
  });
});
