import { beforeEach, describe, expect, it } from "vitest";
import { HostError } from "../../../src/contract/errors.ts";
import type { WavSink } from "../../../src/contract/conversion.ts";
import type { LocalTrack } from "../../../src/contract/track.ts";
import { Converter, wavName } from "../../../src/panel/editor/converter.ts";
import type { OwnFile } from "../../../src/panel/own-music/own-file.ts";
import { resultOf } from "../results.ts";
import { TestEditor } from "../test-editor.ts";

const trackAt = (path: string, changes: Partial<LocalTrack> = {}): LocalTrack =>
  resultOf({ track: { audio: { kind: "file", path }, ...changes } }).track;
const FLAC = trackAt("/music/Dawn.FLAC");
const FILE: OwnFile = {
  name: "Dawn.FLAC",
  size: 9,
  read: () => Promise.resolve(Uint8Array.from([1, 2, 3])),
};

let editor: TestEditor;
let made: (sink: WavSink) => Promise<void>;
let converter: Converter;
let shares: number[];
beforeEach(() => {
  editor = new TestEditor();
  shares = [];
  made = async (sink) => {
    if (!(await sink.begin(5))) return;
    await sink.write(Uint8Array.from([1, 2, 3]));
    await sink.write(Uint8Array.from([4, 5]));
  };
  converter = new Converter({
    fileAt: (path) => (path.startsWith("/music/") ? FILE : null),
    whenReady: () => Promise.resolve({ toWav: (_, sink) => made(sink) }),
  });
});

const convert = (track = FLAC, signal = new AbortController().signal) =>
  converter.toWav(track, editor, { onProgress: (share) => shares.push(share), signal });

describe("the converter", () => {
  it("writes the file piece by piece, and says where it lies", async () => {
    const name = wavName(FLAC);
    expect(await convert()).toEqual({ kind: "file", path: `/project/music/${name}` });
    expect(editor.writeWav.mock.calls.map(([piece]) => piece)).toEqual([
      { name, bytes: 5, position: 0, data: "AQID" },
      { name, bytes: 5, position: 3, data: "BAU=" },
    ]);
    expect(shares).toEqual([0.6, 1]);
    expect(editor.dropWav).not.toHaveBeenCalled();
  });

  it("uses a file again that is there", async () => {
    editor.findWav.mockResolvedValueOnce({ path: "/project/music/there.wav" });
    expect(await convert()).toEqual({ kind: "file", path: "/project/music/there.wav" });
    expect(editor.writeWav).not.toHaveBeenCalled();
  });

  it("hands the engine what the page reads", async () => {
    const other = new Converter({
      fileAt: () => FILE,
      whenReady: () =>
        Promise.resolve({
          toWav: async (source, sink) => {
            expect([source.name, source.size, source.seconds]).toEqual(["Dawn.FLAC", 9, 90]);
            await made({ ...sink, write: async () => sink.write(await source.read(0, 5)) });
          },
        }),
    });
    const course = { onProgress: () => undefined, signal: new AbortController().signal };
    await other.toWav(FLAC, editor, course);
    expect(editor.writeWav.mock.calls[0]?.[0].data).toBe("AQID");
  });

  it("ends between two pieces when it is cancelled, and drops what was written", async () => {
    const cancel = new AbortController();
    editor.writeWav.mockImplementationOnce(() => {
      cancel.abort();
      return Promise.resolve({ path: null });
    });
    await expect(convert(FLAC, cancel.signal)).rejects.toThrow(/cancelled/);
    expect(editor.writeWav).toHaveBeenCalledTimes(1);
    expect(editor.dropWav).toHaveBeenCalledWith(wavName(FLAC));
  });

  it("tells what failed first", async () => {
    const full = new HostError({ what: "The disk is full.", next: "Make room." });
    editor.writeWav.mockRejectedValueOnce(full);
    editor.dropWav.mockRejectedValueOnce(new Error("gone"));
    await expect(convert()).rejects.toBe(full);
  });

  it("refuses what the page cannot read, and a file that is nowhere in the end", async () => {
    expect(converter.canRead(FLAC.audio)).toBe(true);
    const far = trackAt("/elsewhere/a.flac");
    expect(converter.canRead(far.audio)).toBe(false);
    await expect(convert(far)).rejects.toThrow(/cannot read/);
    made = () => Promise.resolve();
    await expect(convert()).rejects.toThrow(/not in the music folder/);
  });
});

describe("the name of a converted file", () => {
  const nameOf = (path: string, changes?: Partial<LocalTrack>) => wavName(trackAt(path, changes));

  it("begins with that of the track's file", () => {
    expect(nameOf("/music/01 Größe 🎻.flac")).toMatch(/^01 Größe 🎻 [0-9a-f]{8}\.wav$/);
    expect(nameOf("C:\\music\\a.b.ogg")).toMatch(/^a\.b [0-9a-f]{8}\.wav$/);
  });

  it("is one that every system takes", () => {
    expect(nameOf('/music/AC:DC "live"?.flac')).toMatch(/^AC_DC _live__ /);
    expect(nameOf("/music/...flac")).toMatch(/^[0-9a-f]{8}\.wav$/);
    expect(nameOf(`/music/${"🎻".repeat(300)}.flac`)).toMatch(/^(🎻){100} [0-9a-f]{8}\.wav$/u);
  });

  it("is another for another file, and for one that was changed", () => {
    const file = { name: "a", bytes: 1, modified: 1, hash: "h", listed: "" };
    const names = [
      nameOf("/one/a.flac", { file }),
      nameOf("/two/a.flac", { file }),
      nameOf("/one/a.flac", { file: { ...file, hash: "i" } }),
    ];
    expect(new Set(names).size).toBe(3);
    expect(nameOf("/one/a.flac", { file: { ...file, modified: 2 } })).toBe(names[0]);
  });
});
