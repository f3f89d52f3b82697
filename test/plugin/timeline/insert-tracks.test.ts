import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { cueOf, refusal, requestOf } from "../cues.ts";
import type { ClipNode } from "../fake/state.ts";
import { openPremiere, ticks, type PremiereHarness } from "../premiere-harness.ts";

let editor: PremiereHarness;
beforeEach(() => {
  editor = openPremiere();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a new track", () => {
  it("is made below the others, and nothing moves", async () => {
    editor.addAudioClip(0, { start: 25, end: 200 });
    const before = editor.audioClips();
    const report = await editor.host.insert(requestOf({ track: "new" }));
    expect(report).toMatchObject({ audioTrack: 3, start: 20, end: 30, pushed: 0 });
    expect(editor.audioClips().slice(0, -1)).toEqual(before);
    expect(editor.state.sequence?.video.map((clips) => clips.length)).toEqual([1, 0]);
  });

  it("is taken back by one undo", async () => {
    await editor.host.insert(requestOf({ track: "new" }));
    editor.undo();
    expect(editor.audioClips()).toEqual([]);
  });
});

describe("a chosen track", () => {
  it("that is not free is refused by the name of what is in the way", async () => {
    editor.addAudioClip(1, { start: 25, end: 26 });
    const error = await refusal(editor.host.insert(requestOf({ track: 1 })));
    expect(error.what).toMatch(/A2 is not free.*“Picture”.*0:25\.0 to 0:26\.0/);
  });
});

describe("a sequence without room", () => {
  it.each([
    [0, "The sequence has no audio track."],
    [1, "The only audio track is not free at this point for the length of the music."],
    [2, "None of the 2 audio tracks is free at this point for the length of the music."],
  ])("of %s audio tracks is told in plain words", async (count, what) => {
    const { sequence } = editor.state;
    sequence?.audio.splice(count);
    for (let track = 0; track < count; track++) editor.addAudioClip(track, { start: 0, end: 60 });
    expect((await refusal(editor.host.insert(requestOf()))).what).toBe(what);
  });

  it("and without the track that was asked for", async () => {
    editor.state.sequence?.audio.splice(1);
    const error = await refusal(editor.host.insert(requestOf({ track: 4 })));
    expect(error.what).toBe("The sequence has 1 audio track, so there is no A5.");
  });
});

describe("a ripple insert", () => {
  it("moves later clips and cuts what lies across, and says how many", async () => {
    editor.addAudioClip(0, { start: 100, end: 110 });
    editor.addAudioClip(1, { start: 10, end: 25 });
    const report = await editor.host.insert(requestOf({ ripple: true }));
    expect(report.pushed).toBe(2);
    const places = editor.audioClips().map(({ track, start, end }) => [track, start, end]);
    expect(places).toContainEqual([0, 110, 120]);
    expect(places).toContainEqual([1, 10, 20]);
    expect(places).toContainEqual([1, 30, 35]);
  });

  it("tells of clips that a build left behind on other tracks", async () => {
    editor = openPremiere({ rippleNamedTracksOnly: true });
    editor.addAudioClip(1, { start: 100, end: 110 });
    const report = await editor.host.insert(requestOf({ track: 0, ripple: true }));
    expect(report.notes.join()).toMatch(/did not move 1 later clip on A2/);
  });

  it("tells of a picture that a build left behind, for its sound may have moved", async () => {
    editor = openPremiere({ rippleNamedTracksOnly: true });
    const { notes } = await editor.host.insert(requestOf({ track: 0, ripple: true }));
    expect(notes.join()).toMatch(/did not move the picture on V1/);
  });

  it("says nothing of a picture that moved, or that ends before", async () => {
    const [picture] = editor.state.sequence?.video ?? [];
    picture?.push({ ...aClip(), start: ticks(400), end: ticks(410) });
    const moved = await editor.host.insert(requestOf({ ripple: true }));
    const behind = await editor.host.insert(requestOf({ ripple: true, at: 500 }));
    expect([moved.notes, behind.notes]).toEqual([[], []]);
  });

  it("never cuts what lies on its own track", async () => {
    for (let track = 0; track < editor.audioTracks; track++)
      editor.addAudioClip(track, { start: 10, end: 25 });
    await refusal(editor.host.insert(requestOf({ ripple: true })));
  });
});

function aClip(): ClipNode {
  const clip = editor.state.sequence?.video[0]?.[0];
  if (clip === undefined) throw new Error("There is no picture.");
  return clip;
}

describe("what an insert costs", () => {
  async function callsWith(clips: number): Promise<number> {
    editor = openPremiere();
    await editor.host.insert(requestOf({ at: 0 }));
    for (let n = 0; n < clips; n++)
      editor.addAudioClip(1, { start: 1000 + n * 2, end: 1001 + n * 2 });
    editor.state.calls.reset();
    await editor.host.insert(requestOf({ at: 20 }));
    return editor.state.calls.count;
  }

  it("is a fixed number of calls and one pass over the audio tracks before and one after", async () => {
    const few = await callsWith(10);
    const many = await callsWith(2000);
    // A pass asks each clip where it begins and where it ends.
    expect(many - few).toBe(2 * 2 * (2000 - 10));
    expect(few).toBeLessThan(150);
    const { calls, sequence } = editor.state;
    const tracks = sequence?.audio.length ?? 0;
    expect(calls.of("AudioTrack.getTrackItems")).toBe(2 * tracks);
    expect(calls.of("AudioClipTrackItem.getProjectItem")).toBeLessThanOrEqual(8 * tracks);
    expect(calls.of("VideoClipTrackItem.getStartTime")).toBe(0);
  });

  it("is paid side by side: a slow host is not waited for clip by clip", async () => {
    for (let n = 0; n < 200; n++) editor.addAudioClip(1, { start: 100 + n * 2, end: 101 + n * 2 });
    vi.useFakeTimers();
    editor.state.calls.latency = 300;
    const from = Date.now();
    let isDone = false as boolean;
    const inserted = editor.host.insert(requestOf()).finally(() => {
      isDone = true;
    });
    for (let waited = 0; !isDone && waited < 240_000; waited += 300)
      await vi.advanceTimersByTimeAsync(300);
    // 800 calls one after the other would take 240 seconds of the host's time.
    const took = Date.now() - from;
    vi.useRealTimers();
    await inserted;
    expect(took).toBeLessThan(15_000);
  });
});

it("counts what the editor's own file plays, not its name", async () => {
  const path = "/Users/editor/Library/theirs.wav";
  editor.disk.addAudio(path, 30);
  const cue = cueOf({ audio: { kind: "file", path }, source: { start: 20, end: 60 } });
  const report = await editor.host.insert(requestOf({ cue }));
  expect(report.end - report.start).toBeCloseTo(10);
});
