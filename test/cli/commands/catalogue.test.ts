import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { CatalogueSchema } from "../../../src/contract/catalogue.ts";
import { PROGRAM, TOY_PACK } from "../support/paths.ts";
import { say, type Said } from "../support/say.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const LIST = [
  "ISRC,Title,Composer,BPM,Length,Genre,Mood,File,Notes",
  'A1,<b>Rain</b>,Ann,60,3:05,Rock,"sad; dark",rain.mp3,x',
  "A2,Sun\u001b[2J,Bob,quick 1,1:00,Pop,glad,sun.mp3,x",
  "A3,Sea,Bob,120,0:45,Pop,glad,sea.mp3,x",
].join("\n");
const terms = ["--id", "acme", "--name", "Acme", "--licence", "CC BY 4.0", "--pack", TOY_PACK];
const page = ["--page", "https://acme.example/{id}"];

function listFile(text = LIST, name = "list.csv"): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, text);
  return path;
}
const imported = (list: string, out: string, ...more: string[]): Promise<Said> =>
  say("catalogue", "import", list, "--out", out, ...terms, ...more);
const json = ({ results }: Said): unknown => JSON.parse(results[0] ?? "");
const failure = (said: Said): { code: string; what: string; next: string } =>
  (json(said) as { error: { code: string; what: string; next: string } }).error;

describe("catalogue import", () => {
  it("writes the metadata and its index, and summarises the result", async () => {
    const out = join(temporaryFolder(), "acme");
    const said = await imported(listFile(), out, ...page, "--json");
    expect(said.code).toBe(0);
    expect(said.notes).toEqual(['Line 3: "BPM" is not a tempo ("quick 1").']);
    expect(json(said)).toEqual({
      ...{ out, id: "acme", pack: "toy-pack@0.0.1", tracks: 2, searchable: 2, wordless: 0 },
      rejected: 1,
      problems: [{ line: 3, problem: '"BPM" is not a tempo ("quick 1").' }],
      columns: {
        ...{ ISRC: "id", Title: "title", Composer: "artist", BPM: "bpm", Length: "seconds" },
        ...{ Genre: "genres", Mood: "moods", File: "file" },
      },
      unused: ["Notes"],
    });
    expect(readdirSync(out).sort()).toEqual(["catalogue.json", "index.ndx"]);
    const written: unknown = JSON.parse(readFileSync(join(out, "catalogue.json"), "utf8"));
    expect(v.parse(CatalogueSchema, written).tracks.map(({ id }) => id)).toEqual(["A1", "A3"]);
    expect(written).toMatchObject({
      licence: { id: "CC-BY-4.0" },
      tracks: [
        {
          ...{ id: "A1", title: "<b>Rain</b>", artist: "Ann", bpm: 60, seconds: 185 },
          ...{ moods: ["sad", "dark"], page: "https://acme.example/A1" },
        },
        { id: "A3" },
      ],
    });
  });

  it("makes an index that search can read", async () => {
    const out = join(temporaryFolder(), "acme");
    await imported(listFile(), out, "--attribution", "{title}, {artist} at Acme");
    const index = join(out, "index.ndx");
    const said = await say("search", "sad", "--index", index, "--pack", TOY_PACK, "--json");
    expect(said.code).toBe(0);
    const { results } = json(said) as { results: { id: string; licence: unknown }[] };
    expect(results.map(({ id }) => id).sort()).toEqual(["acme/A1", "acme/A3"]);
    expect(results.find(({ id }) => id === "acme/A3")?.licence).toMatchObject({
      attribution: "Sea, Bob at Acme",
    });
  });

  it("prints a summary, without control characters from cells", async () => {
    const list = listFile("Title,Mood,\u001b[31mred\nRain\u001b[2J,sad,x\nSun,glad\n");
    const { code, results, notes } = await imported(list, join(temporaryFolder(), "acme"));
    expect(code).toBe(0);
    expect(results[0]).toContain("Imported: 1 tracks");
    expect(results[0]).toContain("Left out: 1 rows");
    expect(results[0]).toContain("not used: \\u001b[31mred");
    expect(notes).toEqual(["Line 3: It has 2 cells, the first row 3."]);
  });

  it("describes twenty rows with errors and counts the others", async () => {
    const list = listFile("Title,BPM\nRain,60\n" + "x,?!\n".repeat(30));
    const { notes } = await imported(list, join(temporaryFolder(), "acme"));
    expect(notes).toHaveLength(21);
    expect(notes[20]).toBe("and 10 more rows with errors.");
  });

  it("counts the tracks without words to be found by, and keeps their metadata", async () => {
    const out = join(temporaryFolder(), "acme");
    const said = await imported(listFile("Title,Mood\nRain,\nSun,glad\n"), out, "--json");
    expect(json(said)).toMatchObject({ tracks: 2, searchable: 1, wordless: 1 });
  });

  it("replaces the same catalogue when it is imported again", async () => {
    const out = join(temporaryFolder(), "acme");
    await imported(listFile(), out);
    const again = await imported(listFile("Title,Mood\nSun,glad\n"), out, "--json");
    expect(json(again)).toMatchObject({ tracks: 1 });
    expect(readdirSync(out)).toHaveLength(2);
  });

  it("writes nothing with --strict if a row has an error, and keeps existing files", async () => {
    const folder = temporaryFolder();
    const said = await imported(listFile(), join(folder, "acme"), "--strict", "--json");
    expect([said.code, failure(said).code]).toEqual([1, "catalogue"]);
    expect(readdirSync(folder)).toEqual([]);
    const right = listFile("Title,Mood\nSun,glad\n");
    expect((await imported(right, join(folder, "acme"), "--strict")).code).toBe(0);
    const before = readFileSync(join(folder, "acme/catalogue.json"), "utf8");
    await imported(listFile(), join(folder, "acme"), "--strict");
    expect(readFileSync(join(folder, "acme/catalogue.json"), "utf8")).toBe(before);
  });

  it("refuses a folder with other content", async () => {
    const other = temporaryFolder();
    writeFileSync(join(other, "holiday.txt"), "");
    const strangers = temporaryFolder();
    writeFileSync(join(strangers, "index.ndx"), "");
    const theirs = join(temporaryFolder(), "theirs");
    await imported(listFile(), theirs, "--id", "theirs");
    const file = listFile();
    for (const [out, what] of [
      [other, "holds other things"],
      [strangers, "holds another index"],
      [theirs, "holds another catalogue"],
      [file, "is not a folder"],
      [join(other, "no/acme"), "does not exist"],
    ] as const) {
      const said = await imported(listFile(), out, "--json");
      expect([said.code, failure(said).what]).toEqual([2, expect.stringContaining(what)]);
    }
    expect(readdirSync(other)).toEqual(["holiday.txt"]);
  });

  it.each<[string, string[], string]>([
    ["id", ["--id", "Acme Music"], "--id is not valid"],
    ["name", ["--name", "x".repeat(101)], "--name is not valid"],
    ["name", ["--name", " "], "needs --name"],
    ["licence", ["--licence", ""], "needs --licence"],
    ["attribution", ["--attribution", "x".repeat(2001)], "--attribution is not"],
    ["page", ["--page", "http://acme.example/{id}"], "--page must be an https address"],
    ["columns", ["--columns", "colour=Red"], "--columns takes pairs"],
    ["columns", ["--columns", "title=Werk"], "no such column"],
  ])("refuses a wrong --%s", async (_, more, what) => {
    const said = await imported(listFile(), join(temporaryFolder(), "acme"), ...more, "--json");
    expect([said.code, failure(said).what]).toEqual([2, expect.stringContaining(what)]);
  });

  it.each([
    ["list.csv", "Title\n", "holds no tracks"],
    ["list.csv", "Title,BPM\nRain,?!\n", "No row of the list is valid; rejected: 1."],
    ["list.csv", "Werk\nRain\n", "No column holds the title."],
    ["list.json", "{}", "not a single array"],
  ])("fails over %s with %j", async (name, text, what) => {
    const out = join(temporaryFolder(), "acme");
    const said = await imported(listFile(text, name), out, "--json");
    expect([said.code, failure(said).code]).toEqual([1, "catalogue"]);
    expect(failure(said).what).toContain(what);
  });
});

