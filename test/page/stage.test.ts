import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  BRIDGE_VERSION,
  CHANNEL,
  type CommandInput,
  type CommandName,
  type CommandOutput,
} from "../../src/bridge/messages.ts";
import type { Cue } from "../../src/contract/cue.ts";
import { DEFAULT_DUCKING } from "../../src/contract/ducking.ts";
import { pictureSize } from "../contract/picture.ts";
import { Demo } from "./demo.ts";

let demo: Demo;
let cue: Cue;

beforeAll(async () => {
  demo = await Demo.open();
  await demo.ready();
  await demo.localOnly.check();
  await demo.search("warm acoustic guitar");
  const audio = await demo.selectedResult.evaluate(
    (row) =>
      (row as HTMLElement & { result: { track: { audio: Cue["audio"] } } }).result.track.audio,
  );
  const licence = { id: "CC0-1.0", name: "CC0" };
  const names = { trackId: "heard", title: "Heard", artist: "Nobody", licence };
  cue = { ...names, audio, source: { start: 6, end: 46 } };
});

beforeEach(async () => {
  while (await demo.undoButton.isEnabled()) await demo.undoButton.click();
});

afterAll(async () => {
  expect(demo.asked).toEqual([]);
  expect(demo.errors).toEqual([]);
  await demo.close();
});

let requests = 0;

/** What the panel's page would ask of the stand-in, past the panel's own buttons. */
async function ask<C extends CommandName>(
  command: C,
  input: CommandInput<C>,
): Promise<CommandOutput<C>> {
  const session = "stage";
  const head = { channel: CHANNEL, version: BRIDGE_VERSION, kind: "request", session };
  const request = { ...head, id: ++requests, command, input: input ?? null };
  const answer = await demo.panel.evaluate((_, sent) => {
    return new Promise<{ kind: string; output: unknown }>((resolve) => {
      const hear = ({ data }: MessageEvent<typeof sent & { output: unknown }>): void => {
        if (data.session !== sent.session || data.id !== sent.id) return;
        window.removeEventListener("message", hear);
        resolve(data);
      };
      window.addEventListener("message", hear);
      window.parent.postMessage(sent, "*");
    });
  }, request);
  expect(answer).toMatchObject({ kind: "answer" });
  return answer.output as CommandOutput<C>;
}

const lay = (at: number, track: "music" | "new" = "music") =>
  ask("insert", { cue, at, track, ripple: false });

describe("the stage", () => {
  it("draws the volume of the music, and where it goes down under the interview", async () => {
    await lay(42);
    const heights = async (): Promise<number[]> => {
      const points = await demo.music.locator("polyline").getAttribute("points");
      return (points ?? "").split(" ").map((point) => Number(point.split(",")[1]));
    };
    expect(new Set(await heights()).size).toBe(1);
    const { dips } = await ask("duck", DEFAULT_DUCKING);
    expect(dips).toBe(3);
    const drawn = await heights();
    const lowest = Math.max(...drawn);
    expect(drawn.filter((height) => height === lowest)).toHaveLength(2 * dips);
    await ask("unduck", undefined);
    expect(new Set(await heights()).size).toBe(1);
  });

  it("draws the markers of a track on the part of it that is in use", async () => {
    await lay(100);
    const markers = [
      { name: "Before", at: 2, seconds: 0 },
      { name: "Halfway", at: 26, seconds: 0 },
    ];
    await ask("addMarkers", { trackId: "heard", title: "Heard", markers });
    const tick = demo.music.locator("i");
    expect(await tick.getAttribute("title")).toBe("Halfway");
    expect(await tick.getAttribute("style")).toContain("left: 50.0000%");
  });

  it("draws a track that was added, all of it within the window", async () => {
    await lay(0, "new");
    await demo.audioTrack(3).locator(".music").waitFor();
    await demo.page.getByText("A4", { exact: true }).waitFor();
    const box = await demo.audioTrack(3).boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(800);
  });

  it("selects a sound by a click, and removes it with Delete as one undo step", async () => {
    await lay(100);
    await demo.music.click();
    expect(await demo.music.getAttribute("aria-pressed")).toBe("true");
    await demo.page.keyboard.press("Delete");
    await demo.music.waitFor({ state: "detached" });
    await demo.undoButton.click();
    await demo.music.waitFor();
  });

  it("replaces the sound that is selected", async () => {
    await lay(100);
    await demo.music.click();
    await ask("replace", { ...cue, trackId: "other", title: "Other" });
    expect(await demo.music.locator(".name").textContent()).toBe("Other");
    expect(await demo.music.getAttribute("aria-pressed")).toBe("true");
  });
});

