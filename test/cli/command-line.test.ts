import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ERROR_CODES } from "../../src/contract/errors.ts";
import { HeardSchema } from "../../src/contract/heard.ts";
import { LicenceSchema, PageSchema } from "../../src/contract/track.ts";
import { needledrop, needledropInterrupted } from "./support/needledrop.ts";
import { chord, TOY_PACK } from "./support/paths.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

const pack = ["--pack", TOY_PACK];
const ms = v.pipe(v.number(), v.minValue(0));
const seconds = v.pipe(v.number(), v.minValue(0));

/** As a track of an index has it, with times and levels as numbers. */
const HeardOutput = v.strictObject({
  ...HeardSchema.entries,
  bars: v.optional(v.object({ beatsPerBar: v.number(), starts: v.array(seconds) })),
  parts: v.optional(v.array(seconds)),
  energy: v.optional(v.array(v.number())),
});
const SearchOutput = v.strictObject({
  query: v.string(),
  pack: v.literal("toy-pack@0.0.1"),
  device: v.literal("wasm"),
  ms: v.strictObject({ load: ms, encode: ms, search: ms }),
  understood: v.strictObject({
    text: v.string(),
    items: v.array(
      v.strictObject({ kind: v.string(), text: v.string(), label: v.looseObject({}) }),
    ),
  }),
  total: v.number(),
  facets: v.looseObject({ playable: v.number() }),
  emptiedBy: v.nullable(v.strictObject({ filter: v.string(), leaves: v.number() })),
  didYouMean: v.array(v.string()),
  results: v.array(
    v.strictObject({
      rank: v.number(),
      id: v.string(),
      title: v.string(),
      artist: v.string(),
      catalogue: v.string(),
      local: v.boolean(),
      evidence: v.picklist(["audio", "metadata", "both"]),
      page: v.nullable(PageSchema),
      licence: LicenceSchema,
      score: v.pipe(v.number(), v.finite()),
      section: v.strictObject({ start: seconds, end: seconds }),
      why: v.array(v.string()),
      seconds,
      bpm: v.nullable(v.number()),
      key: v.nullable(v.string()),
      vocals: v.nullable(v.boolean()),
      heard: v.optional(HeardOutput),
      tags: v.array(v.string()),
    }),
  ),
});
const failure = {
  code: v.picklist(ERROR_CODES),
  what: v.string(),
  input: v.nullable(v.string()),
  next: v.string(),
};
const ErrorOutput = v.strictObject({ error: v.strictObject(failure) });
const IndexOutput = v.strictObject({
  out: v.string(),
  pack: v.literal("toy-pack@0.0.1"),
  tracks: v.number(),
  sections: v.number(),
  audioSeconds: seconds,
  tookSeconds: seconds,
  embedded: v.number(),
  missing: v.array(v.string()),
  unheard: v.number(),
  duplicates: v.record(v.string(), v.string()),
  skipped: v.array(v.object({ code: v.picklist(ERROR_CODES), what: v.string(), next: v.string() })),
});

function parse<S extends v.GenericSchema>(schema: S, stdout: string): v.InferOutput<S> {
  return v.parse(schema, JSON.parse(stdout));
}

/** An index of no use: it is damaged. */
const OLD = "NDIX, once";

let folder: string;
let index: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "needledrop-"));
  mkdirSync(join(folder, "music"));
  cpSync(chord("mp3"), join(folder, "music", "one.mp3"));
  cpSync(chord("opus"), join(folder, "music", "two.opus"));
  writeFileSync(join(folder, "music", "bad\u202e.mp3"), "");
  index = join(folder, "music.ndx");
  const { code, stderr } = await needledrop(
    "index",
    join(folder, "music"),
    "--out",
    index,
    ...pack,
  );
  expect([code, stderr]).toEqual([0, expect.stringContaining("Skipped: The file is empty.")]);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A vendor's catalogue of one track. */
function catalogueFile(into: string): string {
  const path = join(into, "catalogue.json");
  const attribution = '"{title}" by {artist}';
  const track = { id: "1", title: "Distant Reel", seconds: 61, genres: ["folk"] };
  const catalogue = {
    format: 1,
    id: "far",
    name: "Far away",
    artist: "Somebody",
    licence: { id: "CC-BY-4.0", name: "CC BY 4.0", attribution },
    tracks: [{ ...track, instruments: ["banjo"], page: "https://example.com/1" }],
  };
  writeFileSync(path, JSON.stringify(catalogue));
  return path;
}

describe("needledrop", () => {
  it("prints help", async () => {
    const { code, stdout, stderr } = await needledrop("--help");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("Usage: needledrop <command>");
  });

  it("prints the version of the package", async () => {
    const { version } = JSON.parse(
      readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
    ) as { version: string };
    expect(await needledrop("--version")).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });

  it("reports errors on standard error, with exit code 2", async () => {
    expect(await needledrop("search", "rain", "--limit", "many")).toEqual({
      code: 2,
      stdout: "",
      stderr:
        "needledrop: --limit must be a whole number from 1 to 100. (many) " +
        "Give --limit such a number, or leave it out.\n",
    });
  });

  it("reports them as JSON on standard output with --json", async () => {
    const { code, stdout, stderr } = await needledrop("find", "rain", "--json");
    expect([code, stderr]).toEqual([2, ""]);
    expect(parse(ErrorOutput, stdout).error).toMatchObject({ code: "usage", input: "find" });
  });
});

