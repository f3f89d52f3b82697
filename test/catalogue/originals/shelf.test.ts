import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OriginalTrack } from "../../../composer/originals/entry.ts";
import { programme } from "../../../composer/originals/programme.ts";
import { pieceOf, readShelf, writeShelf } from "../../../composer/originals/shelf.ts";

const bundled = fileURLToPath(new URL("../../../catalogue/originals", import.meta.url));
let folder: string;

const list = (): { tracks: OriginalTrack[] } =>
  JSON.parse(readFileSync(join(folder, "tracks.json"), "utf8")) as { tracks: OriginalTrack[] };

/** Puts the first `count` bundled tracks on the shelf, with empty recordings. */
function fill(count: number): void {
  const known = JSON.parse(readFileSync(join(bundled, "tracks.json"), "utf8")) as {
    catalogue: unknown;
    tracks: OriginalTrack[];
  };
  const tracks = known.tracks.slice(0, count);
  const text = JSON.stringify({ catalogue: known.catalogue, tracks }, null, 2);
  writeFileSync(join(folder, "tracks.json"), `${text}\n`);
  cpSync(join(bundled, "peaks.json"), join(folder, "peaks.json"));
  for (const { file } of tracks) writeFileSync(join(folder, file), "");
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "needledrop-shelf-test-"));
  mkdirSync(join(folder, "audio"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("the shelf", () => {
  it("is written back byte for byte", () => {
    fill(programme.length);
    const before = ["tracks.json", "peaks.json"].map((name) => readFileSync(join(folder, name)));
    const shelf = readShelf(folder);
    expect(shelf.tracks.size).toBe(programme.length);
    writeShelf(folder, shelf);
    const after = ["tracks.json", "peaks.json"].map((name) => readFileSync(join(folder, name)));
    expect(after.map((bytes, i) => before[i]?.equals(bytes))).toEqual([true, true]);
  });

  it("labels pieces again and keeps measured values", () => {
    fill(3);
    const { tracks } = list();
    const [first] = tracks;
    if (!first) throw new Error("The catalogue is empty");
    const stale = { ...first, tags: ["stale"], loudness: -15.5 };
    writeFileSync(
      join(folder, "tracks.json"),
      JSON.stringify({ tracks: [stale, ...tracks.slice(1)] }),
    );
    expect(readShelf(folder).tracks.get(0)).toEqual({ ...first, loudness: -15.5 });
  });

  it("has an empty place where a recording is missing", () => {
    fill(3);
    const [first] = list().tracks;
    rmSync(join(folder, first?.file ?? ""));
    const { tracks } = readShelf(folder);
    expect(tracks.has(0)).toBe(false);
    expect([...tracks.keys()]).toEqual([1, 2]);
  });

  it("is empty in a new folder", () => {
    expect(readShelf(join(folder, "audio"))).toEqual({ tracks: new Map(), peaks: {} });
  });

  it("names a track that no slot of the programme has", () => {
    fill(1);
    const [first] = list().tracks;
    if (!first) throw new Error("The catalogue is empty");
    expect(() => pieceOf({ ...first, style: "foxtrot" })).toThrow(/no slot.*"foxtrot"/);
    expect(() => pieceOf({ ...first, seed: 1 })).toThrow(/no slot/);
  });
});
