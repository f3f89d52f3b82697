import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { diskAssets } from "../../../src/cli/assets.ts";
import { AudioError, HostError } from "../../../src/contract/errors.ts";
import type { FolderAccess } from "../../../src/contract/folder.ts";
import type { AudioTower } from "../../../src/engine/encode/audio-tower.ts";
import type { Pack } from "../../../src/engine/encode/pack.ts";
import { nodeRuntime } from "../../../src/engine/encode/runtime-node.ts";
import {
  accessedFolder,
  type AccessedFolder,
} from "../../../src/engine/library/accessed-folder.ts";
import { updateLibrary } from "../../../src/engine/library/update-library.ts";
import { loadPack, openAudioTower } from "../../../src/engine/open.ts";
import { chord, TOY_PACK } from "../../cli/support/paths.ts";
import { sine, wavBytes } from "../../cli/support/wav-bytes.ts";

let pack: Pack;
let tower: AudioTower;

beforeAll(async () => {
  pack = await loadPack(diskAssets({ pack: TOY_PACK }));
  tower = await openAudioTower({ pack, runtime: nodeRuntime() });
});

const shape = { sampleRate: 8000, channels: 1, bits: 16 } as const;
const WAV = wavBytes(shape, 24_000, sine(300, 8000));

/** A folder in memory; names in `broken` are listed and cannot be read. */
function folderOf(
  files: Readonly<Record<string, Uint8Array | string>>,
  changes: Partial<FolderAccess> = {},
): FolderAccess & { readonly reads: string[] } {
  const bytesOf = (name: string): Uint8Array => {
    const content = files[name];
    if (content === undefined) throw new HostError({ what: "Gone.", input: name, next: "Wait." });
    return typeof content === "string" ? new TextEncoder().encode(content) : content;
  };
  const reads: string[] = [];
  return {
    reads,
    id: "mine",
    name: "My music",
    path: "/music",
    list: () =>
      Promise.resolve({
        files: Object.keys(files).map((name) => ({
          ...{ name, bytes: bytesOf(name).length, modified: 5 },
        })),
        unreadable: [],
      }),
    read: async (name, position, length) => {
      reads.push(name);
      return Promise.resolve(bytesOf(name).slice(position, position + length));
    },
    decode: (name) =>
      Promise.reject(new AudioError({ what: "No decoder.", input: name, next: "Convert it." })),
    ...changes,
  };
}

const update = (access: FolderAccess) => updateWith(accessedFolder(access));

function updateWith(folder: AccessedFolder) {
  return updateLibrary({
    source: folder.source,
    model: { pack, runtime: nodeRuntime() },
    embedders: [folder.embedder(() => Promise.resolve(tower))],
    reference: ({ name }) => ({ kind: "file", path: name }),
    library: { known: [], keep: () => Promise.resolve() },
  });
}

describe("a folder that is read through others", () => {
  it("is indexed with all that is in it and beside it", async () => {
    const { index, skipped } = await update(
      folderOf({
        "sub/b.wav": WAV,
        "a.mp3": readFileSync(chord("mp3")),
        "sub/LICENSE.txt": "CC BY 4.0",
        "cover.jpg": "a picture",
        ".hidden/x.wav": WAV,
        "tracks.json": JSON.stringify({
          catalogue: { name: "Mine" },
          tracks: [{ id: "one", title: "One", file: "a.mp3", tags: ["calm"] }],
        }),
      }),
    );
    expect(skipped).toEqual([]);
    expect(index.tracks.map(({ id, title, licence }) => [id, title, licence.id])).toEqual([
      ["mine/one", "One", "unknown"],
      ["mine/sub/b.wav", "b", "CC-BY-4.0"],
    ]);
    expect(index.tracks[1]?.file).toMatchObject({ name: "sub/b.wav", modified: 5 });
  });

  it("is read as far as is needed, and its pictures not at all", async () => {
    const access = folderOf({ "a.wav": WAV, "cover.jpg": "a picture" });
    await update(access);
    expect(new Set(access.reads)).toEqual(new Set(["a.wav"]));
  });

  it("has files decoded that the engine cannot decode", async () => {
    const m4a = new Uint8Array(64);
    m4a.set(new TextEncoder().encode("ftypM4A "), 4);
    const decode = () =>
      Promise.resolve({ sampleRate: 8000, channels: [new Float32Array(24_000).fill(0.1)] });
    const { index } = await update(folderOf({ "a.m4a": m4a }, { decode }));
    expect(index.tracks[0]?.seconds).toBe(3);
    await expect(update(folderOf({ "a.m4a": m4a }))).rejects.toThrow("None of the 1 audio files");
  });

  it("leaves out what cannot be read, and names it", async () => {
    const files = { "a.wav": WAV, "b.wav": WAV.subarray(0, 9), "c.mp3": "", "d.mp3": "a text" };
    const access = folderOf(files);
    const gone = {
      ...access,
      list: async () => {
        const { files, unreadable } = await access.list();
        return { files: [...files, GONE], unreadable };
      },
    };
    const { index, skipped } = await update(gone);
    expect(index.tracks.map(({ id }) => id)).toEqual(["mine/a.wav"]);
    expect(skipped.map(({ input }) => input).sort()).toEqual([
      "b.wav",
      "c.mp3",
      "d.mp3",
      "gone.wav",
    ]);
  });

  it("names what its list calls unreadable, and reads the rest", async () => {
    const access = folderOf({ "a.wav": WAV });
    const list = async () => ({ ...(await access.list()), unreadable: ["closed", "b.wav"] });
    const { skipped, index } = await update({ ...access, list });
    expect(skipped.map(({ input }) => input)).toEqual(["closed", "b.wav"]);
    expect(index.tracks).toHaveLength(1);
  });

  it("goes on when a file never answers, and names it", async () => {
    const m4a = new Uint8Array(64);
    m4a.set(new TextEncoder().encode("ftypM4A "), 4);
    const whole = folderOf({ "a.wav": WAV, "b.wav": WAV, "c.m4a": m4a });
    const never = new Promise<never>(() => undefined);
    const stalling: FolderAccess = {
      ...whole,
      read: (name, ...place) => (name === "a.wav" ? never : whole.read(name, ...place)),
      decode: () => never,
    };
    const folder = accessedFolder(stalling, { read: 20, decode: 20 });
    const { index, skipped } = await updateWith(folder);
    expect(index.tracks.map(({ id }) => id)).toEqual(["mine/b.wav"]);
    expect(skipped.map(({ code, input }) => [code, input])).toEqual([
      ["audio", "a.wav"],
      ["audio", "c.m4a"],
    ]);
    expect(skipped[0]?.what).toContain("nothing came");
  });

  it("that cannot be listed is an error with a way out", async () => {
    const list = () =>
      Promise.resolve({ files: [{ name: "", bytes: -1, modified: 0 }], unreadable: [] });
    await expect(update(folderOf({}, { list }))).rejects.toMatchObject({
      code: "host",
      input: "My music",
    });
  });
});

const GONE = { name: "gone.wav", bytes: 100, modified: 1 };
