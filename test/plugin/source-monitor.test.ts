import { beforeEach, describe, expect, it } from "vitest";
import type { Cue } from "../../src/contract/cue.ts";
import { cueOf, refusal } from "./cues.ts";
import { PLUGIN_FOLDER } from "./fake/disk.ts";
import type { MonitorNode } from "./fake/state.ts";
import { AUDIO_PATH, openPremiere, ticks, type PremiereHarness } from "./premiere-harness.ts";

const BUNDLED = `${PLUGIN_FOLDER}/page/${AUDIO_PATH}`;
const OWN = "/Users/editor/Library/theirs.wav";

let editor: PremiereHarness;
let monitor: MonitorNode;
beforeEach(() => {
  editor = openPremiere();
  ({ monitor } = editor.state);
  editor.disk.addAudio(OWN, 30);
});

const own = (changes: Partial<Cue> = {}): Cue =>
  cueOf({ audio: { kind: "file", path: OWN }, ...changes });

/** From now on, this call into Premiere fails. */
function fail(call: string): void {
  editor.state.faults.failing = (name) =>
    name === `SourceMonitor.${call}` ? "rejects" : undefined;
}

describe("a preview in the Source Monitor", () => {
  it("plays the cue from its beginning, where the file lies, and imports nothing", async () => {
    await editor.host.preview(cueOf({ source: { start: 12.5, end: 20 } }));
    expect(monitor).toEqual({ path: BUNDLED, position: ticks(12.5), speed: 1 });
    expect(editor.state.imports).toBe(0);
    expect(editor.uxp.fileSystem.asked).toBe(0);
  });

  it("plays the editor's own file, which a page may not read", async () => {
    await editor.host.preview(own());
    expect(monitor).toMatchObject({ path: OWN, speed: 1 });
  });

  it("plays from the file's beginning where the build cannot set a position", async () => {
    fail("setPosition");
    await editor.host.preview(own({ source: { start: 12, end: 20 } }));
    expect(monitor).toEqual({ path: OWN, position: 0, speed: 1 });
  });

  it.each(["openFilePath", "play"])("is a refusal when %s fails", async (call) => {
    fail(call);
    expect((await refusal(editor.host.preview(own()))).input).toBe(OWN);
    expect(monitor.speed).toBe(0);
  });

  it("is a refusal when Premiere does not take the file", async () => {
    editor.disk.addFile(OWN, "no audio");
    const error = await refusal(editor.host.preview(own()));
    expect(error.what).toMatch(/did not open/);
    expect(error.input).toBe(OWN);
  });

  it("is no refusal where Premiere plays and answers nothing", async () => {
    editor.state.faults.failing = (call) =>
      call.startsWith("SourceMonitor.") ? "forgets" : undefined;
    await editor.host.preview(own());
    expect(monitor).toMatchObject({ path: OWN, speed: 1 });
  });

  it("plays another track after one that was refused", async () => {
    await refusal(editor.host.preview(cueOf({ audio: { kind: "bundled", path: "audio/no.mp3" } })));
    await editor.host.preview(own());
    expect(monitor).toMatchObject({ path: OWN, speed: 1 });
  });
});

describe("of two previews at once", () => {
  it("the latest is heard, however long the first takes to open", async () => {
    editor.calls.latency = 5;
    const first = editor.host.preview(cueOf({ source: { start: 12, end: 20 } }));
    const second = editor.host.preview(own({ source: { start: 3, end: 4 } }));
    await Promise.all([first, second]);
    expect(monitor).toEqual({ path: OWN, position: ticks(3), speed: 1 });
  });

  it("the first is not even begun to be heard", async () => {
    editor.calls.latency = 5;
    const speeds: number[] = [];
    editor.calls.before("SourceMonitor.play", 1, () => speeds.push(monitor.speed));
    const first = editor.host.preview(cueOf());
    await new Promise((resolve) => setTimeout(resolve, 2));
    await Promise.all([first, editor.host.preview(own())]);
    expect(editor.calls.of("SourceMonitor.play")).toBe(1);
    expect(speeds).toEqual([0]);
  });

  it("those that nobody waits for any more are not opened", async () => {
    editor.calls.latency = 2;
    await Promise.all([cueOf(), cueOf(), cueOf(), own()].map((cue) => editor.host.preview(cue)));
    expect(editor.calls.of("SourceMonitor.openFilePath")).toBeLessThanOrEqual(2);
    expect(monitor.path).toBe(OWN);
  });
});

describe("stopping the preview", () => {
  it("stops it", async () => {
    await editor.host.preview(own());
    await editor.host.stopPreview();
    expect(monitor).toMatchObject({ path: OWN, speed: 0 });
  });

  it("closes the file where the build does not stop it", async () => {
    await editor.host.preview(own());
    fail("play");
    await editor.host.stopPreview();
    expect(monitor).toMatchObject({ path: null, speed: 0 });
  });

  it("is no error when nothing helps", async () => {
    await editor.host.preview(own());
    editor.state.faults.failing = (name) =>
      name.startsWith("SourceMonitor.") ? "throws" : undefined;
    await editor.host.stopPreview();
  });

  it("silences one that has not begun yet", async () => {
    editor.calls.latency = 5;
    const preview = editor.host.preview(own());
    await editor.host.stopPreview();
    await preview;
    expect(monitor.speed).toBe(0);
    expect(editor.calls.of("SourceMonitor.play")).toBe(0);
  });

  it("leaves alone what the editor plays there", async () => {
    Object.assign(monitor, { path: "/Users/editor/shot.mov", speed: 1 });
    await editor.host.stopPreview();
    expect(monitor).toMatchObject({ path: "/Users/editor/shot.mov", speed: 1 });
  });
});
