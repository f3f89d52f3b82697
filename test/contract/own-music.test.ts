import "fake-indexeddb/auto";
import { expose, proxy, wrap } from "comlink";
import { deleteDB } from "idb";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { connectHost, type ConnectedHost } from "../../src/bridge/client.ts";
import { serveHost } from "../../src/bridge/server.ts";
import type { Engine, LoadOptions } from "../../src/contract/engine.ts";
import type { LocalResult } from "../../src/contract/search.ts";
import { isLocalResult } from "../../src/contract/search.ts";
import { connectEngine } from "../../src/contract/connect-engine.ts";
import type { RemoteEngine } from "../../src/contract/remote-engine.ts";
import { serveEngine } from "../../src/contract/serve-engine.ts";
import { PIECE_BYTES } from "../../src/contract/host-folders.ts";
import type { FolderAccess, FolderReport } from "../../src/contract/folder.ts";
import { nodeRuntime } from "../../src/engine/encode/runtime-node.ts";
import { createEngine } from "../../src/engine/engine.ts";
import { writeIndex } from "../../src/engine/index/writer.ts";
import { openTextTower } from "../../src/engine/open.ts";
import { sha256 } from "../../src/engine/sha256.ts";
import { CACHE_NAME } from "../../src/engine/store/index-cache.ts";
import { LIBRARY_NAME } from "../../src/engine/store/library-store.ts";
import { PACKS_NAME } from "../../src/engine/store/pack-store.ts";
import { Converter } from "../../src/panel/editor/converter.ts";
import { cueOfPart } from "../../src/panel/editor/cue.ts";
import { HostFolders } from "../../src/panel/own-music/host-folders.ts";
import { hostPack } from "../../src/panel/packs/chosen-pack.ts";
import { isImportable } from "../../src/shared/importable.ts";
import { memoryWire, type MemoryEnd } from "../bridge/memory-wire.ts";
import { BAD_FILES, GOOD_FILES, musicOfAllKinds } from "../cli/support/music-of-all-kinds.ts";
import { sine, wavBytes } from "../cli/support/wav-bytes.ts";
import { clapFolder } from "../engine/encode/toy-clap.ts";
import { sourceOf, toyAssets, toyPack, track } from "../engine/toy.ts";
import { binOf } from "../plugin/cues.ts";
import {
  addBelow,
  MUSIC_FOLDER,
  openPremiere,
  OWN_FOLDER,
  type PremiereHarness,
} from "../plugin/premiere-harness.ts";
import { decodeInTests } from "./decoding-browser.ts";

/** The head of an ADTS frame, and silence; what decodes AAC here looks at no more. */
const ADTS = Uint8Array.of(0xff, 0xf1, 0x50, 0x80, 0x02, 0x1f, 0xfc, ...new Uint8Array(200));
const FILES = new Map([...musicOfAllKinds(), ["raw.aac", ADTS] as const]);
const MUSIC = [...GOOD_FILES, "raw.aac"];

let assets: Map<string, Uint8Array>;
let options: LoadOptions;
let editor: PremiereHarness;
let wire: { page: MemoryEnd; host: MemoryEnd };
let host: ConnectedHost;
let engine: Engine;
let folders: HostFolders;
const ends: (() => unknown)[] = [];

beforeAll(async () => {
  const pack = await toyPack();
  const tower = await openTextTower({ pack, runtime: nodeRuntime() });
  const sections = [{ start: 0, end: 10, embedding: await tower.embed("calm piano") }];
  const index = writeIndex(pack, [
    { track: track("bundled"), peaks: new Uint8Array(256), sections },
  ]);
  assets = await toyAssets({ index });
  options = { device: "wasm", indexHash: await sha256(index) };
});