describe("the stage's own monitor", () => {
  const audio = () => demo.page.locator("demo-source-monitor audio");

  it("plays what is to be heard from where it begins, until it is closed", async () => {
    await ask("preview", cue);
    await demo.page.getByText("Source: Heard").waitFor();
    const time = () => audio().evaluate((media: HTMLAudioElement) => media.currentTime);
    await expect.poll(time).toBeGreaterThan(6);
    expect(await time()).toBeLessThan(16);
    await demo.page.getByRole("button", { name: "Close", exact: true }).click();
    await audio().waitFor({ state: "detached" });
  });

  it("is closed by the panel too", async () => {
    await ask("preview", cue);
    await audio().waitFor();
    await ask("stopPreview", undefined);
    await audio().waitFor({ state: "detached" });
  });
});

describe("clips without texts", () => {
  const toggle = () => demo.page.getByRole("button", { name: "Clips without texts" });
  const notes = () => demo.page.getByRole("region", { name: "Notes on the selection" });

  it("say nothing about themselves until the switch is off again", async () => {
    await demo.page.locator('[data-clip="storm"]').click();
    const written = await ask("readSelection", undefined);
    expect(written.clips[0]).toMatchObject({ name: "Storm over the ridge" });

    await toggle().click();
    expect(await toggle().getAttribute("aria-pressed")).toBe("true");
    const bare = await ask("readSelection", undefined);
    expect(bare.clips[0]?.name).toMatch(/^A001_C\d{3}$/);
    expect(bare.clips[0]).toMatchObject({
      description: "",
      logNote: "",
      markers: [],
      keywords: [],
    });
    expect(await notes().textContent()).not.toMatch(/Tension|Thunder|ridge/);
    expect(await demo.page.locator('[data-clip="storm"]').textContent()).not.toContain("ridge");

    await toggle().click();
    expect(await ask("readSelection", undefined)).toEqual(written);
  });
});

describe("the tab", () => {
  it("draws pictures of the selected clips, in the size that was asked for", async () => {
    await demo.page.locator('[data-clip="fox"]').click();
    const { frames, notes } = await ask("framesOf", { count: 2, size: 336 });
    expect(notes).toEqual([]);
    const sizes = frames.map(({ data }) => pictureSize(Buffer.from(data, "base64")));
    const size = { type: "image/jpeg", width: 336, height: 189 };
    expect(sizes).toEqual([size, size]);
  });

  it("draws them as the clip's time has them, and a moment twice where motion is wanted", async () => {
    await demo.page.locator('[data-clip="canopy"]').click();
    const { frames } = await ask("framesOf", { count: 2, size: 256, pairs: true });
    const [first = 0, second = 0] = frames.map(({ at }) => at);
    expect(frames).toHaveLength(4);
    expect(second - first).toBeCloseTo(0.2, 6);
    expect(new Set(frames.map(({ data }) => data)).size).toBe(4);
    const again = await ask("framesOf", { count: 2, size: 256, pairs: true });
    expect(again).toEqual({ frames, notes: [] });
  });

  it("keeps a text as a download", async () => {
    const waiting = demo.page.waitForEvent("download");
    const text = "Title;Länge\n";
    expect(await ask("saveText", { name: "cues.csv", text })).toEqual({ path: "cues.csv" });
    const download = await waiting;
    expect(download.suggestedFilename()).toBe("cues.csv");
    expect(readFileSync(await download.path(), "utf8")).toBe(text);
  });

  it("says which folder for music was chosen", async () => {
    const folder = demo.page.locator('[data-readout="music-folder"]');
    expect(await folder.textContent()).toContain("No music folder");
    const { path } = await ask("chooseMusicFolder", undefined);
    expect(await folder.textContent()).toContain(path);
    expect(await ask("readMusicFolder", undefined)).toEqual({ path });
  });

  it("passes its own checks", async () => {
    const checks = await ask("check", { scratch: true });
    expect(checks.map(({ id }) => id)).toContain("storage");
    expect(checks.filter(({ outcome }) => outcome === "failed")).toEqual([]);
  });
});
