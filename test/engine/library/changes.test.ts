import { describe, expect, it } from "vitest";
import type { FileStamp } from "../../../src/contract/track.ts";
import { changesIn } from "../../../src/engine/library/changes.ts";
import type { ListedFile } from "../../../src/engine/library/music-source.ts";
import { track } from "../toy.ts";

interface ToyFile extends Omit<ListedFile, "path"> {
  readonly content: string;
}

/** A file; its size is that of its content. */
const file = (name: string, content: string, modified = 1): ToyFile => ({
  ...{ name, content, bytes: content.length, modified },
});

/** The track of a file that was embedded. */
const known = (name: string, content: string, changes: Partial<FileStamp> = {}) =>
  track(name, {
    file: { name, bytes: content.length, modified: 1, hash: `#${content}`, listed: "", ...changes },
  });

async function compare(files: readonly ToyFile[], tracks: readonly ReturnType<typeof known>[]) {
  const read: string[] = [];
  const changes = await changesIn(files, tracks, ({ name, content }) => {
    read.push(name);
    return Promise.resolve(content === "!" ? null : `#${content}`);
  });
  return {
    known: changes.known.map((one) => `${one.file.name} = ${one.track.id}`),
    fresh: changes.fresh.map(({ name }) => name),
    missing: changes.missing.map(({ id }) => id),
    read,
  };
}

const NOTHING = { known: [], fresh: [], missing: [], read: [] };

describe("changesIn", () => {
  it("keeps a file whose name, size and time are the same, and does not read it", async () => {
    expect(await compare([file("a", "xx")], [known("a", "xx")])).toEqual({
      ...NOTHING,
      known: ["a = a"],
    });
  });

  it("takes files as new that no track is known of, and does not read them", async () => {
    expect(await compare([file("a", "xx")], [known("b", "x")])).toEqual({
      ...NOTHING,
      fresh: ["a"],
      missing: ["b"],
    });
  });

  it("recognises by its content a file that was only touched", async () => {
    const touched = file("a", "xx", 2);
    expect(await compare([touched], [known("a", "xx")])).toEqual({
      ...NOTHING,
      known: ["a = a"],
      read: ["a"],
    });
  });

  it("takes a file as new whose content changed, though its size did not", async () => {
    const changed = file("a", "yy", 2);
    expect(await compare([changed], [known("a", "xx")])).toMatchObject({ fresh: ["a"] });
  });

  it("recognises a file that was moved, and does not miss it", async () => {
    expect(await compare([file("sub/a", "xx")], [known("a", "xx")])).toEqual({
      ...NOTHING,
      known: ["sub/a = a"],
      read: ["sub/a"],
    });
  });

  it("recognises a copy, and files that changed places", async () => {
    const files = [file("a", "xx"), file("b", "xx")];
    expect((await compare(files, [known("a", "xx")])).known).toEqual(["a = a", "b = a"]);
    const swapped = [file("a", "yy", 2), file("b", "xx", 2)];
    const tracks = [known("a", "xx"), known("b", "yy")];
    expect(await compare(swapped, tracks)).toMatchObject({
      known: ["a = b", "b = a"],
      missing: [],
    });
  });

  it("takes back a file that was missing", async () => {
    const gone = known("a", "xx", { missing: true });
    expect(await compare([file("a", "xx")], [gone])).toMatchObject({ known: ["a = a"], fresh: [] });
    expect(await compare([], [gone])).toMatchObject({ missing: ["a"] });
  });

  it("takes a file as new that cannot be read, so that it is reported", async () => {
    expect(await compare([file("b", "!")], [known("a", "x")])).toMatchObject({ fresh: ["b"] });
  });

  it("knows nothing of tracks without a stamp", async () => {
    const files = [file("a", "xx")];
    const changes = await compare(files, [track("a")]);
    expect(changes).toMatchObject({ known: [], fresh: ["a"], missing: [] });
  });
});
