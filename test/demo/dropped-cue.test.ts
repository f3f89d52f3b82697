import { describe, expect, it } from "vitest";
import { CUE_TYPE, dragPayload } from "../../src/shared/drag-payload.ts";
import type { AudioLibrary } from "../../src/demo/host/audio-library.ts";
import { droppedCue, mayHoldCue } from "../../src/demo/dropped-cue.ts";

const library: AudioLibrary = {
  seconds: (audio) => Promise.resolve(audio.path === "audio/fox-trot.mp3" ? 31 : null),
  content: () => Promise.resolve(null),
};
const drop = (data: Record<string, string>) => droppedCue((type) => data[type] ?? "", library);
const plain = (uri: string): string => JSON.stringify(dragPayload("Fox Trot", uri));
const CUE = {
  trackId: "fox-trot",
  title: "Fox Trot",
  artist: "Nobody",
  licence: { id: "CC0-1.0", name: "CC0" },
  audio: { kind: "bundled", path: "audio/fox-trot.mp3" },
  source: { start: 12, end: 22 },
};

describe("a drop on the timeline", () => {
  it("is the whole cue if the panel's data is there", async () => {
    const data = {
      [CUE_TYPE]: JSON.stringify(CUE),
      "text/plain": plain("file:///x/page/audio/a.mp3"),
    };
    expect(await drop(data)).toEqual(CUE);
  });

  it("is the whole file if only Premiere's payload is there", async () => {
    expect(await drop({ "text/plain": plain("file:///x/page/audio/fox-trot.mp3") })).toMatchObject({
      title: "Fox Trot",
      audio: { kind: "bundled", path: "audio/fox-trot.mp3" },
      licence: { id: "unknown" },
      source: { start: 0, end: 31 },
    });
  });

  it.each([
    ["nothing", {}],
    ["other text", { "text/plain": "a shopping list" }],
    ["a file outside the page's folder", { "text/plain": plain("file:///etc/a.mp3") }],
    [
      "a path that leaves the folder",
      { "text/plain": plain("file:///x/page/audio/%2e%2e%2fa.mp3") },
    ],
    ["a broken escape", { "text/plain": plain("file:///x/page/audio/%zz.mp3") }],
    ["a file that does not exist", { "text/plain": plain("file:///x/page/audio/gone.mp3") }],
    ["a cue that is malformed", { [CUE_TYPE]: '{"title": 1}' }],
    ["a cue that is not JSON", { [CUE_TYPE]: "{" }],
  ])("is refused when it is %s", async (_, data: Record<string, string>) => {
    expect(await drop(data)).toBeNull();
  });

  it("may be ours only if the drag carries one of the two types", () => {
    expect(mayHoldCue(["text/plain"])).toBe(true);
    expect(mayHoldCue(["text/uri-list", CUE_TYPE])).toBe(true);
    expect(mayHoldCue(["Files", "text/html"])).toBe(false);
  });
});