/** The page, with its engine behind Comlink and its editor behind the bridge. */
async function openPage(): Promise<void> {
  wire = memoryWire();
  ends.push(serveHost(wire.host, editor.host));
  host = await connectHost(wire.page);
  ends.push(() => host.close());
  folders = new HostFolders(() => host);
  const { port1, port2 } = new MessageChannel();
  ends.push(() => port1.close());
  expose(serveEngine(createEngine(nodeRuntime())), port1);
  engine = connectEngine(wrap<RemoteEngine>(port2), proxy);
  await engine.load(sourceOf(assets), options);
}

beforeEach(async () => {
  editor = openPremiere();
  editor.disk.folders.add(OWN_FOLDER);
  await openPage();
});
afterEach(async () => {
  ends.splice(0).forEach((end) => end());
  await Promise.all([LIBRARY_NAME, CACHE_NAME, PACKS_NAME].map((name) => deleteDB(name)));
});
decodeInTests();

function put(names: Iterable<string>): void {
  for (const name of names)
    addBelow(editor.disk, OWN_FOLDER, name, FILES.get(name) ?? new Uint8Array());
}

async function add(): Promise<FolderAccess> {
  editor.willPick(OWN_FOLDER);
  const access = await folders.add();
  if (access === null) throw new Error("No folder was added.");
  return access;
}

/** The best result for a title. */
async function find(title: string): Promise<LocalResult> {
  const { results } = await engine.search({ query: `"${title}"`, limit: 1 });
  const [best] = results;
  if (best === undefined || !isLocalResult(best)) throw new Error(`Nothing is called ${title}.`);
  return best;
}

const skippedNames = ({ skipped }: FolderReport): string[] =>
  skipped.map(({ name }) => name).sort();

describe.each([
  ["whole, as Adobe documents it", false],
  ["in parts, where the build allows it", true],
])("a folder of forty files of all kinds, read %s", (_, opensChosen) => {
  beforeEach(() => {
    editor.fs.opensChosen = opensChosen;
    put(FILES.keys());
  });

  it("is added, found by a search, and put on the timeline", { timeout: 240_000 }, async () => {
    expect(MUSIC.length).toBeGreaterThan(40);
    const report = await engine.updateFolder(await add());
    expect(report.embedded).toBe(MUSIC.length);
    expect(skippedNames(report)).toEqual([...BAD_FILES].sort());

    const { results } = await engine.search({ query: "calm piano", limit: 100 });
    const own = results.filter(isLocalResult).filter(({ track: { file } }) => file !== undefined);
    expect(own.length).toBe(report.folder.tracks);
    for (const result of own.filter(({ track: { audio } }) => isImportable(audio.path))) {
      const cue = cueOfPart(result);
      editor.disk.lengths.set(cue.audio.path, result.track.seconds);
      const laid = await host.insert({ cue, at: 10, track: "music", ripple: false });
      expect(laid.end - laid.start).toBeCloseTo(cue.source.end - cue.source.start, 0);
      const [item] = binOf(editor).slice(-1);
      expect(item?.path).toBe(`${OWN_FOLDER}/${result.track.file?.name ?? ""}`);
      editor.undo();
    }

    const best = await find("take 7");
    expect(best.track.licence.id).toBe("CC-BY-4.0");
    await host.insert({ cue: cueOfPart(best), at: 10, track: "music", ripple: false });
    expect(editor.audioClips().map(({ name }) => name)).toEqual([expect.stringMatching("take 7")]);
    const { rows } = await host.readCueSheet();
    expect(rows.map(({ trackId, licence }) => [trackId, licence.id])).toEqual([
      [best.track.id, "CC-BY-4.0"],
    ]);
  });

  it("is known after a restart, and brought up to date without asking", async () => {
    const [first, second, ...others] = MUSIC;
    if (first === undefined || second === undefined) throw new Error("There is no music.");
    others.forEach((name) => editor.disk.files.delete(`${OWN_FOLDER}/${name}`));
    const before = await engine.updateFolder(await add());
    const asked = editor.uxp.fileSystem.asked;
    await openPage();
    const [access] = await folders.remembered();
    if (access === undefined) throw new Error("No folder is remembered.");
    editor.disk.files.delete(`${OWN_FOLDER}/${second}`);
    expect(await engine.updateFolder(access)).toMatchObject({
      embedded: 0,
      missing: [second],
      folder: { id: before.folder.id },
    });
    expect(editor.uxp.fileSystem.asked).toBe(asked);
  });
});

