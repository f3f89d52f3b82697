import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { diskAssets } from "../../../src/cli/assets.ts";
import { trackEvidence } from "../../../src/contract/track.ts";
import { loadVocabulary } from "../../../src/engine/encode/vocabulary.ts";
import { readIndex } from "../../../src/engine/index/reader.ts";
import { loadPack } from "../../../src/engine/open.ts";
import { heardTagsOf } from "../../../src/engine/query/tags.ts";
import { chord, TOY_BLOCKS_PACK, TOY_PACK } from "../support/paths.ts";
import { say } from "../support/say.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { sine, wavBytes } from "../support/wav-bytes.ts";

const HeardTags = v.array(v.strictObject({ word: v.string(), presence: v.number() }));
const Untagged = v.object({
  untagged: v.array(v.strictObject({ id: v.string(), heard: HeardTags })),
});

/** A track with tags, and one without. */
function library(): string {
  const folder = temporaryFolder();
  copyFileSync(chord("flac"), join(folder, "tagged.flac"));
  const shape = { sampleRate: 8000, channels: 1, bits: 16 } as const;
  writeFileSync(join(folder, "bare.wav"), wavBytes(shape, 16_000, sine(1, 8000)));
  return folder;
}

const index = (folder: string, out: string, pack: string, ...more: string[]) =>
  say("index", folder, "--out", out, "--pack", pack, ...more);

describe("needledrop index", () => {
  it("lists the tags heard in tracks that have none, and does not write them down", async () => {
    const [folder, out] = [library(), join(temporaryFolder(), "mine.ndx")];
    const said = await index(folder, out, TOY_BLOCKS_PACK, "--json");
    const { untagged } = v.parse(Untagged, JSON.parse(said.results[0] ?? ""));

    const pack = await loadPack(diskAssets({ pack: TOY_BLOCKS_PACK }));
    const written = readIndex(readFileSync(out), pack);
    expect(written.tracks.map(({ id }) => id)).toEqual(["bare.wav", "tagged.flac"]);
    expect(written.tracks[0]?.tags).toEqual([]);
    expect(written.tracks[1]?.tags).not.toEqual([]);
    expect(written.tracks.map(trackEvidence)).toEqual(["audio", "both"]);
    const heard = heardTagsOf(await loadVocabulary(pack), written, 0);
    expect(heard.length).toBeGreaterThan(0);
    expect(untagged).toEqual([{ id: "bare.wav", heard }]);
  });

  it("says in words how many tracks have no tags", async () => {
    const said = await index(library(), join(temporaryFolder(), "mine.ndx"), TOY_BLOCKS_PACK);
    expect(said.results[0]).toContain("No tags: 1 tracks; --json lists the tags heard in them");
  });

  it("says nothing of tags if the pack cannot tell", async () => {
    const out = join(temporaryFolder(), "mine.ndx");
    const said = await index(library(), out, TOY_PACK, "--json");
    expect(JSON.parse(said.results[0] ?? "")).not.toHaveProperty("untagged");
  });

  it("embeds what is new when it is run again, and says what is missing and what is a copy", async () => {
    const [folder, out] = [library(), join(temporaryFolder(), "mine.ndx")];
    await index(folder, out, TOY_PACK);
    copyFileSync(join(folder, "bare.wav"), join(folder, "copy.wav"));
    rmSync(join(folder, "tagged.flac"));
    const said = await index(folder, out, TOY_PACK, "--json");
    expect(JSON.parse(said.results[0] ?? "")).toMatchObject({
      tracks: 3,
      embedded: 0,
      missing: ["tagged.flac"],
      duplicates: { "copy.wav": "bare.wav" },
    });
    const { results } = await index(folder, out, TOY_PACK);
    expect(results[0]).toContain("New:     0 files embedded");
    expect(results[0]).toContain("Missing: 1 files; their tracks are kept (--forget drops them)");
    expect(results[0]).toContain("Copies:  1 tracks have the same audio as another");
    expect((await index(folder, out, TOY_PACK, "--forget")).results[0]).toContain("2 tracks,");
  });
});
