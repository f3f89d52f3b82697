import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readTags } from "../../../src/cli/facts/tags.ts";
import { chord } from "../support/paths.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

describe("readTags", () => {
  it.each(["mp3", "flac", "ogg", "opus"] as const)(
    "reads what a tagged %s says",
    async (format) => {
      expect(await readTags(chord(format))).toMatchObject({
        title: "Chord",
        artist: "Needledrop",
        bpm: 96,
        key: null,
        licence: { id: "unknown" },
        tags: ["drone"],
      });
    },
  );

  it("knows nothing of a file whose tags cannot be read", async () => {
    const path = join(temporaryFolder(), "junk.mp3");
    writeFileSync(path, "ID3\u0004 and then nonsense");
    expect(await readTags(path)).toMatchObject({ title: null, artist: null, bpm: null, tags: [] });
  });
});