describe("a track of a kind that Premiere does not import", () => {
  const FORMATS = ["flac", "ogg", "opus"] as const;
  const course = { onProgress: () => undefined, signal: new AbortController().signal };
  let converter: Converter;

  beforeEach(() => {
    editor.fs.opensChosen = true;
    converter = new Converter({
      fileAt: (path) => folders.fileAt(path),
      whenReady: () => Promise.resolve(engine),
    });
  });

  it.each(FORMATS)("is converted once, and inserted with its licence: %s", async (format) => {
    put([`chord-${format}.${format}`, "LICENSE.txt"]);
    await engine.updateFolder(await add());
    const result = await find("Chord");
    const audio = await converter.toWav(result.track, host, course);
    expect(audio.path).toMatch(new RegExp(`^${MUSIC_FOLDER}/chord-${format} [0-9a-f]{8}\\.wav$`));
    expect(editor.disk.audioSeconds(audio.path)).toBeCloseTo(result.track.seconds, 9);

    const cue = { ...cueOfPart(result), audio };
    await host.insert({ cue, at: 10, track: "music", ripple: false });
    expect(binOf(editor).map(({ path }) => path)).toEqual([audio.path]);
    const { rows } = await host.readCueSheet();
    expect(rows.map(({ trackId, licence }) => [trackId, licence.id])).toEqual([
      [result.track.id, "CC-BY-4.0"],
    ]);

    editor.disk.bytesLeft = 0;
    expect(await converter.toWav(result.track, host, course)).toEqual(audio);
  });

  it("leaves nothing behind when it is cancelled or its drive vanishes", async () => {
    const frames = 20 * 48_000;
    const shape = { sampleRate: 48_000, channels: 2, bits: 16 } as const;
    // The kind of a file is told by its content, so this WAV under another name is converted too.
    addBelow(editor.disk, OWN_FOLDER, "long.flac", wavBytes(shape, frames, sine(300, 48_000)));
    await engine.updateFolder(await add());
    const { track: long } = await find("long");
    const left = () => [...editor.disk.files.keys()].filter((path) => path.includes("long "));
    const cancel = new AbortController();
    const course = (act: () => void) => ({ onProgress: act, signal: cancel.signal });
    const vanishing = course(() => editor.disk.unplug(OWN_FOLDER));
    await expect(converter.toWav(long, host, vanishing)).rejects.toThrow(/not there/);
    expect(left()).toEqual([]);
    editor.disk.plugIn(OWN_FOLDER);
    const cancelled = converter.toWav(
      long,
      host,
      course(() => cancel.abort()),
    );
    await expect(cancelled).rejects.toThrow(/cancelled/);
    expect(left()).toEqual([]);
  });
});

