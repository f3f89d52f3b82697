import { describe, expect, it } from "vitest";
import { DEFAULT_DUCKING } from "../../../src/contract/ducking.ts";
import { DOCUMENTARY } from "../../../src/demo/documentary.ts";
import { duckMusic, unduckMusic } from "../../../src/demo/timeline/duck.ts";
import { undo } from "../../../src/demo/timeline/edit.ts";
import { insertCue } from "../../../src/demo/timeline/insert.ts";
import { openTimeline } from "../../../src/demo/timeline/model.ts";
import { selectNone } from "../../../src/demo/timeline/selection.ts";
import { replaceSelected } from "../../../src/demo/timeline/replace.ts";
import { selectClip } from "../../../src/demo/timeline/selection.ts";
import { CUE, TAG, clip, sequence } from "../toy-sequence.ts";

const MUSIC = { kind: "music", tag: TAG } as const;
const WORDS = [{ text: "Hear", start: 1, end: 2 }];
const voice = clip("voice", 10, 20, { words: WORDS });
const opened = (...tracks: (typeof voice)[][]) => openTimeline(sequence(tracks));

describe("ducking in the stand-in", () => {
  it("counts a clip without a transcript as speech from start to end, beside a clip with words", () => {
    const radio = clip("radio", 40, 50);
    const under = clip("music", 0, 60, { ...MUSIC, sourceStart: 100 });
    const { timeline, report } = duckMusic(opened([voice, radio], [under]), DEFAULT_DUCKING);
    expect(report).toMatchObject({ clips: 1, dips: 2, basis: "transcript", dialogue: [0] });
    const line = timeline.sequence.audio[1]?.[0]?.envelope ?? [];
    // In seconds of the file; the clip's in point is at 100.
    expect(line.filter(({ gain }) => gain < 1).map(({ at }) => at)).toEqual([111, 112, 140, 150]);
  });

  it("takes A1 for dialogue if no clip has a transcript, unless it holds music", () => {
    const bare = clip("bare", 10, 20);
    const under = clip("music", 0, 30, MUSIC);
    expect(duckMusic(opened([bare], [under]), DEFAULT_DUCKING).report.dialogue).toEqual([0]);
    const above = opened([under], [bare]);
    expect(() => duckMusic(above, DEFAULT_DUCKING)).toThrow(/No track is known to hold speech/);
  });

  it("refuses if no speech overlaps the music, without an undo step", () => {
    const elsewhere = opened([voice], [clip("music", 30, 40, MUSIC)]);
    expect(() => duckMusic(elsewhere, DEFAULT_DUCKING)).toThrow(/Nobody speaks.*A1/s);
    expect(unduckMusic(elsewhere)).toEqual({
      timeline: elsewhere,
      report: { clips: 0, notes: [] },
    });
  });

  it("moves with the clip and with its replacement", () => {
    const ducked = duckMusic(opened([voice], [clip("music", 0, 30, MUSIC)]), DEFAULT_DUCKING);
    const pushed = insertCue(ducked.timeline, CUE, 0, { track: "new", ripple: true }).timeline;
    const [moved] = pushed.sequence.audio[1] ?? [];
    expect(moved).toMatchObject({ start: 3, sourceStart: 0 });
    const selected = selectClip(pushed, "music");
    const cue = { ...CUE, source: { start: 7, end: 9 } };
    const [other] = replaceSelected(selected, cue, 60).timeline.sequence.audio[1] ?? [];
    expect(other).toMatchObject({ start: 3, end: 33, sourceStart: 7 });
    const seconds = (at: number, by: number): number => Math.round((at - by) * 1000) / 1000;
    expect(other?.envelope.map(({ at }) => seconds(at, 7))).toEqual(
      moved?.envelope.map(({ at }) => seconds(at, 0)),
    );
  });

  it("finds the pauses of the interview in the documentary", () => {
    const cue = { ...CUE, source: { start: 0, end: 40 } };
    const laid = insertCue(openTimeline(DOCUMENTARY), cue, 42, { track: 2, ripple: false });
    const { timeline, report } = duckMusic(selectNone(laid.timeline), DEFAULT_DUCKING);
    expect(report).toMatchObject({ clips: 1, dips: 3, basis: "transcript", dialogue: [0] });
    expect(undo(timeline).sequence).toEqual(laid.timeline.sequence);
  });
});
