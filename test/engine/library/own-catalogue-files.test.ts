import { describe, expect, it } from "vitest";
import type { Track } from "../../../src/contract/track.ts";
import { remote } from "../toy.ts";
import { music, tone } from "../toy-folder.ts";
import { open } from "./own-folders-bench.ts";

describe("a folder with files of a catalogue", () => {
  const licence = { id: "CC-BY-4.0", name: "CC BY 4.0", attribution: "Far by Ann" };
  const far = (id: string, file: string, seconds: number): Track =>
    remote(id, {
      audio: { kind: "remote", file: `https://music.example/${file}` },
      ...{ seconds, licence, tags: ["polka"], catalogue: "Acme", artist: "Ann" },
    });
  const CATALOGUE = [
    far("acme/b", "b.wav", 3),
    far("acme/c", "c.wav", 60),
    far("acme/d", "d.wav", 9),
  ];
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  it("takes those of its name and length as the tracks of the catalogue", async () => {
    const { own, searched, tracks } = await open({ catalogue: CATALOGUE });
    await own.update(music());
    expect(searched.at(-1)?.sort()).toEqual(["a.wav", "acme/b".slice(-5), "c.wav"].sort());
    const found = tracks().find(({ id }) => id === "acme/b");
    expect(found).toMatchObject({
      ...{ licence, artist: "Ann", catalogue: "Acme", tags: ["polka"], seconds: 3 },
      audio: { kind: "file", path: "/music/b.wav" },
    });
  });

  it("takes one that is said to be a track of the catalogue, however long it is", async () => {
    const { own, tracks } = await open({ catalogue: CATALOGUE });
    const folder = music();
    folder.files.set("a.txt", bytes("Some text\nTrack: acme/c\n"));
    await own.update(folder);
    const id = (name: string) => tracks().find(({ file }) => file?.name === name)?.id;
    expect([id("a.wav"), id("b.wav"), id("c.wav")]).toEqual(["acme/c", "acme/b", "mine/c.wav"]);
  });

  it("may be one for downloads, of which only these are taken in", async () => {
    const downloads = { ...music(), takes: "catalogue" } as const;
    const { own, tracks, embedded } = await open({ catalogue: CATALOGUE });
    const report = await own.update(downloads);
    expect(report).toMatchObject({ embedded: 2, folder: { tracks: 2 }, skipped: [] });
    expect(embedded()).toBe(2);
    expect(
      tracks()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(["acme/b", "mine/c.wav"]);
    expect((await own.update(downloads)).embedded).toBe(0);
  });

  it("may hold none of them", async () => {
    const { own, tracks } = await open();
    const report = await own.update({ ...music(), takes: "catalogue" });
    expect(report).toMatchObject({ embedded: 0, folder: { tracks: 0 }, skippedFiles: 0 });
    expect(tracks()).toEqual([]);
  });

  it("knows a file that was downloaded again under another name", async () => {
    const { own, tracks } = await open({ catalogue: CATALOGUE });
    const folder = music();
    await own.update(folder);
    folder.files.delete("b.wav");
    folder.files.set("b (1).wav", tone(3, 410));
    const report = await own.update(folder);
    expect(report).toMatchObject({ missing: [], embedded: 1 });
    const of = (id: string) => tracks().filter((each) => each.id === id);
    expect(of("acme/b").map(({ file }) => file?.name)).toEqual(["b (1).wav"]);
  });

  it("offers the one of two copies that the catalogue knows", async () => {
    const { own, tracks } = await open({ catalogue: CATALOGUE });
    const folder = music();
    folder.files.set("b (1).wav", tone(3, 400));
    expect(await own.update(folder)).toMatchObject({ copies: 1 });
    const copy = tracks().find(({ file }) => file?.duplicateOf !== undefined);
    expect([copy?.id, copy?.file?.duplicateOf]).toEqual(["mine/b (1).wav", "acme/b"]);
  });

  it("recognises what it embedded before it knew the catalogue", async () => {
    await (await open()).own.update(music());
    const { own, tracks } = await open({ catalogue: CATALOGUE });
    await own.update(music());
    expect(tracks().map(({ id }) => id)).toContain("acme/b");
    expect(tracks().map(({ id }) => id)).not.toContain("mine/b.wav");
  });
});