describe("a folder that is read over the bridge", () => {
  const LONG = wavBytes(
    { sampleRate: 48_000, channels: 2, bits: 16 },
    9 * 48_000,
    sine(300, 48_000),
  );

  beforeEach(() => {
    put(MUSIC.slice(0, 3));
  });

  it("crosses in pieces, each once for a file that is read from its beginning", async () => {
    addBelow(editor.disk, OWN_FOLDER, "long.wav", LONG);
    const access = await add();
    const sent: number[] = [];
    wire.host.deliver = ((deliver) => (data: unknown) => {
      sent.push(JSON.stringify(data).length);
      deliver(data);
    })(wire.host.deliver);
    const read: Uint8Array[] = [];
    for (let at = 0; ; at += 32_768) {
      const bytes = await access.read("long.wav", at, 32_768);
      if (bytes.length === 0) break;
      read.push(bytes);
    }
    expect(Buffer.concat(read).equals(LONG)).toBe(true);
    expect(sent).toHaveLength(Math.ceil(LONG.length / PIECE_BYTES));
    expect(await access.read("long.wav", PIECE_BYTES - 3, 6)).toEqual(
      Uint8Array.from(LONG.subarray(PIECE_BYTES - 3, PIECE_BYTES + 3)),
    );
  });

  it("reads two files side by side without fetching pieces again", async () => {
    const access = await add();
    const read = vi.spyOn(editor.host, "readFile");
    const [one = "", other = ""] = MUSIC;
    for (let at = 0; at < 10_000; at += 1000)
      for (const name of [one, other]) await access.read(name, at, 1000);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it("goes on where reads come short", async () => {
    editor.fs.opensChosen = true;
    editor.fs.mostAtOnce = 1000;
    expect(await engine.updateFolder(await add())).toMatchObject({ embedded: 3, skippedFiles: 0 });
  });

  it("leaves out a file of which a piece arrives damaged, and takes it in the next time", async () => {
    const access = await add();
    const { deliver } = wire.host;
    let pieces = 0;
    wire.host.deliver = (data) => {
      const answer = data as { output?: unknown };
      const isPiece = typeof answer.output === "string" && answer.output.length > 1000;
      deliver(isPiece && ++pieces === 1 ? { ...answer, output: "?" } : data);
    };
    expect(await engine.updateFolder(access)).toMatchObject({ embedded: 2, skippedFiles: 1 });
    expect(await engine.updateFolder(access)).toMatchObject({ embedded: 1, skippedFiles: 0 });
  });

  it("keeps what was read when the folder vanishes midway, and reads the rest later", async () => {
    const access = await add();
    let reads = 0;
    editor.disk.onRead = (path) => {
      if (path.startsWith(OWN_FOLDER) && ++reads === 2) editor.disk.unplug(OWN_FOLDER);
    };
    const report = await engine.updateFolder(access);
    expect([report.embedded, report.skippedFiles]).toEqual([1, 2]);
    expect(report.skipped[0]?.what).toMatch(/not there/);
    await expect(engine.updateFolder(access)).rejects.toThrow(/not there/);
    editor.disk.onRead = () => undefined;
    editor.disk.plugIn(OWN_FOLDER);
    expect(await engine.updateFolder(access)).toMatchObject({ embedded: 2, skippedFiles: 0 });
  });

  it("takes a file that changes between list and reading for what it is then", async () => {
    const [first] = MUSIC;
    if (first === undefined) throw new Error("There is no music.");
    const path = `${OWN_FOLDER}/${first}`;
    editor.disk.onRead = () => {
      editor.disk.onRead = () => undefined;
      editor.disk.files.set(path, LONG);
      editor.disk.modified.set(path, 1_800_000_000_000);
    };
    const access = await add();
    await engine.updateFolder(access);
    const again = await engine.updateFolder(access);
    expect(again.skippedFiles).toBe(0);
    const { track: now } = await find("take 0");
    expect([now.seconds, now.file?.bytes]).toEqual([9, LONG.length]);
    expect(await engine.updateFolder(access)).toMatchObject({ embedded: 0 });
  });
});

describe("a pack that the editor adds through Premiere", () => {
  it("is read whole, piece by piece, and its folder is no folder of music afterwards", async () => {
    const model = await clapFolder();
    for (const file of model.files) {
      addBelow(editor.disk, OWN_FOLDER, file, await model.read(file));
    }
    editor.willPick(OWN_FOLDER);
    const borrowed = await folders.borrow();
    if (borrowed === null) throw new Error("No folder was chosen.");
    const added = await engine.addPack(await hostPack(borrowed.access));
    expect(added.id).toMatch(/@[0-9a-f]{12}$/);
    await borrowed.giveBack();
    expect(await folders.remembered()).toEqual([]);
    expect(await engine.packs()).toEqual([added]);
  });

  it("leaves a folder of music what it was, if it lies in one", async () => {
    await add();
    editor.willPick(OWN_FOLDER);
    const borrowed = await folders.borrow();
    await borrowed?.giveBack();
    expect(await folders.remembered()).toHaveLength(1);
  });
});
