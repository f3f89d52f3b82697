import { truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { diskAssets } from "../../../src/cli/assets.ts";
import { loadVocabulary } from "../../../src/engine/encode/vocabulary.ts";
import { loadPack } from "../../../src/engine/open.ts";
import { heardTags } from "../../../src/engine/query/tags.ts";
import { needledrop } from "../support/needledrop.ts";
import { chord, TOY_BLOCKS_PACK, TOY_PACK } from "../support/paths.ts";
import { say } from "../support/say.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { wavBytes } from "../support/wav-bytes.ts";

const pack = ["--pack", TOY_PACK];
const seconds = v.pipe(v.number(), v.minValue(0));
const vector = v.pipe(v.array(v.number()), v.length(8));
const EmbedOutput = v.strictObject({
  pack: v.literal("toy-pack@0.0.1"),
  dimension: v.literal(8),
  sections: v.array(
    v.strictObject({ start: v.optional(seconds), end: v.optional(seconds), vector }),
  ),
});
const HeardOutput = v.object({
  sections: v.array(v.object({ vector })),
  tags: v.array(v.strictObject({ word: v.string(), presence: v.number() })),
});

function parse<S extends v.GenericSchema>(schema: S, stdout: string): v.InferOutput<S> {
  return v.parse(schema, JSON.parse(stdout));
}

describe("needledrop embed", () => {
  it("prints one unit vector without times for a text", async () => {
    const { code, stdout, stderr } = await needledrop(
      "embed",
      "--text",
      "banjo",
      ...pack,
      "--json",
    );
    expect([code, stderr]).toEqual([0, ""]);
    const { sections } = parse(EmbedOutput, stdout);
    expect(sections).toHaveLength(1);
    expect(Object.keys(sections[0] ?? {})).toEqual(["vector"]);
    expect(Math.hypot(...(sections[0]?.vector ?? []))).toBeCloseTo(1, 4);
  });

  it("prints a unit vector for each section of a file", async () => {
    const { code, stdout, stderr } = await needledrop(
      "embed",
      "--audio",
      chord("flac"),
      ...pack,
      "--json",
    );
    expect([code, stderr]).toEqual([0, ""]);
    const { sections } = parse(EmbedOutput, stdout);
    expect(sections.map(({ start, end }) => [start, end])).toEqual([
      [0, 1],
      [0.5, 1.5],
    ]);
    for (const section of sections) expect(Math.hypot(...section.vector)).toBeCloseTo(1, 4);
  });

  it("prints the tags heard in a file if the pack can tell", async () => {
    const audio = ["embed", "--audio", chord("flac"), "--pack", TOY_BLOCKS_PACK];
    const output = (await say(...audio, "--json")).results[0] ?? "";
    const { sections, tags } = parse(HeardOutput, output);
    const pack = await loadPack(diskAssets({ pack: TOY_BLOCKS_PACK }));
    const embeddings = sections.map(({ vector }) => Float32Array.from(vector));
    expect(tags.length).toBeGreaterThan(0);
    expect(tags).toEqual(heardTags(await loadVocabulary(pack), embeddings));
    const [{ word, presence } = { word: "", presence: 0 }] = tags;
    expect((await say(...audio)).results[0]).toContain(
      `Heard: ${word} ${Math.round(100 * presence)} %`,
    );
    const text = await say("embed", "--text", "banjo", "--pack", TOY_BLOCKS_PACK, "--json");
    expect(JSON.parse(text.results[0] ?? "")).not.toHaveProperty("tags");
  });

  it("embeds two hours to the end, a section every half second", async () => {
    const path = join(temporaryFolder(), "two-hours.wav");
    const sampleRate = 2000;
    const shape = { sampleRate, channels: 1, bits: 8, claimedBytes: 7200 * sampleRate } as const;
    const header = wavBytes(shape, 0, () => 0);
    writeFileSync(path, header);
    truncateSync(path, header.length + shape.claimedBytes);
    const { code, stdout, stderr } = await needledrop("embed", "--audio", path, ...pack, "--json");
    expect([code, stderr]).toEqual([0, ""]);
    const { sections } = parse(EmbedOutput, stdout);
    expect(sections).toHaveLength(2 * 7200 - 1);
    expect(sections.at(-1)).toMatchObject({ start: 7199, end: 7200 });
  });

  it("names an unreadable file", async () => {
    const path = join(temporaryFolder(), "zero.mp3");
    writeFileSync(path, "");
    const { code, stdout, stderr } = await needledrop("embed", "--audio", path, ...pack);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toBe(
      `needledrop: The file is empty. (${path}) Copy it again from its source.\n`,
    );
  });
});
