import { describe, expect, it } from "vitest";
import type { Cue, InsertRequest } from "../../../src/contract/cue.ts";
import type { HostEvent } from "../../../src/contract/editor-host.ts";
import { HostError } from "../../../src/contract/errors.ts";
import { DOCUMENTARY } from "../../../src/demo/documentary.ts";
import type { AudioLibrary } from "../../../src/demo/host/audio-library.ts";
import type { Showing } from "../../../src/demo/host/shown-host.ts";
import { StandInHost } from "../../../src/demo/host/stand-in-host.ts";
import { TimelineStore } from "../../../src/demo/store.ts";
import { markIn, markOut, movePlayhead } from "../../../src/demo/timeline/marks.ts";
import { openTimeline } from "../../../src/demo/timeline/model.ts";
import { selectClip } from "../../../src/demo/timeline/selection.ts";
import { FakeTab } from "../fake-tab.ts";

const library: AudioLibrary = {
  seconds: (audio) => Promise.resolve(audio.path === "audio/here.mp3" ? 40 : null),
  content: () => Promise.resolve(null),
};
const CUE: Cue = {
  trackId: "here",
  title: "Here",
  artist: "Nobody",
  licence: { id: "CC0-1.0", name: "CC0" },
  audio: { kind: "bundled", path: "audio/here.mp3" },
  source: { start: 5, end: 25 },
};
const REQUEST: InsertRequest = { cue: CUE, at: 0, track: "music", ripple: false };

function setUp() {
  const store = new TimelineStore(openTimeline(DOCUMENTARY));
  const tab = new FakeTab();
  const host = new StandInHost(store, library, tab, "dark");
  const events: HostEvent[] = [];
  host.onEvent((event) => events.push(event));
  const shown: Showing[] = [];
  host.onShow((showing) => shown.push(showing));
  return { store, tab, host, events, shown };
}

