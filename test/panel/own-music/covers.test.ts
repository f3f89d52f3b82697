import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { LocalTrack } from "../../../src/contract/track.ts";
import { Covers } from "../../../src/panel/own-music/covers.ts";
import { resultOf } from "../results.ts";

const trackAt = (path: string): LocalTrack =>
  resultOf({ track: { audio: { kind: "file", path } } }).track;

let covers: Covers;
let asked: string[];
let changes: number;
let closed: number;
beforeEach(() => {
  vi.useFakeTimers();
  [asked, changes, closed] = [[], 0, 0];
  const picture = { close: () => (closed += 1) };
  vi.stubGlobal("createImageBitmap", () => Promise.resolve(picture));
  covers = new Covers({
    fileAt: (path) =>
      path.startsWith("/gone")
        ? null
        : { name: path, size: 9, read: () => Promise.resolve(new Uint8Array(0)) },
    whenReady: () =>
      Promise.resolve({
        cover: ({ name }) => {
          asked.push(name);
          if (name.includes("bare")) return Promise.resolve(null);
          return Promise.resolve({ type: "image/png", bytes: new Uint8Array(3) });
        },
      }),
    changed: () => {
      changes += 1;
    },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("the cover of a track", () => {
  it("is read when somebody looks at the track, and kept while they do", async () => {
    covers.look(trackAt("/M/a.mp3"));
    expect(covers.of(trackAt("/M/a.mp3"))).toBeNull();
    await vi.runAllTimersAsync();
    expect(covers.of(trackAt("/M/a.mp3"))).not.toBeNull();
    covers.look(trackAt("/M/a.mp3"));
    await vi.runAllTimersAsync();
    expect([asked, changes]).toEqual([["/M/a.mp3"], 1]);
  });

  it("is not read of tracks that are stepped over, and is let go with the next", async () => {
    covers.look(trackAt("/M/a.mp3"));
    covers.look(trackAt("/M/b.mp3"));
    await vi.runAllTimersAsync();
    expect(asked).toEqual(["/M/b.mp3"]);
    covers.look(trackAt("/M/bare.mp3"));
    await vi.runAllTimersAsync();
    expect(covers.of(trackAt("/M/bare.mp3"))).toBeNull();
    expect(covers.of(trackAt("/M/b.mp3"))).toBeNull();
    expect([changes, closed]).toEqual([1, 1]);
  });

  it("is none of a bundled track, and of one that cannot be read", async () => {
    covers.look(resultOf().track);
    covers.look(trackAt("/gone/a.mp3"));
    await vi.runAllTimersAsync();
    expect([asked, changes]).toEqual([[], 0]);
  });

  it("is none if the browser cannot decode it", async () => {
    vi.stubGlobal("createImageBitmap", () => Promise.reject(new Error("no picture")));
    covers.look(trackAt("/M/a.mp3"));
    await vi.runAllTimersAsync();
    expect(covers.of(trackAt("/M/a.mp3"))).toBeNull();
  });
});
