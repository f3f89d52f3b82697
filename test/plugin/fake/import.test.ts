import type { Project, ProjectItem } from "@adobe/premierepro";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openBench, type Bench } from "./bench.ts";
import { PLUGIN_FOLDER } from "./disk.ts";

let bench: Bench;
let project: Project;
beforeEach(async () => {
  bench = await openBench();
  ({ project } = bench);
  bench.disk.addAudio("/Music/a.wav", 10);
});
afterEach(() => void vi.useRealTimers());

async function names(): Promise<string[]> {
  const items = await (await project.getRootItem()).getItems();
  return items.map((item) => item.name);
}

describe("an import", () => {
  it("goes to the project's top where the bin is null or left out", async () => {
    const nowhere = null as unknown as ProjectItem;
    expect(await project.importFiles(["/Music/a.wav"], true, nowhere)).toBe(true);
    expect(await project.importFiles(["/Music/a.wav"])).toBe(true);
    expect(await names()).toEqual(["a.wav", "a.wav"]);
  });

  it("throws where a parameter is undefined", async () => {
    const given = [["/Music/a.wav"], true, undefined] as unknown as [string[], boolean];
    await expect(project.importFiles(...given)).rejects.toThrow("Illegal Parameter type");
    expect(await names()).toEqual([]);
  });

  it.each([
    ["that does not exist", "/Music/none.wav", /does not exist/],
    ["under plugin:", "plugin:/page/audio/first-light.mp3", /native path/],
    ["in the plugin's folder", `${PLUGIN_FOLDER}/page/first-light.mp3`, /plugin's folder/],
  ])("throws for a file %s", async (_, path, message) => {
    await expect(project.importFiles([path])).rejects.toThrow(message);
  });

  it.each(["flac", "ogg", "opus", "FLAC"])(
    "answers false for %s and imports nothing",
    async (kind) => {
      bench.disk.addAudio(`/Music/a.${kind}`, 10);
      expect(await project.importFiles([`/Music/a.${kind}`])).toBe(false);
      expect(await names()).toEqual([]);
    },
  );

  it.each(["C:\\Film\\a.wav", "\\\\?\\C:\\Film\\a.wav", "\\\\nas\\music\\a.wav"])(
    "takes Windows' paths: %s",
    async (path) => {
      bench.disk.addAudio(path, 10);
      expect(await project.importFiles([path])).toBe(true);
      expect(await names()).toEqual(["a.wav"]);
    },
  );

  it("refuses a path of Windows with more than 259 characters, and takes it on a Mac", async () => {
    const name = `${"a".repeat(260)}.wav`;
    bench.disk.addAudio(`C:\\${name}`, 10);
    bench.disk.addAudio(`/Music/${name}`, 10);
    expect(await project.importFiles([`C:\\${name}`])).toBe(false);
    expect(await project.importFiles([`/Music/${name}`])).toBe(true);
  });

  it("may be listed only after some listings", async () => {
    bench.state.faults.lateItems = { listings: 2 };
    await project.importFiles(["/Music/a.wav"]);
    expect([await names(), await names(), await names()]).toEqual([[], [], ["a.wav"]]);
  });

  it("may be listed only after some time", async () => {
    vi.useFakeTimers();
    bench.state.faults.lateItems = { ms: 500 };
    await project.importFiles(["/Music/a.wav"]);
    expect(await names()).toEqual([]);
    vi.advanceTimersByTime(500);
    expect(await names()).toEqual(["a.wav"]);
  });
});
