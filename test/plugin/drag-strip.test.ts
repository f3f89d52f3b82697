import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Cue } from "../../src/contract/cue.ts";
import { PLUGIN_ID, parseDragPayload } from "../../src/shared/drag-payload.ts";
import { COPY, cueOf, requestOf } from "./cues.ts";
import { PLUGIN_FOLDER } from "./fake/disk.ts";
import type { FakeElement } from "./fake/document.ts";
import { MUSIC_FOLDER, openPremiere, type PremiereHarness } from "./premiere-harness.ts";

const OWN: Cue["audio"] = { kind: "file", path: "/Users/editor/Library/theirs.wav" };
const OTHER: Cue["audio"] = { kind: "bundled", path: "audio/other-track.mp3" };

let editor: PremiereHarness;
let strip: FakeElement;
beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  editor = openPremiere();
  editor.disk.addAudio(`${PLUGIN_FOLDER}/page/${OTHER.path}`, 30);
  strip = editor.strip;
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** What a drag from the strip carries, by type. */
function dragData(): { data: Map<string, string>; effect: string } {
  const data = new Map<string, string>();
  const dataTransfer = {
    effectAllowed: "",
    dropEffect: "",
    setData: (format: string, text: string) => void data.set(format, text),
  };
  strip.dispatch("dragstart", { dataTransfer });
  return { data, effect: dataTransfer.effectAllowed };
}

/** The text of a drag; null when it carries nothing. */
const drag = (): string | null => dragData().data.get("text/plain") ?? null;

/** Lets so many milliseconds pass, and whatever comes of them. */
const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

/** Does something to the strip and waits for what comes of it. */
async function act(type: "click" | "pointerenter" | "pointerdown"): Promise<void> {
  strip.dispatch(type);
  await pass(1);
}

const chooseFolder = (): Promise<unknown> => editor.host.chooseMusicFolder();
const copies = (): string[] =>
  [...editor.disk.files.keys()].filter((path) => path.startsWith(MUSIC_FOLDER));

describe("the drag strip", () => {
  it("is hidden until a track is offered, and again afterwards", async () => {
    expect(strip.style.display).toBe("none");
    await chooseFolder();
    await editor.host.offerDrag(cueOf());
    expect(strip.style.display).toBe("flex");
    await editor.host.offerDrag(null);
    expect(strip.style.display).toBe("none");
    expect(drag()).toBeNull();
  });

  it("carries Premiere's payload with the copied file, under both names that hosts read", async () => {
    await chooseFolder();
    await editor.host.offerDrag(cueOf());
    await act("pointerenter");
    expect(strip.attributes.get("draggable")).toBe("true");
    const { data, effect } = dragData();
    expect(effect).toBe("copyMove");
    expect([...data.keys()]).toEqual(["text/plain", "text"]);
    expect(data.get("text")).toBe(data.get("text/plain"));
    expect(parseDragPayload(data.get("text") ?? "")).toEqual({
      version: "1.0.0",
      source: PLUGIN_ID,
      items: [
        {
          name: "first-light.mp3",
          content_type: "audio/mpeg",
          uri: `file://${MUSIC_FOLDER}/first-light.mp3`,
        },
      ],
    });
    expect(strip.text).toContain("whole track");
  });

  it.each([
    ["C:\\Music\\rain #2.wav", "rain #2.wav", "file:///C:/Music/rain%20%232.wav"],
    ["\\\\nas\\music\\ä b.aiff", "ä b.aiff", "file://nas/music/%C3%A4%20b.aiff"],
  ])("names the file of the Windows path %s by its last part", async (path, name, uri) => {
    await editor.host.offerDrag(cueOf({ audio: { kind: "file", path } }));
    expect(parseDragPayload(drag() ?? "")?.items[0]).toMatchObject({ name, uri });
  });

  it.each([
    ["/Music/a.bwf", /Use Insert/],
    ["/Music/a.flac", /does not import .*WAV/],
  ])("offers no dead drag of %s, and asks for no folder", async (path, words) => {
    await editor.host.offerDrag(cueOf({ audio: { kind: "file", path } }));
    await act("click");
    expect(drag()).toBeNull();
    expect(strip.text).toMatch(words);
    expect(strip.attributes.get("draggable")).toBe("false");
    expect(editor.uxp.fileSystem.asked).toBe(0);
  });
});

