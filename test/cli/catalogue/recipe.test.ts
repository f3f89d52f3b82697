import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { isRecipe, readRecipe } from "../../../src/cli/catalogue/recipe.ts";
import { readList, type ReadList } from "../../../src/cli/catalogue/read-list.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const recipePath = (name: string): string =>
  resolve(import.meta.dirname, "../../../catalogue/recipes", `${name}.json`);

function written(name: string, text: string): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, text);
  return path;
}

async function read(list: string, recipe: string): Promise<ReadList> {
  const options = { columns: [], licence: "Terms of the site", page: null };
  return readList(list, { ...options, recipe: await readRecipe(recipe) });
}

describe("the recipe for Jamendo", () => {
  // Rows of the form that its documentation shows, with made-up content.
  const row = {
    id: "1000001",
    name: "Rain on Tin",
    duration: 185,
    artist_id: "7",
    artist_name: "Ann Example",
    album_name: "Weather",
    license_ccurl: "http://creativecommons.org/licenses/by-nc-sa/3.0/",
    audiodownload: "https://storage.example/download/track/1000001/mp32/",
    shareurl: "http://www.jamendo.com/track/1000001",
    musicinfo: {
      vocalinstrumental: "instrumental",
      lang: "",
      gender: "",
      acousticelectric: "acoustic",
      speed: "verylow",
      tags: { genres: ["ambient"], instruments: ["piano", "cello"], vartags: ["sad", "peaceful"] },
    },
  };

  it("reads each field, nested ones too, with the licence and the page of each row", async () => {
    const other = { ...row, id: "1000002", name: "Sun", license_ccurl: "", musicinfo: undefined };
    const list = written("list.jsonl", [row, other].map((one) => JSON.stringify(one)).join("\n"));
    const { tracks, rejected, unused } = await read(list, recipePath("jamendo"));
    expect(rejected).toBe(0);
    expect(tracks[0]).toEqual({
      ...{ id: "1000001", title: "Rain on Tin", artist: "Ann Example", seconds: 185 },
      ...{ bpm: null, key: null, vocals: false, file: null },
      genres: ["ambient"],
      moods: ["sad", "peaceful", "very slow"],
      instruments: ["piano", "cello"],
      uses: ["acoustic"],
      page: "https://www.jamendo.com/track/1000001",
      licence: {
        id: "CC-BY-NC-SA-3.0",
        name: "CC BY-NC-SA 3.0",
        url: "https://creativecommons.org/licenses/by-nc-sa/3.0/",
        attribution: '"{title}" by {artist}, CC BY-NC-SA 3.0',
      },
    });
    expect(tracks[1]).toMatchObject({ title: "Sun", licence: null, vocals: null, genres: [] });
    expect(unused).toContain("audiodownload");
  });
});

describe("the recipe for the Free Music Archive", () => {
  const COLUMNS = [
    ...["track_id", "album_title", "artist_name", "license_title", "license_url", "tags"],
    ...["track_duration", "track_file", "track_genres", "track_instrumental", "track_title"],
    "track_url",
  ];
  const csv = (...rows: readonly Readonly<Record<string, string>>[]): string =>
    [COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column] ?? ""))]
      .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","))
      .join("\n");
  const genres = (...titles: readonly string[]): string =>
    `[${titles.map((title) => `{'genre_id': '1', 'genre_title': ${title}, 'genre_url': 'http://example.org/a/b'}`).join(", ")}]`;
  const row = {
    track_id: "9000001",
    artist_name: "Bob Example",
    license_title: "Attribution-NonCommercial 3.0",
    license_url: "http://creativecommons.org/licenses/by-nc/3.0/us/",
    tags: "['lo-fi', 'night drive']",
    track_duration: "02:48",
    track_file: "music/Label/Bob/Album/Bob_-_01_-_Dusk.mp3",
    track_genres: genres("'Hip-Hop'", "'Electronic'"),
    track_instrumental: "1",
    track_title: "Dusk",
    track_url: "http://freemusicarchive.org/music/Bob/Album/Dusk",
  };

  it("reads each field, and lists that are written as Python writes them", async () => {
    const { tracks, rejected } = await read(written("raw_tracks.csv", csv(row)), recipePath("fma"));
    expect(rejected).toBe(0);
    expect(tracks[0]).toMatchObject({
      ...{ id: "9000001", title: "Dusk", artist: "Bob Example", seconds: 168, vocals: false },
      genres: ["Hip-Hop", "Electronic"],
      uses: ["lo-fi", "night drive"],
      file: "Bob_-_01_-_Dusk.mp3",
      page: "https://freemusicarchive.org/music/Bob/Album/Dusk",
      licence: { id: "CC-BY-NC-3.0" },
    });
  });

  it("takes what is not Creative Commons by its title, and no default as a fact", async () => {
    const other = {
      ...row,
      track_id: "9000002",
      license_title: "FMA-Limited: Download Only",
      license_url: "http://freemusicarchive.org/FMA_License",
      ...{ track_instrumental: "0", tags: "[]", track_genres: genres(`"Children's"`) },
    };
    const { tracks } = await read(written("raw_tracks.csv", csv(row, other)), recipePath("fma"));
    expect(tracks[1]).toMatchObject({
      ...{ vocals: null, uses: [], genres: ["Children's"] },
      licence: { id: "FMA-Limited: Download Only" },
    });
  });
});

describe("a recipe", () => {
  it("is told from pairs of fields and columns by its ending", () => {
    expect(isRecipe("recipes/acme.json")).toBe(true);
    expect(isRecipe("title=Song,bpm=Pace")).toBe(false);
  });

  it.each([
    ["is no JSON", "title"],
    ["names no such field", '{"for":"x","source":"x","columns":{"colour":"c"}}'],
    ["lacks columns", '{"for":"x","source":"x"}'],
    [
      "has an expression without a group",
      '{"for":"x","source":"x","columns":{"title":{"column":"a","find":"b"}}}',
    ],
    [
      "has a broken expression",
      '{"for":"x","source":"x","columns":{"title":{"column":"a","find":"("}}}',
    ],
  ])("that %s is refused by name", async (_, text) => {
    const path = written("recipe.json", text);
    await expect(readRecipe(path)).rejects.toMatchObject({ code: "usage", input: path });
  });

  it("that is not there is refused by name", async () => {
    await expect(readRecipe("/nowhere/recipe.json")).rejects.toMatchObject({ code: "usage" });
  });
});
