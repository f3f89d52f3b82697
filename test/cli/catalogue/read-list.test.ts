import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readColumnChoices } from "../../../src/cli/catalogue/columns.ts";
import { readList, type ReadList } from "../../../src/cli/catalogue/read-list.ts";
import { CatalogueError, UsageError } from "../../../src/contract/errors.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

function read(
  text: string,
  { columns = "", name = "list.csv", most = 10 } = {},
): Promise<ReadList> {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, text);
  return readList(path, {
    columns: columns === "" ? [] : readColumnChoices(columns),
    licence: "Acme",
    page: null,
    mostTracks: most,
  });
}

describe("readList", () => {
  it("reads the same tracks from each kind of file", async () => {
    const rows = [
      { Title: "Rain", BPM: "60", Mood: "sad; slow" },
      { Title: "Sun", BPM: "", Mood: "glad" },
    ];
    const csv = "Title,BPM,Mood\r\nRain,60,sad; slow\r\nSun,,glad\r\n";
    const { tracks } = await read(csv);
    expect(tracks.map(({ title, bpm, moods }) => [title, bpm, moods])).toEqual([
      ["Rain", 60, ["sad", "slow"]],
      ["Sun", null, ["glad"]],
    ]);
    const json = await read(JSON.stringify(rows), { name: "list.JSON" });
    const lines = await read(rows.map((row) => JSON.stringify(row)).join("\n"), {
      name: "list.jsonl",
    });
    const tabs = await read(csv.replaceAll(",", "\t"), { name: "list.tsv" });
    for (const other of [json, lines, tabs]) expect(other.tracks).toEqual(tracks);
  });

  it("imports valid rows and names the others by line", async () => {
    const text = 'Title,Mood,BPM\n"Rain\n1",sad,60\nSun,glad,quick 1\n,calm,70\nSea,x\nSun,b,80\n';
    const { tracks, rejected, problems } = await read(text);
    expect(tracks.map(({ title }) => title)).toEqual(["Rain 1", "Sun"]);
    expect(tracks[1]?.bpm).toBe(80);
    expect(rejected).toBe(3);
    expect(problems).toEqual([
      { line: 4, problem: '"BPM" is not a tempo ("quick 1").' },
      { line: 5, problem: "There is no title." },
      { line: 6, problem: "It has 2 cells, the first row 3." },
    ]);
  });

  it("counts all rejected rows and describes the first twenty", async () => {
    const { rejected, problems } = await read("Title,BPM\n" + "a,?!\n".repeat(50));
    expect([rejected, problems.length, problems[19]?.line]).toEqual([50, 20, 21]);
  });

  it("rejects a second track with the same id and points to the first", async () => {
    const { tracks, problems } = await read("ISRC,Title\nX,Rain\nY,Sun\nX,Sea\n");
    expect(tracks.map(({ title }) => title)).toEqual(["Rain", "Sun"]);
    expect(problems).toEqual([{ line: 4, problem: 'The id "X" is already that of line 2.' }]);
  });

  it("lists the columns it read and those it did not", async () => {
    const { used, unused } = await read("Song,Pace,Notes\nRain,60,x\n", { columns: "bpm=pace" });
    expect(used).toEqual({ Song: "title", Pace: "bpm" });
    expect(unused).toEqual(["Notes"]);
  });

  it("asks which column is the title, and lists the columns", async () => {
    const list = read("Werk,Tempo\nRain,60\n");
    await expect(list).rejects.toThrow(CatalogueError);
    await expect(list).rejects.toThrow('--columns "title=NAME"; the file has "Werk", "Tempo".');
    expect((await read("Werk,Tempo\nRain,60\n", { columns: "title=Werk" })).tracks).toHaveLength(1);
  });

  it("finds the title in any row of JSON, since rows may have different fields", async () => {
    const { tracks, rejected } = await read('{"bpm": 3}\n{"title": "Rain"}', { name: "l.jsonl" });
    expect([tracks.length, rejected]).toEqual([1, 1]);
  });

  it("refuses a chosen column that does not exist", async () => {
    const list = read("Title\nRain\n", { columns: "bpm=Pace" });
    await expect(list).rejects.toThrow(UsageError);
    await expect(list).rejects.toThrow('no such column. (Pace) It has "Title".');
  });

  it("stops at more tracks than a catalogue may hold, and suggests splitting the file", async () => {
    const rows = (count: number): string =>
      "Title\n" + Array.from({ length: count }, (_, i) => `t${i}\n`).join("");
    expect((await read(rows(3), { most: 3 })).tracks).toHaveLength(3);
    const list = read(rows(4), { most: 3 });
    await expect(list).rejects.toThrow(CatalogueError);
    await expect(list).rejects.toThrow("more than the 3 tracks that one catalogue may hold");
    await expect(list).rejects.toThrow("Split the file");
  });

  it("refuses a file with an unknown extension", async () => {
    await expect(read("Title\nRain", { name: "list.xlsx" })).rejects.toThrow(UsageError);
  });
});
