import { describe, expect, it } from "vitest";
import { removeSelectedAudio, undo } from "../../../src/demo/timeline/edit.ts";
import { insertCue } from "../../../src/demo/timeline/insert.ts";
import { markIn, markOut, markedRange, movePlayhead } from "../../../src/demo/timeline/marks.ts";
import { selectClip, selectNone } from "../../../src/demo/timeline/selection.ts";
import { CUE, OPEN } from "../toy-sequence.ts";

const MUSIC = { track: "music", ripple: false } as const;

describe("undo", () => {
  it("reverts edits one by one and keeps marks and selection", () => {
    const marked = selectClip(markOut(markIn(OPEN, 1), 5), "second");
    const one = insertCue(marked, CUE, 4, MUSIC).timeline;
    const two = insertCue(one, CUE, 8, { track: "new", ripple: true }).timeline;
    expect(undo(two).sequence).toEqual(one.sequence);
    expect(undo(undo(two))).toEqual(marked);
    expect(undo(OPEN)).toBe(OPEN);
  });

  it("keeps the playhead inside a sequence that became shorter", () => {
    const longer = insertCue(OPEN, CUE, 11, MUSIC).timeline;
    expect(undo(movePlayhead(longer, 14)).playhead).toBe(12);
  });
});

describe("removing the selected audio clips", () => {
  it("takes one undo step and leaves the video clips alone", () => {
    const both = selectClip(selectClip(OPEN, "voice"), "first", true);
    const after = removeSelectedAudio(both);
    expect(after.sequence.audio.map((track) => track.length)).toEqual([0, 1, 0]);
    expect(after.sequence.video).toHaveLength(2);
    expect(undo(after)).toEqual(both);
  });

  it("does nothing if no audio clip is selected", () => {
    const picture = selectClip(OPEN, "first");
    expect(removeSelectedAudio(picture)).toBe(picture);
  });
});

describe("marks", () => {
  it("make a range only when both are set", () => {
    expect(markedRange(markIn(OPEN, 3))).toBeNull();
    expect(markedRange(markOut(markIn(OPEN, 3), 5))).toEqual({ start: 3, end: 5 });
  });

  it("clear the other mark when it would be on the wrong side", () => {
    expect(markIn(markOut(OPEN, 5), 5)).toMatchObject({ inPoint: 5, outPoint: null });
    expect(markOut(markIn(OPEN, 5), 4)).toMatchObject({ inPoint: null, outPoint: 4 });
    expect(markOut(OPEN, 0).outPoint).toBeNull();
  });
});

describe("playhead and selection", () => {
  it("keep the playhead on a frame and inside the sequence", () => {
    expect(movePlayhead(OPEN, 3.14).playhead).toBe(3.1);
    expect(movePlayhead(OPEN, -1).playhead).toBe(0);
    expect(movePlayhead(OPEN, 99).playhead).toBe(12);
  });

  it("select one clip, or several: video first, then audio track by track", () => {
    const both = selectClip(selectClip(selectClip(OPEN, "wind"), "second", true), "voice", true);
    expect(both.selection).toEqual(["second", "voice", "wind"]);
    expect(selectClip(both, "second", true).selection).toEqual(["voice", "wind"]);
    expect(selectClip(both, "first").selection).toEqual(["first"]);
    expect(selectNone(both).selection).toEqual([]);
  });
});
