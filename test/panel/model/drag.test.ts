import { describe, expect, it } from "vitest";
import { CUE_TYPE, parseDragPayload } from "../../../src/shared/drag-payload.ts";
import { insertRequest } from "../../../src/panel/editor/cue.ts";
import { fillDrag } from "../../../src/panel/model/drag.ts";
import { ChosenFolders, audioUrl } from "../../../src/panel/own-music/chosen-folders.ts";
import { resultOf } from "../results.ts";

const PART = { whole: false, track: "music" } as const;

function dragged(request: ReturnType<typeof insertRequest>): Map<string, string> {
  const filled = new Map<string, string>();
  const data = {
    effectAllowed: "none",
    setData: (type: string, text: string) => filled.set(type, text),
  };
  const url = audioUrl(request.cue.audio, new ChosenFolders());
  const { href } = new URL(url, "file:///plugin/page/index.html");
  fillDrag(request.cue, href, data as unknown as DataTransfer);
  return filled;
}

describe("a dragged result", () => {
  it("names the file beside the page for the editor, and carries the cue", () => {
    const request = insertRequest(resultOf(), null, PART);
    const filled = dragged(request);
    expect(parseDragPayload(filled.get("text/plain") ?? "")?.items).toEqual([
      { name: "Dawn", content_type: "audio/mpeg", uri: "file:///plugin/page/audio/dawn.mp3" },
    ]);
    expect(JSON.parse(filled.get(CUE_TYPE) ?? "")).toEqual(request.cue);
  });

  it("names a file on the editor's disk by its own address", () => {
    const audio = { kind: "file", path: "/music/a b.wav" } as const;
    const filled = dragged(insertRequest(resultOf({ track: { audio } }), null, PART));
    expect(parseDragPayload(filled.get("text/plain") ?? "")?.items[0]?.uri).toBe(
      "file:///music/a%20b.wav",
    );
  });

  it("gives the editor nothing that it would ignore", () => {
    const audio = { kind: "bundled", path: "audio/dawn.flac" } as const;
    const filled = dragged(insertRequest(resultOf({ track: { audio } }), null, PART));
    expect([...filled.keys()]).toEqual([CUE_TYPE]);
  });
});
