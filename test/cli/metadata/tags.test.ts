import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readTags } from "../../../src/cli/metadata/tags.ts";
import { chord } from "../support/paths.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

describe("readTags", () => {
  it.each(["mp3", "flac", "ogg", "opus"] as const)("reads the tags of a %s", async (format) => {
    expect(await readTags(chord(format))).toMatchObject({
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
    const path = join(temporaryFolder(), "other.flac");
    writeFileSync(path, bytes);
    expect(await readTags(path)).toMatchObject({ title: "Chord", tags: [] });
  });

  it("returns no metadata for a file with unreadable tags", async () => {
    const path = join(temporaryFolder(), "junk.mp3");
    writeFileSync(path, "ID3\u0004 and then nonsense");
    expect(await readTags(path)).toMatchObject({ title: null, artist: null, bpm: null, tags: [] });
  });
});
