import { describe, expect, it } from "vitest";
import { columnMap } from "../../../src/cli/catalogue/columns.ts";
import { trackOfRow } from "../../../src/cli/catalogue/track-of-row.ts";
import type { CatalogueTrack } from "../../../src/contract/catalogue.ts";

const rules = { columns: columnMap([]), licence: "CC-BY-4.0", page: null };

function read(row: Record<string, unknown>, more = {}): CatalogueTrack | string {
  const cells = Object.entries(row).map(([column, value]) => ({ column, value }));
  return trackOfRow(cells, { ...rules, ...more });
}

const bare = {
  ...{ artist: null, seconds: null, bpm: null, key: null, vocals: null },
  ...{ genres: [], moods: [], instruments: [], uses: [], file: null, page: null, licence: null },
};

describe("trackOfRow", () => {
  it("reads every field that a list may have", () => {
    const track = read({
      ISRC: "XX1",
      Title: " Rain ",
      Composer: "Ann",
      Length: "3:05",
      BPM: "97.5",
      Key: "A minor",
      Vocals: "no",
      Genre: "Rock; rock; Pop",
      Mood: "Sad",
      Instruments: "Piano/Cello",
      Keywords: "window, night",
      Filename: "C:\\music\\Rain.wav",
      URL: "https://example.org/rain",
      Licence: "Acme Standard",
      Description: "not kept",
    });
    expect(track).toEqual({
      ...{ id: "XX1", title: "Rain", artist: "Ann", seconds: 185, bpm: 97.5, key: "A minor" },
      ...{ vocals: false, genres: ["Rock", "Pop"], moods: ["Sad"] },
      ...{ instruments: ["Piano", "Cello"], uses: ["window", "night"], file: "Rain.wav" },
      page: "https://example.org/rain",
      licence: { id: "Acme Standard", name: "Acme Standard" },
    });
  });

  it("leaves missing fields unknown", () => {
    expect(read({ Title: "Rain" })).toEqual({ ...bare, id: "Rain", title: "Rain" });
    expect(read({ Title: "Rain", BPM: "n/a", Length: "", Genre: "-", Mood: null })).toEqual({
      ...bare,
      id: "Rain",
      title: "Rain",
    });
  });

  it("takes the most reliable column that is filled, and all words of lists", () => {
    expect(
      read({ Track: "7", Title: "Rain", ID: "b", ISRC: "a", Style: "Pop", Genre: "Rock" }),
    ).toEqual({ ...bare, id: "a", title: "Rain", genres: ["Rock", "Pop"] });
    expect(read({ Track: "Rain", Title: "", ID: "b", ISRC: null })).toMatchObject({
      id: "b",
      title: "Rain",
    });
  });

  it("takes the file name as the id if there is none", () => {
    expect(read({ Title: "Rain", File: "x/rain.mp3" })).toMatchObject({ id: "rain.mp3" });
  });

  it("counts the words of a tempo among the moods", () => {
    expect(read({ Title: "Rain", Tempo: "Slow", Mood: "Sad" })).toMatchObject({
      bpm: null,
      moods: ["Sad", "Slow"],
    });
  });

  it("fills in the page template, and keeps a page that the row gives", () => {
    const page = "https://example.org/{id}?t={title}";
    expect(read({ Title: "A & b/c", ID: "é 1" }, { page })).toMatchObject({
      page: "https://example.org/%C3%A9%201?t=A%20%26%20b%2Fc",
    });
    expect(read({ Title: "Rain", URL: "https://a.org/" }, { page })).toMatchObject({
      page: "https://a.org/",
    });
    expect(read({ Title: "Rain" }, { page: "https://a.org/{file}" })).toMatchObject({ page: null });
    expect(read({ Title: "{id}", ID: "{title}" }, { page })).toMatchObject({
      page: "https://example.org/%7Btitle%7D?t=%7Bid%7D",
    });
  });

  it("gives a track its own licence only if it differs from the catalogue's", () => {
    expect(read({ Title: "Rain", Licence: "CC BY 4.0" })).toMatchObject({ licence: null });
    expect(read({ Title: "Rain", License: "cc by-nc 3.0" })).toMatchObject({
      licence: {
        id: "CC-BY-NC-3.0",
        name: "Creative Commons Attribution-NonCommercial 3.0",
        url: "https://creativecommons.org/licenses/by-nc/3.0/",
        attribution: '"{title}" by {artist}, Creative Commons Attribution-NonCommercial 3.0',
      },
    });
  });

  it("keeps markup in a title as text", () => {
    const title = '<img src=x onerror="alert(1)">';
    expect(read({ Title: title })).toMatchObject({ title });
  });

  it.each<[Record<string, unknown>, string]>([
    [{ Title: " " }, "There is no title."],
    [{ Mood: "sad" }, "There is no title."],
    [{ Title: "Rain", Length: "soon" }, '"Length" is not a length ("soon").'],
    [{ Title: "Rain", BPM: "1200" }, "bpm: "],
    [{ Title: "Rain", Vocals: "perhaps" }, '"Vocals" is neither'],
    [{ Title: "Rain", URL: "http://example.org/" }, "page: must be an https address."],
    [{ Title: "Rain", URL: "javascript:alert(1)" }, "page: "],
    [{ Title: "x".repeat(401) }, "title: "],
    [{ Title: "Rain", Mood: "x".repeat(101) }, "moods.0: "],
    [{ Title: "Rain", Mood: Array.from({ length: 101 }, (_, i) => i) }, "moods: "],
    [{ Title: { text: "Rain" } }, '"Title" holds an object'],
  ])("says what is wrong with %j", (row, problem) => {
    expect(read(row)).toContain(problem);
  });
});
