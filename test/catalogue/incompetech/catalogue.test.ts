import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { DEFAULT_PACK, diskAssets } from "../../../src/cli/assets.ts";
import { catalogueText, readCatalogue } from "../../../src/cli/catalogue/catalogue-file.ts";
import { fileAddress, indexedTrack } from "../../../src/cli/catalogue/indexed-track.ts";
import { CatalogueSchema, CatalogueTrackSchema } from "../../../src/contract/catalogue.ts";
import { isLocal, type Track } from "../../../src/contract/track.ts";
import { loadPack } from "../../../src/engine/encode/pack.ts";
import { readIndex } from "../../../src/engine/index/reader.ts";
import { fileNameOf } from "../../../src/shared/download/address.ts";

const folder = fileURLToPath(new URL("../../../catalogue/incompetech", import.meta.url));
const path = join(folder, "catalogue.json");
const text = readFileSync(path, "utf8");
const catalogue = await readCatalogue(path);

describe("the catalogue of incompetech", () => {
  it("holds metadata only: nothing beyond the format, and no descriptions", () => {
    const { tracks, ...head } = JSON.parse(text) as { tracks: object[] };
    const known = (schema: { entries: object }) => Object.keys(schema.entries);
    for (const key of Object.keys(head)) expect(known(CatalogueSchema)).toContain(key);
    const keys = new Set(tracks.flatMap((track) => Object.keys(track)));
    for (const key of keys) expect(known(CatalogueTrackSchema)).toContain(key);
    expect(text).not.toMatch(/descri/i);
    // His remarks on instruments are short; a description would be a sentence or more.
    const words = catalogue.tracks.flatMap(({ genres, moods, instruments, uses }) => [
      ...[...genres, ...moods, ...instruments, ...uses],
    ]);
    expect(Math.max(...words.map((word) => word.length))).toBeLessThan(40);
  });

  it("names composer, licence, ISRC and page of every track", () => {
    expect(catalogue.tracks).toHaveLength(1432);
    for (const { id, artist, licence, page, file } of catalogue.tracks) {
      expect(id).toMatch(/^[A-Z]{2}[A-Z0-9]{3}\d{7}[a-z]?$/);
      expect([artist, licence]).toEqual(["Kevin MacLeod", null]);
      expect(page).toBe(`https://incompetech.com/music/royalty-free/index.html?isrc=${id}`);
      expect(file).toMatch(/\.mp3$/);
    }
    expect(catalogue.licence.id).toBe("CC-BY-4.0");
  });

  it("gives every track the address that its vendor documents", () => {
    const at = "https://incompetech.com/music/royalty-free/mp3-royaltyfree/";
    for (const track of catalogue.tracks) {
      const address = fileAddress(catalogue, track) ?? "";
      expect(address.startsWith(at)).toBe(true);
      expect(fileNameOf(address)).toBe(track.file);
    }
  });

  it("has an index of the shipped pack with the same tracks", async () => {
    const pack = await loadPack(diskAssets({ pack: DEFAULT_PACK }));
    const index = readIndex(readFileSync(join(folder, "index.ndx")), pack);
    const expected = catalogue.tracks.map((track) => indexedTrack(catalogue, track));
    // Some were embedded from their audio, which also gives their exact length.
    const stated = (track: Track) => ({ ...track, evidence: null, seconds: null });
    expect(index.tracks.map(stated)).toEqual(
      expected.sort((a, b) => (a.id < b.id ? -1 : 1)).map(stated),
    );
    expect(index.tracks.filter(isLocal)).toEqual([]);
  });

  it("has the format that the import writes", () => {
    expect(catalogueText(catalogue)).toBe(text);
  });
});

const data = process.env["NEEDLEDROP_DATA"];
const source = data === undefined ? "" : join(data, "incompetech.jsonl");

describe.skipIf(!existsSync(source))("its source (NEEDLEDROP_DATA names its folder)", () => {
  const Source = v.object({
    ...{ isrc: v.string(), title: v.string(), description: v.optional(v.string(), "") },
  });
  const rows = existsSync(source)
    ? readFileSync(source, "utf8")
        .trim()
        .split("\n")
        .map((line) => v.parse(Source, JSON.parse(line)))
    : [];

  it("gives every track, and none of its descriptions", () => {
    const titles = new Map(catalogue.tracks.map(({ id, title }) => [id, title]));
    const words = text.toLowerCase();
    for (const { isrc, title, description } of rows) {
      expect(titles.get(isrc)).toBe(title.replace(/\s+/g, " ").trim());
      const written = JSON.stringify(description.toLowerCase()).slice(1, -1);
      if (written.length > 40) expect(words).not.toContain(written);
    }
  });
});