describe("copying for a drag", () => {
  beforeEach(chooseFolder);

  it.each(["pointerenter", "pointerdown"] as const)("begins at once on %s", async (type) => {
    await editor.host.offerDrag(cueOf());
    await act(type);
    expect(editor.disk.audioSeconds(COPY)).toBe(60);
    expect(drag()).not.toBeNull();
  });

  it("begins by itself for a track that stays chosen: no host promises the pointer's events", async () => {
    await editor.host.offerDrag(cueOf());
    await pass(299);
    expect(copies()).toEqual([]);
    await pass(2);
    expect(copies()).toEqual([COPY]);
    expect(drag()).not.toBeNull();
  });

  it("does not begin for tracks that are passed by", async () => {
    for (const audio of [cueOf().audio, OTHER, cueOf().audio, OTHER]) {
      await editor.host.offerDrag(cueOf({ audio }));
      await pass(100);
      expect(copies()).toEqual([]);
    }
    await editor.host.offerDrag(null);
    await pass(1000);
    expect(copies()).toEqual([]);
  });

  it("leaves nothing behind when the next track is looked at, however slowly", async () => {
    for (const audio of [cueOf().audio, OTHER]) {
      await editor.host.offerDrag(cueOf({ audio }));
      await pass(400);
      expect(copies()).toHaveLength(1);
    }
    await editor.host.offerDrag(cueOf({ audio: OWN }));
    await pass(400);
    expect(copies()).toEqual([]);
  });

  it("leaves nothing behind when the next track comes in the midst of it", async () => {
    await editor.host.offerDrag(cueOf());
    strip.dispatch("pointerdown");
    await editor.host.offerDrag(null);
    await pass(1000);
    expect(copies()).toEqual([]);
  });

  it("keeps what was dragged", async () => {
    await editor.host.offerDrag(cueOf());
    await act("pointerdown");
    expect(drag()).not.toBeNull();
    await editor.host.offerDrag(null);
    await pass(1000);
    expect(copies()).toEqual([COPY]);
  });

  it("keeps what was inserted while it lay on the strip", async () => {
    await editor.host.offerDrag(cueOf());
    await act("pointerdown");
    const inserted = editor.host.insert(requestOf());
    await pass(1000);
    await inserted;
    await editor.host.offerDrag(null);
    await pass(1000);
    expect(copies()).toEqual([COPY]);
  });

  it("does not begin anew for another section of the same track", async () => {
    await editor.host.offerDrag(cueOf());
    await act("pointerdown");
    await editor.host.offerDrag(cueOf({ title: "Again", source: { start: 20, end: 30 } }));
    expect(drag()).toContain("first-light.mp3");
    expect(strip.text).toContain("Again");
  });

  it("is given up for the track chosen last", async () => {
    await editor.host.offerDrag(cueOf());
    strip.dispatch("pointerenter");
    await editor.host.offerDrag(cueOf({ title: "Theirs", audio: OWN }));
    await pass(1000);
    expect(strip.text).toContain("Theirs");
    expect(drag()).toContain("theirs.wav");
  });

  it("says so when the audio is missing", async () => {
    await editor.host.offerDrag(cueOf({ audio: { kind: "bundled", path: "audio/none.mp3" } }));
    await act("pointerenter");
    expect(strip.text).toContain("missing");
    expect(drag()).toBeNull();
  });

  it("is tried again on a click after the disk was full", async () => {
    editor.disk.bytesLeft = 3;
    await editor.host.offerDrag(cueOf());
    await act("pointerenter");
    expect(strip.text).toContain("full");
    editor.disk.bytesLeft = Number.POSITIVE_INFINITY;
    await act("click");
    expect(drag()).not.toBeNull();
  });
});

describe("the folder for a drag", () => {
  it("is asked for when the strip is clicked, never because a track was chosen", async () => {
    await editor.host.offerDrag(cueOf());
    await pass(1000);
    await act("pointerenter");
    expect(editor.uxp.fileSystem.asked).toBe(0);
    expect(strip.text).toContain("choose a folder");
    expect(drag()).toBeNull();
    await act("click");
    expect(editor.uxp.fileSystem.asked).toBe(1);
    expect(drag()).not.toBeNull();
    await act("click");
    expect(editor.uxp.fileSystem.asked).toBe(1);
  });

  it("can be asked for again after the question was cancelled", async () => {
    editor.uxp.fileSystem.picks.unshift(null);
    await editor.host.offerDrag(cueOf());
    await act("pointerenter");
    await act("click");
    expect(strip.text).toContain("choose a folder");
    await act("click");
    expect(drag()).not.toBeNull();
  });
});

describe("a fault at the strip", () => {
  it("never reaches UXP", async () => {
    await editor.host.offerDrag(cueOf({ audio: OWN }));
    const dataTransfer = {
      effectAllowed: "",
      dropEffect: "",
      setData: () => {
        throw new Error("Invalid parameter.");
      },
    };
    expect(() => strip.dispatch("dragstart", { dataTransfer })).not.toThrow();
    expect(console.error).toHaveBeenCalled();
  });

  it("does not keep the next track from being offered when a copy cannot be taken back", async () => {
    await chooseFolder();
    await editor.host.offerDrag(cueOf());
    await act("pointerdown");
    editor.disk.unplug(MUSIC_FOLDER);
    await editor.host.offerDrag(cueOf({ audio: OWN }));
    await pass(1);
    expect(drag()).toContain("theirs.wav");
    expect(console.error).toHaveBeenCalled();
  });
});
