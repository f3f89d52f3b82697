import { describe, expect, it } from "vitest";
import type { Cue, HostEvent } from "../../src/contract/editor-host.ts";
import { HostError } from "../../src/contract/errors.ts";
import type { AudioLibrary } from "../../src/demo/audio-library.ts";
import { DOCUMENTARY } from "../../src/demo/documentary.ts";
import { StandInHost } from "../../src/demo/stand-in-host.ts";
import { TimelineStore } from "../../src/demo/store.ts";
import {
  markIn,
  markOut,
  movePlayhead,
  openTimeline,
  selectClip,
} from "../../src/demo/timeline.ts";

const library: AudioLibrary = {
  seconds: (audio) => Promise.resolve(audio.path === "audio/here.mp3" ? 40 : null),
};
const CUE: Cue = {
  trackId: "here",
  title: "Here",
  artist: "Nobody",
  licence: { id: "CC0-1.0", name: "CC0" },
  audio: { kind: "bundled", path: "audio/here.mp3" },
  source: { start: 5, end: 25 },
};

function setUp(): { store: TimelineStore; host: StandInHost; events: HostEvent[] } {
  const store = new TimelineStore(openTimeline(DOCUMENTARY));
  const host = new StandInHost(store, library, "dark");
  const events: HostEvent[] = [];
  host.onEvent((event) => events.push(event));
  return { store, host, events };
}

describe("the stand-in for Premiere", () => {
  it("reads the scene as it is marked and selected", async () => {
    const { store, host } = setUp();
    store.update((t) => markOut(markIn(movePlayhead(selectClip(t, "fox"), 80), 76), 99.2));
    const scene = await host.readScene();
    expect(scene.sequence).toEqual({
      name: "Forest documentary - rough cut",
      seconds: 150,
      playhead: 80,
      range: { start: 76, end: 99.2 },
    });
    expect(scene.clips.map(({ name }) => name)).toEqual(["Fox at the stream"]);
    expect(scene.clips[0]?.markers).toHaveLength(2);
  });

  it("inserts at the playhead and reports what the timeline holds", async () => {
    const { store, host } = setUp();
    store.update((t) => movePlayhead(t, 20));
    const report = await host.insert({ cue: CUE, at: null });
    expect(report).toEqual({ clipName: "Here", audioTrack: 2, start: 20, end: 40 });
    expect(store.timeline?.sequence.audio[2]?.some((clip) => clip.cue === CUE)).toBe(false);
    expect(store.timeline?.sequence.audio[2]?.find((clip) => clip.cue !== null)?.cue).toEqual(CUE);
  });

  it("takes no more of a track than there is", async () => {
    const { host } = setUp();
    const report = await host.insert({ cue: { ...CUE, source: { start: 30, end: 90 } }, at: 20 });
    expect(report.end).toBe(30);
  });

  it("refuses audio that it does not have, and a stretch beyond the end", async () => {
    const { store, host } = setUp();
    const before = store.timeline;
    const missing = { ...CUE, audio: { kind: "bundled", path: "audio/gone.mp3" } } as const;
    await expect(host.insert({ cue: missing, at: 0 })).rejects.toThrow(HostError);
    const late = { ...CUE, source: { start: 40, end: 50 } };
    await expect(host.insert({ cue: late, at: 0 })).rejects.toThrow(/beyond the end/);
    expect(store.timeline).toBe(before);
  });

  it("refuses to insert where no track is free", async () => {
    const { host } = setUp();
    const long = { ...CUE, source: { start: 0, end: 40 } };
    await host.insert({ cue: long, at: 20 });
    await expect(host.insert({ cue: long, at: 20 })).rejects.toThrow(/No audio track is free/);
  });

  it("says that no sequence is open", async () => {
    const host = new StandInHost(new TimelineStore(null), library, "light");
    expect(await host.readScene()).toEqual({ sequence: null, clips: [] });
    await expect(host.insert({ cue: CUE, at: 0 })).rejects.toThrow(/No sequence is open/);
  });

  it("announces selection, range and theme, but not every move of the playhead", () => {
    const { store, host, events } = setUp();
    store.update((t) => movePlayhead(t, 3));
    expect(events).toEqual([]);
    store.update((t) => selectClip(t, "fox"));
    store.update((t) => markIn(t, 3));
    host.theme = "light";
    expect(events).toEqual([
      { type: "scene" },
      { type: "scene" },
      { type: "theme", theme: "light" },
    ]);
  });

  it("hands an offered cue to the drag strip", async () => {
    const { host } = setUp();
    const offers: (Cue | null)[] = [];
    host.onOffer((cue) => offers.push(cue));
    await host.offerDrag(CUE);
    await host.offerDrag(null);
    expect(offers).toEqual([CUE, null]);
  });
});
