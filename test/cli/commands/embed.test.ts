import { truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { needledrop } from "../support/needledrop.ts";
import { chord, TOY_PACK } from "../support/paths.ts";
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

function parse<S extends v.GenericSchema>(schema: S, stdout: string): v.InferOutput<S> {
  return v.parse(schema, JSON.parse(stdout));
}

describe("needledrop embed", () => {
  it("gives one unit vector without times for a text", async () => {
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

  it("gives a unit vector for each section of a file", async () => {
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

  it("names a file it cannot read", async () => {
    const path = join(temporaryFolder(), "zero.mp3");
    writeFileSync(path, "");
    const { code, stdout, stderr } = await needledrop("embed", "--audio", path, ...pack);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toBe(
      `needledrop: The file is empty. (${path}) Copy it again from its source.\n`,
    );
  });
});