describe("the stand-in for Premiere", () => {
  it("reads the marked place and the selection", async () => {
    const { store, host } = setUp();
    store.update((t) => markOut(markIn(movePlayhead(selectClip(t, "fox"), 80), 76), 99.2));
    expect((await host.readPlace()).sequence).toEqual({
      name: "Forest documentary - rough cut",
      seconds: 150,
      playhead: 80,
      range: { start: 76, end: 99.2 },
      audioTracks: 3,
    });
    const { clips } = await host.readSelection();
    expect(clips.map(({ name }) => name)).toEqual(["Fox at the stream"]);
    expect(clips[0]?.markers).toHaveLength(2);
  });

  it("reads a selected audio clip too, with its words", async () => {
    const { store, host } = setUp();
    store.update((t) => selectClip(selectClip(t, "mira"), "camp", true));
    const { clips, markers } = await host.readSelection();
    expect(clips.map(({ name }) => name)).toEqual(["Camp at night", "Mira lavalier"]);
    expect(clips[1]?.transcript).toMatch(/^I came for one summer\./);
    expect(markers).toEqual([{ name: "Credits", comments: "Credits roll from here." }]);
  });

  it("says whether somebody speaks where music was laid", async () => {
    const { host } = setUp();
    const short = { ...REQUEST, cue: { ...REQUEST.cue, source: { start: 5, end: 7 } } };
    const spoken = [];
    for (const at of [7, 20]) spoken.push((await host.insert({ ...short, at })).speech);
    expect(spoken).toEqual([true, false]);
  });

  it("inserts at the playhead and reports the timeline's content", async () => {
    const { store, host } = setUp();
    store.update((t) => movePlayhead(t, 20));
    expect(await host.insert({ ...REQUEST, at: null })).toEqual({
      clipName: "Here",
      audioTrack: 2,
      start: 20,
      end: 40,
      pushed: 0,
      undoSteps: 1,
      speech: false,
      notes: [],
    });
    expect(store.timeline?.sequence.audio[2]?.[0]).toMatchObject({
      tag: { trackId: "here", title: "Here", artist: "Nobody" },
      sourceStart: 5,
    });
  });

  it("stops at the end of a track, and says so", async () => {
    const { host } = setUp();
    const cue = { ...CUE, source: { start: 30, end: 90 } };
    const report = await host.insert({ ...REQUEST, cue, at: 20 });
    expect(report.end).toBe(30);
    expect(report.notes).toEqual([
      "The track ends there: the clip lasts 10.0 s instead of 60.0 s.",
    ]);
  });

  it("refuses missing audio, and a section beyond the end", async () => {
    const { store, host } = setUp();
    const before = store.timeline;
    const missing = { ...CUE, audio: { kind: "bundled", path: "audio/gone.mp3" } } as const;
    await expect(host.insert({ ...REQUEST, cue: missing })).rejects.toThrow(HostError);
    const late = { ...CUE, source: { start: 40, end: 50 } };
    await expect(host.insert({ ...REQUEST, cue: late })).rejects.toThrow(/beyond the end/);
    expect(store.timeline).toBe(before);
  });

  it("lays a cue where it is dropped, or on another track if that one is taken", async () => {
    const { host } = setUp();
    expect((await host.drop(CUE, 20, 0)).audioTrack).toBe(0);
    expect((await host.drop(CUE, 50, 0)).audioTrack).toBe(2);
    await expect(host.drop(CUE, 50, 0)).rejects.toThrow(/None of the 3 audio tracks is free/);
  });

  it("says that no sequence is open", async () => {
    const host = new StandInHost(new TimelineStore(null), library, new FakeTab(), "light");
    expect((await host.readPlace()).sequence).toBeNull();
    await expect(host.insert(REQUEST)).rejects.toThrow(/No sequence is open/);
    await expect(host.drop(CUE, 0, 0)).rejects.toThrow(/No sequence is open/);
  });

  it("announces selection, range, tracks and theme, but not every move of the playhead", async () => {
    const { store, host, events } = setUp();
    store.update((t) => movePlayhead(t, 3));
    await host.insert(REQUEST);
    expect(events).toEqual([]);
    store.update((t) => selectClip(t, "fox"));
    store.update((t) => markIn(t, 3));
    await host.insert({ ...REQUEST, track: "new" });
    host.setTheme("light");
    const place = { type: "place" };
    expect(events).toEqual([place, place, place, { type: "theme", theme: "light" }]);
  });

  it("shows the offered cue, the playing cue and the chosen folder on the stage", async () => {
    const { host, tab, shown } = setUp();
    await host.offerDrag(CUE);
    await host.preview(CUE);
    tab.pick = "Film/Music";
    await host.chooseMusicFolder();
    expect(shown.at(-1)).toEqual({
      theme: "dark",
      offered: CUE,
      source: CUE,
      musicFolder: "Film/Music",
      isPlaying: false,
    });
    await host.offerDrag(null);
    await host.stopPreview();
    expect(shown.at(-1)).toMatchObject({ offered: null, source: null });
    expect(host.showing).toBe(shown.at(-1));
  });

  it("refuses pictures that the browser cannot draw, and says why", async () => {
    const { store, host, tab } = setUp();
    tab.drawsNot = "No canvas here.";
    store.update((t) => selectClip(t, "fox"));
    const failure = host.framesOf({ count: 1, size: 224 });
    await expect(failure).rejects.toBeInstanceOf(HostError);
    await expect(failure).rejects.toThrow(/Fox at the stream.*No canvas here/);
  });

  it("tries an insert and its undo in a scratch sequence, without touching the open one", async () => {
    const { store, host } = setUp();
    const before = store.timeline;
    const checks = await host.check({ scratch: true });
    expect(checks.find(({ id }) => id === "insert-and-undo")?.outcome).toBe("ok");
    expect((await host.check({ scratch: false })).map(({ id }) => id)).not.toContain(
      "insert-and-undo",
    );
    expect(store.timeline).toBe(before);
  });
});
