import * as v from "valibot";
import { describe, expect, it } from "vitest";
import type { Sidecar, SidecarTrack } from "../../../src/engine/library/sidecar.ts";
import type { FileTags } from "../../../src/engine/library/file-tags.ts";
import { trackFrom, type FileFacts } from "../../../src/engine/library/file-track.ts";
import { TrackSchema, UNKNOWN_LICENCE, type Track } from "../../../src/contract/track.ts";

const noTags: FileTags = {
  title: null,
  artist: null,
  bpm: null,
  key: null,
  licence: UNKNOWN_LICENCE,
  tags: [],
};
const entry: SidecarTrack = {
  id: "rain",
  title: "Rain",
  artist: null,
  file: "audio/rain.mp3",
  bpm: 72,
  key: "A",
  mode: "minor",
  vocals: false,
  tags: ["piano"],
  licence: null,
  metre: null,
  sections: [],
};
const sidecar: Sidecar = {
  catalogue: { name: "Originals", artist: "Anna", licence: { id: "CC0-1.0", name: "CC0 1.0" } },
  tracks: [entry],
};

function made(changes: Partial<FileFacts>): Track {
  const source: FileFacts = {
    prefix: "",
    name: "audio/rain.mp3",
    audio: { kind: "file", path: "/music/audio/rain.mp3" },
    seconds: 90,
    tags: noTags,
    folder: "music",
    sidecar: null,
    entry: null,
    licences: { own: null, ofFolder: null },
    ...changes,
  };
  return v.parse(TrackSchema, trackFrom(source));
}

describe("trackFrom", () => {
  it("guesses nothing if nothing is known", () => {
    expect(made({})).toEqual({
      id: "audio/rain.mp3",
      title: "rain",
      artist: "",
      catalogue: "music",
      licence: UNKNOWN_LICENCE,
      audio: { kind: "file", path: "/music/audio/rain.mp3" },
      seconds: 90,
      bpm: null,
      key: null,
      vocals: null,
      tags: [],
      evidence: "audio",
    });
  });

  it("takes the metadata of the tags", () => {
    const tags = { ...noTags, title: "Regen", artist: "Berta", bpm: 80, key: "Am", tags: ["sad"] };
    const { title, artist, bpm, key, tags: words } = made({ tags });
    expect([title, artist, bpm, key, words]).toEqual(["Regen", "Berta", 80, "Am", ["sad"]]);
  });

  it("prefers the sidecar to the tags", () => {
    const tags = { ...noTags, title: "Regen", artist: "Berta", bpm: 80, key: "Am", tags: ["sad"] };
    const track = made({ tags, sidecar, entry: { ...entry, artist: "Clara" } });
    expect(track).toMatchObject({
      id: "rain",
      title: "Rain",
      artist: "Clara",
      catalogue: "Originals",
      licence: { id: "CC0-1.0" },
      bpm: 72,
      key: "A minor",
      vocals: false,
      tags: ["piano"],
    });
  });

  it("does not give the catalogue's artist and licence to a file that is not on its list", () => {
    expect(made({ sidecar })).toMatchObject({ artist: "", licence: UNKNOWN_LICENCE });
  });

  it("completes a licence given by its id from the catalogue's", () => {
    const licence = { id: "CC0-1.0", name: "CC0-1.0" };
    expect(made({ sidecar, entry: { ...entry, licence } }).licence.name).toBe("CC0 1.0");
    const other = { id: "CC-BY-4.0", name: "CC BY 4.0" };
    expect(made({ sidecar, entry: { ...entry, licence: other } }).licence.id).toBe("CC-BY-4.0");
  });

  it("makes the credit line that an attribution licence asks for", () => {
    const tags = { ...noTags, artist: "Berta", licence: { id: "CC-BY-4.0", name: "CC BY 4.0" } };
    expect(made({ tags }).licence.attribution).toBe('"rain" by Berta, CC BY 4.0');
  });

  it("leaves out the credit line if the artist is unknown", () => {
    const tags = { ...noTags, licence: { id: "CC-BY-4.0", name: "CC BY 4.0" } };
    expect(made({ tags }).licence.attribution).toBeUndefined();
  });

  it("has bars and sections only if the sidecar does", () => {
    const known = {
      ...entry,
      metre: "6/8",
      editPoints: { bars: [0, 2.5] },
      sections: [{ start: 0, label: "intro" }],
    };
    expect(made({ entry: known }).structure).toEqual({
      bars: [0, 2.5],
      beatsPerBar: 6,
      sections: [{ start: 0, label: "intro" }],
    });
    expect(made({ entry: { ...known, metre: null } })).not.toHaveProperty("structure");
    expect(made({ entry })).not.toHaveProperty("structure");
  });

  it("cuts metadata to the limits of an index", () => {
    const long = "x".repeat(5000);
    const tags = {
      ...noTags,
      title: long,
      artist: long,
      key: long,
      tags: Array<string>(300).fill(long),
    };
    const first = made({ name: `${long}.mp3`, tags });
    const second = made({ name: `${long}/y.mp3`, tags });
    expect(first.id).not.toBe(second.id);
  });

  it("keeps ids within the limits of an index, whatever their folder begins them with", () => {
    const name = `${"x".repeat(393)}.mp3`;
    const ids = ["one/", "two/"].map((prefix) => made({ prefix, name }).id);
    expect(new Set(ids).size).toBe(2);
    expect(ids[0]).toMatch(/^one\/[0-9a-f]{64}$/);
    expect(made({ prefix: "one/", name: "a.mp3" }).id).toBe("one/a.mp3");
  });

  it("takes the licence from the nearest that states one: list, own file, tags, folder", () => {
    const licence = (id: string) => ({ id, name: id });
    const [own, ofFolder] = [licence("own"), licence("folder")];
    const tags = { ...noTags, licence: licence("tags") };
    const both = { own, ofFolder };
    const idOf = (changes: Partial<FileFacts>): string => made(changes).licence.id;
    expect(idOf({ licences: both, tags, sidecar, entry })).toBe("CC0-1.0");
    expect(idOf({ licences: both, tags })).toBe("own");
    expect(idOf({ licences: { own: null, ofFolder }, tags })).toBe("tags");
    expect(idOf({ licences: { own: null, ofFolder } })).toBe("folder");
    expect(idOf({})).toBe("unknown");
  });
});