describe("needledrop search", () => {
  it("prints JSON of a fixed shape and nothing else", async () => {
    const args = ["happy banjo", "--index", index, ...pack, "--json"];
    const { code, stdout, stderr } = await needledrop("search", ...args);
    expect([code, stderr]).toEqual([0, ""]);
    const { query, results } = parse(SearchOutput, stdout);
    expect(query).toBe("happy banjo");
    expect(results.map(({ rank }) => rank)).toEqual([1, 2]);
    expect(results.map(({ id }) => id).sort()).toEqual(["one.mp3", "two.opus"]);
    expect(results[0]).toMatchObject({
      title: "Chord",
      artist: "Needledrop",
      bpm: 96,
      tags: ["drone"],
    });
  });

  it("prints a table that fits 100 columns", async () => {
    const { code, stdout, stderr } = await needledrop("search", "calm", "--index", index, ...pack);
    expect([code, stderr]).toEqual([0, ""]);
    const lines = stdout.split("\n");
    expect(lines[2]).toMatch(
      /^#\s+Title\s+Artist\s+Local\s+Where\s+Of\s+BPM\s+Licence\s+Score\s+Why$/,
    );
    expect(lines[3]).toMatch(
      /^1 {2}Chord {2}Needledrop {2}yes {4}0:0\d–0:0\d {2}0:01 {3}96 {2}unknown/,
    );
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  describe("over a catalogue without local audio", () => {
    let both: string[];
    beforeAll(async () => {
      const { code, stderr } = await needledrop(
        ...["catalogue", "index", catalogueFile(folder), "--out", join(folder, "far.ndx"), ...pack],
      );
      expect([code, stderr]).toEqual([0, expect.any(String)]);
      both = ["--index", index, "--index", join(folder, "far.ndx"), ...pack];
    });

    it("says which tracks are local, and gives the pages and terms of the others", async () => {
      const { code, stdout } = await needledrop("search", "happy banjo", ...both, "--json");
      expect(code).toBe(0);
      const { results } = parse(SearchOutput, stdout);
      expect(results).toHaveLength(3);
      expect(results.filter(({ local }) => local).map(({ page }) => page)).toEqual([null, null]);
      expect(results.find(({ local }) => !local)).toMatchObject({
        id: "far/1",
        catalogue: "Far away",
        page: "https://example.com/1",
        licence: { id: "CC-BY-4.0", attribution: '"Distant Reel" by Somebody' },
        section: { start: 0, end: 61 },
      });
    });

    it("shows the same in the table", async () => {
      const { stdout } = await needledrop("search", "happy banjo", ...both);
      expect(stdout).toMatch(/^\d {2}Distant Reel +Somebody +page +0:00–1:01/m);
      expect(stdout).toMatch(/^\d {2}Chord +Needledrop +yes /m);
      expect(stdout).toMatch(/^\d: https:\/\/example\.com\/1$/m);
    });

    it("finds only local tracks with --local, and says so when there are none", async () => {
      const { stdout } = await needledrop("search", "banjo", ...both, "--local", "--json");
      expect(parse(SearchOutput, stdout).results.map(({ local }) => local)).toEqual([true, true]);
      const far = ["--index", join(folder, "far.ndx"), ...pack, "--local"];
      const none = await needledrop("search", "banjo", ...far);
      expect([none.code, none.stderr]).toEqual([0, ""]);
      expect(none.stdout).toContain("Leave out --local");
      const { stdout: json } = await needledrop("search", "banjo", ...far, "--json");
      expect(parse(SearchOutput, json).results).toEqual([]);
    });
  });

  it("refuses a blank query with exit code 2", async () => {
    const { code, stdout, stderr } = await needledrop("search", "  ", "--index", index, ...pack);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("Describe the scene");
  });
});

describe("needledrop index", () => {
  it("reports in JSON what it indexed and what it skipped", async () => {
    const out = join(temporaryFolder(), "out.ndx");
    const args = [join(folder, "music"), "--out", out, ...pack, "--json"];
    const { code, stdout, stderr } = await needledrop("index", ...args);
    expect(code).toBe(0);
    const report = parse(IndexOutput, stdout);
    expect(report).toMatchObject({ out, tracks: 2, sections: 4, skipped: [{ code: "audio" }] });
    // Printed as it is, the name would reverse the line.
    expect(stderr).toContain("bad\\u202e.mp3");
    expect(readFileSync(out)).toEqual(readFileSync(index));
  });

  it("fails and keeps the existing file when nothing can be indexed", async () => {
    const place = temporaryFolder();
    mkdirSync(join(place, "music"));
    writeFileSync(join(place, "music", "text.mp3"), "no music");
    const out = join(place, "out.ndx");
    writeFileSync(out, OLD);
    const { code, stdout, stderr } = await needledrop(
      "index",
      join(place, "music"),
      "--out",
      out,
      ...pack,
    );
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("None of the 1 audio files could be indexed.");
    expect(readFileSync(out, "utf8")).toBe(OLD);
  });

  it.skipIf(process.platform === "win32")(
    "leaves no partial file when it is interrupted",
    async () => {
      const place = temporaryFolder();
      cpSync(join(folder, "music"), join(place, "music"), { recursive: true });
      symlinkSync("nowhere", join(place, "music", "dead.mp3"));
      const out = join(place, "out.ndx");
      writeFileSync(out, OLD);
      const args = ["index", join(place, "music"), "--out", out, ...pack];
      // The dead link is reported before the first file is decoded.
      const { code, stdout } = await needledropInterrupted("dead.mp3", ...args);
      expect([code, stdout]).toEqual([130, ""]);
      expect(readdirSync(place).sort()).toEqual(["music", "out.ndx"]);
      expect(readFileSync(out, "utf8")).toBe(OLD);
    },
  );
});
