import { beforeEach, describe, expect, it } from "vitest";
import { parseDragPayload } from "../../src/contract/drag-payload.ts";
import type { Cue } from "../../src/contract/editor-host.ts";
import type { FakeElement } from "./fake/document.ts";
import { MUSIC_FOLDER, openPremiere, type PremiereHarness } from "./premiere-harness.ts";

const COPY = `${MUSIC_FOLDER}/first-light.mp3`;

let editor: PremiereHarness;
let strip: FakeElement;
beforeEach(() => {
  editor = openPremiere();
  strip = editor.strip;
});

function cueOf(changes: Partial<Cue> = {}): Cue {
  return {
    trackId: "first-light",
    title: "First Light",
    artist: "Needledrop",
    licence: { id: "CC0-1.0", name: "Creative Commons Zero" },
    audio: editor.audio,
    source: { start: 0, end: 10 },
    ...changes,
  };
}

/** What a drag from the strip carries; null when it carries nothing. */
function drag(): { text: string; effect: string } | null {
  const data = new Map<string, string>();
  const dataTransfer = {
    effectAllowed: "",
    dropEffect: "",
    setData: (format: string, text: string) => void data.set(format, text),
  };
  strip.dispatch("dragstart", { dataTransfer });
  const text = data.get("text/plain");
  return text === undefined ? null : { text, effect: dataTransfer.effectAllowed };
}

/** Does something to the strip and waits for what comes of it. */
async function act(type: "click" | "pointerenter" | "pointerdown"): Promise<void> {
  strip.dispatch(type);
  await new Promise((resolve) => setTimeout(resolve));
}

/** The editor has chosen the folder before, and nothing lies in it. */
async function chooseFolder(): Promise<void> {
  await editor.host.insert({ cue: cueOf(), at: 0 });
  editor.disk.files.delete(COPY);
}

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

  it("carries Premiere's payload with the copied file", async () => {
    await chooseFolder();
    await editor.host.offerDrag(cueOf());
    await act("pointerenter");
    expect(strip.attributes.get("draggable")).toBe("true");
    expect(drag()?.effect).toBe("copyMove");
    expect(parseDragPayload(drag()?.text ?? "")).toEqual({
      version: "1.0.0",
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

  it("copies nothing for a track that is only looked at", async () => {
    await chooseFolder();
    await editor.host.offerDrag(cueOf());
    expect(editor.disk.files.has(COPY)).toBe(false);
    expect(drag()).toBeNull();
  });

  it.each(["pointerenter", "pointerdown"] as const)("copies the file on %s", async (type) => {
    await chooseFolder();
    await editor.host.offerDrag(cueOf());
    await act(type);
    expect(editor.disk.audioSeconds(COPY)).toBe(60);
    expect(drag()).not.toBeNull();
  });

  it("asks for the folder when clicked, never because a track was chosen", async () => {
    await editor.host.offerDrag(cueOf());
    await act("pointerenter");
    expect(editor.uxp.fileSystem.asked).toBe(0);
    expect(drag()).toBeNull();
    await act("click");
    expect(editor.uxp.fileSystem.asked).toBe(1);
    await act("pointerenter");
    expect(drag()).not.toBeNull();
    await act("click");
    expect(editor.uxp.fileSystem.asked).toBe(1);
  });

  it("says what to do when the choice of a folder is cancelled", async () => {
    editor.uxp.fileSystem.picks.splice(0, 1, null);
    await editor.host.offerDrag(cueOf());
    await act("click");
    expect(strip.text).toContain("choose a folder");
    expect(drag()).toBeNull();
  });

  it("keeps the track chosen last when copying takes its time", async () => {
    await chooseFolder();
    const other = "/Users/editor/Library/other.wav";
    await editor.host.offerDrag(cueOf());
    const copied = act("pointerenter");
    await editor.host.offerDrag(cueOf({ title: "Other", audio: { kind: "file", path: other } }));
    await copied;
    expect(strip.text).toContain("Other");
    expect(drag()?.text).toContain("other.wav");
  });

  it("says that Premiere takes no such file rather than offer a dead drag", async () => {
    await editor.host.offerDrag(cueOf({ audio: { kind: "file", path: "/Music/a.flac" } }));
    expect(drag()).toBeNull();
    expect(strip.text).toContain("Insert");
  });

  it("names the file of a Windows path by its last part", async () => {
    const path = "C:\\Music\\rain #2.wav";
    await editor.host.offerDrag(cueOf({ audio: { kind: "file", path } }));
    expect(parseDragPayload(drag()?.text ?? "")?.items[0]).toEqual({
      name: "rain #2.wav",
      content_type: "audio/wav",
      uri: "file:///C:/Music/rain%20%232.wav",
    });
  });

  it("keeps the track chosen last when the folder is looked up", async () => {
    const first = editor.host.offerDrag(cueOf());
    const second = editor.host.offerDrag(null);
    await Promise.all([first, second]);
    expect(strip.style.display).toBe("none");
  });

  it("says so when the audio is missing", async () => {
    await chooseFolder();
    await editor.host.offerDrag(cueOf({ audio: { kind: "bundled", path: "audio/none.mp3" } }));
    await act("pointerenter");
    expect(strip.text).toContain("missing");
    expect(drag()).toBeNull();
  });

  it("asks for no folder on behalf of a file that cannot be dragged", async () => {
    await editor.host.offerDrag(cueOf({ audio: { kind: "file", path: "/Music/a.flac" } }));
    await act("click");
    expect(editor.uxp.fileSystem.asked).toBe(0);
  });
});
