import { describe, expect, it } from "vitest";
import { readSidecar } from "../../../src/engine/library/sidecar.ts";

const folderWith = (sidecar: unknown) => ({
  name: "music",
  readText: (name: string) =>
    Promise.resolve(
      name !== "tracks.json" || sidecar === undefined
        ? null
        : typeof sidecar === "string"
          ? sidecar
          : JSON.stringify(sidecar),
    ),
});
const catalogue = { id: "test", name: "Test", artist: "Anna", licence: "CC0-1.0" };
const track = { id: "rain", title: "Rain", file: "audio/rain.mp3" };

describe("readSidecar", () => {
  it("returns null if there is none", async () => {
    expect(await readSidecar(folderWith(undefined))).toBeNull();
  });

  it("fills in null for missing metadata", async () => {
    const sidecar = await readSidecar(folderWith({ catalogue, tracks: [track] }));
    expect(sidecar?.catalogue.licence).toEqual({ id: "CC0-1.0", name: "CC0-1.0" });
    expect(sidecar?.tracks).toEqual([
      {
        ...track,
        artist: null,
        bpm: null,
        key: null,
        mode: null,
        vocals: null,
        tags: [],
        licence: null,
        metre: null,
        sections: [],
      },
    ]);
  });

  it.each([
    ["no JSON", "{ tracks"],
    ["another JSON", []],
    ["a track without an id", { catalogue, tracks: [{ ...track, id: undefined }] }],
    ["an impossible tempo", { catalogue, tracks: [{ ...track, bpm: -4 }] }],
    ["a metre that is none", { catalogue, tracks: [{ ...track, metre: "waltz" }] }],
  ])("refuses %s", async (_, content) => {
    await expect(readSidecar(folderWith(content))).rejects.toMatchObject({ code: "usage" });
  });

  it("reports the place of an error in the list", async () => {
    const folder = folderWith({ catalogue, tracks: [track, { ...track, bpm: "fast" }] });
    await expect(readSidecar(folder)).rejects.toThrow("tracks.1.bpm");
  });
});
