import { beforeEach, describe, expect, it } from "vitest";
import type { Arrival } from "../../../src/panel/downloads/downloads.ts";
import { Jobs, type Workers } from "../../../src/panel/jobs/jobs.ts";
import type { FolderActivity, FolderView } from "../../../src/panel/own-music/own-music.ts";
import { resultOf } from "../results.ts";

let clock: number;
let stopped: string[];
let activity: FolderActivity;
let arrivals: readonly Arrival[];
let share: number | null;
let adding: { name: string; done: number } | null;
let isLooking: boolean;
let fitting: number | null;
let rendering: number | null;
let jobs: Jobs;

const ARRIVAL: Arrival = {
  ...{ trackId: "far", title: "Far", host: "example.org", step: "downloading" },
  ...{ done: 2e6, total: 8e6 },
};
const reading = (done: number, total: number | null): FolderActivity => ({
  ...{ name: "reading", done, total, seconds: 1 },
});

beforeEach(() => {
  [fitting, rendering] = [null, null];
  [clock, stopped, activity, arrivals, share, adding] = [0, [], { name: "idle" }, [], null, null];
  isLooking = false;
  const folder = (): FolderView => ({
    ...{ id: "f", name: "Library", tracks: 0, report: null, isReachable: true, activity },
  });
  const stop = (id: string): Promise<void> => Promise.resolve(void stopped.push(id));
  const workers: Workers = {
    scene: {
      get isLooking() {
        return isLooking;
      },
      stop: () => void stopped.push("pictures"),
    },
    music: {
      get state() {
        return { folders: [folder()], error: null, asksHost: false };
      },
      stop,
    },
    downloads: {
      get state() {
        return { arrivals, settings: { folder: null, trusted: [] }, isOffered: true };
      },
      cancel: stop,
    },
    packs: {
      get state() {
        return { added: [], adding, error: null };
      },
    },
    captioners: { state: { added: [], adding: null, error: null } },
    conversion: {
      get share() {
        return share;
      },
      cancel: () => stopped.push("conversion") > 0,
    },
    fit: {
      get share() {
        return fitting;
      },
      state: { result: resultOf(), target: null, step: { name: "reading" } },
      cancel: () => stopped.push("fit") > 0,
    },
    fitLaying: {
      get share() {
        return rendering;
      },
      cancel: () => stopped.push("fit-file") > 0,
    },
  };
  jobs = new Jobs(workers, () => clock);
});

const texts = (): string[] => jobs.state.map(({ text }) => text);

describe("work that takes a while", () => {
  it("is none as long as nobody works", () => {
    expect(jobs.state).toEqual([]);
  });

  it("is looking at pictures, which can be stopped", () => {
    isLooking = true;
    expect(jobs.state).toMatchObject([{ id: "pictures", share: null, canStop: true }]);
    jobs.stop("pictures");
    expect(stopped).toEqual(["pictures"]);
  });

  it("is told of whoever does it, the longest at it first", () => {
    arrivals = [ARRIVAL];
    expect(texts()).toEqual(["Downloading “Far”: 2.0 of 8.0 MB from example.org"]);
    activity = reading(0, null);
    adding = { name: "clap", done: 0.4 };
    share = 0.5;
    expect(texts()).toEqual([
      "Downloading “Far”: 2.0 of 8.0 MB from example.org",
      "Reading “Library”: Reading the folder…",
      "Verifying clap: 40 %",
      "Converting to WAV for the editor",
    ]);
    expect(jobs.state.map((job) => job.share)).toEqual([0.25, null, 0.4, 0.5]);
  });

  it("is a fit that is being made, and one that is being written", () => {
    [fitting, rendering] = [0.2, 0.6];
    expect(texts()).toEqual(["Fitting “Dawn”", "Rendering the fit of “Dawn”"]);
    expect(jobs.state.map((job) => job.share)).toEqual([0.2, 0.6]);
    for (const { id } of jobs.state) jobs.stop(id);
    expect(stopped).toEqual(["fit", "fit-file"]);
  });

  it("says how long it will take, once that can be told", () => {
    activity = reading(0, 100);
    expect(jobs.state[0]?.left).toBeNull();
    clock = 10_000;
    activity = reading(25, 100);
    expect(jobs.state[0]).toMatchObject({ text: "Reading “Library”: 25 of 100 files", left: 30 });
    activity = reading(100, 100);
    expect(jobs.state[0]?.left).toBeNull();
  });

  it("counts anew when it begins anew", () => {
    activity = reading(50, 100);
    expect(jobs.state).toHaveLength(1);
    activity = { name: "idle" };
    clock = 60_000;
    expect(jobs.state).toEqual([]);
    activity = reading(50, 100);
    expect(jobs.state[0]?.left).toBeNull();
    clock = 62_000;
    expect(jobs.state[0]?.left).toBe(2);
  });

  it("is stopped by who does it, where that is possible", () => {
    activity = reading(1, 2);
    arrivals = [ARRIVAL];
    share = 0.1;
    adding = { name: "clap", done: 0 };
    expect(jobs.state.map(({ canStop }) => canStop)).toEqual([true, true, false, true]);
    for (const { id } of jobs.state) jobs.stop(id);
    jobs.stop("gone");
    expect(stopped).toEqual(["f", "far", "conversion"]);
  });
});
