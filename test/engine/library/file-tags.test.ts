import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readTags } from "../../../src/engine/library/file-tags.ts";
import { chord } from "../../cli/support/paths.ts";
import { inMemory } from "../decode/in-memory.ts";

const tagsOf = (bytes: Uint8Array, name: string) => readTags(inMemory(bytes), name);

describe("readTags", () => {
  it.each(["mp3", "flac", "ogg", "opus"] as const)("reads the tags of a %s", async (format) => {
    expect(await tagsOf(readFileSync(chord(format)), `chord.${format}`)).toMatchObject({
      title: "Chord",
      artist: "Needledrop",
      bpm: 96,
      key: null,
      licence: { id: "unknown" },
      tags: ["drone"],
    });
  });

  it("takes no genre for one that says nothing", async () => {
    const bytes = readFileSync(chord("flac"));
    const genre = bytes.indexOf("drone");
    expect(genre).toBeGreaterThan(0);
    bytes.write("Other", genre);
    expect(await tagsOf(bytes, "other.flac")).toMatchObject({ title: "Chord", tags: [] });
  });

  it("returns no metadata for a file with unreadable tags", async () => {
    const junk = Buffer.from("ID3\u0004 and then nonsense");
    expect(await tagsOf(junk, "junk.mp3")).toMatchObject({
      title: null,
      artist: null,
      bpm: null,
      tags: [],
    });
  });
});