/** Enough of an import, but for what a test adds. */
const IMPORT = [
  ...["catalogue", "import", "a.csv", "--out", "a", "--id", "a", "--name", "A"],
  ...["--licence", "A"],
];

describe("catalogue index", () => {
  it("makes the same index again from the same pack", async () => {
    const out = join(temporaryFolder(), "acme");
    await imported(listFile(), out);
    const path = join(temporaryFolder(), "again.ndx");
    const catalogue = join(out, "catalogue.json");
    const pack = ["--pack", TOY_PACK];
    const said = await say("catalogue", "index", catalogue, "--out", path, ...pack, "--json");
    expect(json(said)).toEqual({
      ...{ out: path, id: "acme", pack: "toy-pack@0.0.1", tracks: 2, local: 0, fromAudio: 0 },
      ...{ fromMetadata: 2, wordless: 0, skipped: [], unmatched: [] },
    });
    expect(readFileSync(path).equals(readFileSync(join(out, "index.ndx")))).toBe(true);
  });

  it("refuses a file that is not a catalogue", async () => {
    const folder = temporaryFolder();
    const out = ["--out", join(folder, "x.ndx"), "--json"];
    const twice = { format: 1, id: "a", name: "A", licence: { id: "x", name: "x" } };
    const track = { id: "1", title: "t" };
    for (const text of [
      "no json",
      "{}",
      JSON.stringify({ ...twice, format: 2, tracks: [] }),
      JSON.stringify({ ...twice, tracks: [track, track] }),
    ]) {
      const said = await say("catalogue", "index", listFile(text, "catalogue.json"), ...out);
      expect([said.code, failure(said).code]).toEqual([1, "catalogue"]);
    }
    const missing = await say("catalogue", "index", join(folder, "no.json"), ...out);
    expect([missing.code, failure(missing).code]).toEqual([1, "catalogue"]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    [["catalogue"], 'takes "import", "index" or "get"'],
    [["catalogue", "delete"], 'takes "import", "index" or "get"'],
    [["catalogue", "import"], "needs a list of tracks"],
    [["catalogue", "import", "a.csv"], "needs --out"],
    [[...IMPORT, "--files", "http://acme.example/{file}"], "--files is not valid"],
    [[...IMPORT, "--files", "https://acme.example/files"], "--files is not valid"],
    [["catalogue", "get"], "needs the ids of tracks"],
    [["catalogue", "index"], "needs a catalogue.json"],
    [["catalogue", "index", "c.json"], "needs --out"],
    [["catalogue", "index", "c.json", "--out", "x.ndx", "--audio", "/no"], "does not exist"],
    [["catalogue", "index", "c.json", "--out", "x", "--audio", PROGRAM], "not a folder"],
    [["catalogue", "index", "c.json", "--out", "x.ndx", "--remote"], "there is no --audio"],
  ])("refuses %j as wrong use", async (args, what) => {
    const { code, notes } = await say(...args);
    expect([code, notes]).toEqual([2, [expect.stringContaining(what)]]);
  });

  it("does not touch a folder given as --out", async () => {
    const out = join(temporaryFolder(), "folder");
    mkdirSync(out);
    expect((await say("catalogue", "index", "c.json", "--out", out)).code).toBe(2);
  });
});
