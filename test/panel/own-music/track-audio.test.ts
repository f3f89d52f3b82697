import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { WavSink } from "../../../src/contract/conversion.ts";
import type { LocalTrack } from "../../../src/contract/track.ts";
import { MOST_WHOLE, type OwnFile } from "../../../src/panel/own-music/own-file.ts";
import { TrackAudio } from "../../../src/panel/own-music/track-audio.ts";
import { resultOf } from "../results.ts";

const trackAt = (path: string): LocalTrack =>
  resultOf({ track: { audio: { kind: "file", path } } }).track;

let size: number;
let made: Blob[];
let revoked: string[];
let audio: TrackAudio;
beforeEach(() => {
  size = 3;
  made = [];
  revoked = [];
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => `blob:${made.push(blob as Blob)}`);
  vi.spyOn(URL, "revokeObjectURL").mockImplementation((url) => void revoked.push(url));
  const fileAt = (folder: string) => (path: string) => {
    const file: OwnFile = {
      ...{ name: path, size: Infinity },
      read: (at, length) =>
        Promise.resolve(new Uint8Array(Math.max(0, Math.min(length, size - at)))),
    };
    return path.startsWith(folder) ? file : null;
  };
  audio = new TrackAudio({
    chosen: {
      urlOf: (path) => (path.startsWith("browser:/") ? `blob:chosen ${path}` : null),
      fileAt: fileAt("browser:/"),
    },
    host: { fileAt: fileAt("/Volumes/") },
    whenReady: () =>
      Promise.resolve({
        toWav: async (_, sink: WavSink) => {
          if (await sink.begin(size)) await sink.write(Uint8Array.from([1, 2, 3, 4]));
        },
      }),
    plays: (type) => type === "audio/mpeg",
  });
});
afterEach(() => vi.restoreAllMocks());

describe("the audio of a track", () => {
  it("has an address where the page may open it", () => {
    expect(audio.urlOf(resultOf().track)).toBe("audio/dawn.mp3");
    expect(audio.urlOf(trackAt("browser:/M/a.mp3"))).toBe("blob:chosen browser:/M/a.mp3");
    expect(audio.urlOf(trackAt("/elsewhere/a b.mp3"))).toBe("file:///elsewhere/a%20b.mp3");
  });

  it("is read from a folder of the editing application, and kept until the next is", async () => {
    const [one, other] = [trackAt("/Volumes/a.mp3"), trackAt("/Volumes/b.mp3")];
    expect(audio.urlOf(one)).toBeNull();
    expect(await audio.read(one)).toBe("blob:1");
    expect(made[0]?.size).toBe(3);
    expect(audio.urlOf(one)).toBe("blob:1");
    expect(await audio.read(other)).toBe("blob:2");
    expect([revoked, audio.urlOf(one)]).toEqual([["blob:1"], null]);
  });

  it.each(["/Volumes/a.ogg", "browser:/M/a.aiff"])("is converted if need be: %s", async (path) => {
    expect(audio.urlOf(trackAt(path))).toBeNull();
    expect(await audio.read(trackAt(path))).toBe("blob:1");
    expect(made[0]?.size).toBe(4);
  });

  it.each(["/Volumes/a.mp3", "/Volumes/a.ogg"])(
    "is not played here if too large: %s",
    async (path) => {
      size = path.endsWith("mp3") ? MOST_WHOLE * 2 : 1e9;
      expect(await audio.read(trackAt(path))).toBeNull();
      expect(made).toEqual([]);
    },
  );

  it("is not played here if it is in no folder", async () => {
    expect(await audio.read(trackAt("/elsewhere/a.mp3"))).toBeNull();
  });
});
