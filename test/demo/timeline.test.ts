import { describe, expect, it } from "vitest";
import type { Cue } from "../../src/contract/editor-host.ts";
import {
  freeTrack,
  insertCue,
  latestInsert,
  markIn,
  markOut,
  markedRange,
  movePlayhead,
  openTimeline,
  selectClip,
  selectNone,
  sequenceSeconds,
  undo,
  type AudioClip,
  type AudioTrack,
  type Sequence,
} from "../../src/demo/timeline.ts";

const clip = (id: string, start: number, end: number): AudioClip => ({
  id,
  name: id,
  kind: "dialogue",
  start,
  end,
  cue: null,
});
const picture = (id: string, start: number, end: number) => ({
  ...{ id, name: id, start, end, description: "", logNote: "", comment: "" },
  ...{ markers: [], transcript: "" },
});
const SEQUENCE: Sequence = {
  name: "Toy",
  frameRate: 10,
  video: [picture("first", 0, 6), picture("second", 6, 12)],
  audio: [[clip("voice", 2, 4)], [clip("wind", 0, 12)], []],
};
const CUE: Cue = {
  trackId: "t",
  title: "Tune",
  artist: "Nobody",
  licence: { id: "CC0-1.0", name: "CC0" },
  audio: { kind: "bundled", path: "audio/t.mp3" },
  source: { start: 10, end: 13 },
};
const open = openTimeline(SEQUENCE);

describe("inserting music", () => {
  it("takes the empty track, though another is free over the whole length", () => {
    const after = insertCue(open, CUE, 4);
    expect(after && latestInsert(after)).toMatchObject({
      track: 2,
      clip: { name: "Tune", start: 4, end: 7 },
    });
  });

  it("passes over a track on which even the last frame is taken", () => {
    const touching = insertCue(open, { ...CUE, source: { start: 0, end: 2 } }, 0, 0);
    expect(touching && latestInsert(touching)?.track).toBe(0);
    const overlapping = insertCue(open, { ...CUE, source: { start: 0, end: 2.1 } }, 0, 0);
    expect(overlapping && latestInsert(overlapping)?.track).toBe(2);
  });

  it("tries the track it was dropped on before the others", () => {
    const after = insertCue(open, CUE, 5, 0);
    expect(after && latestInsert(after)?.track).toBe(0);
  });

  it("overwrites nothing and keeps a track in order of time", () => {
    const after = insertCue(open, CUE, 5, 0);
    const before = after && insertCue(after, { ...CUE, source: { start: 0, end: 1 } }, 0, 0);
    expect(before?.sequence.audio[0]?.map(({ start, end }) => [start, end])).toEqual([
      [0, 1],
      [2, 4],
      [5, 8],
    ]);
  });

  it("is refused when every track holds something there", () => {
    const full = insertCue(open, { ...CUE, source: { start: 0, end: 12 } }, 0, 2);
    expect(full && insertCue(full, CUE, 2)).toBeNull();
  });

  it("lays clips on frame boundaries", () => {
    const after = insertCue(open, { ...CUE, source: { start: 0, end: 1.26 } }, 5.04);
    expect(after && latestInsert(after)?.clip).toMatchObject({ start: 5, end: 6.3 });
  });

  it("makes the sequence longer when the music outlasts it", () => {
    const after = insertCue(open, CUE, 11);
    expect(after && sequenceSeconds(after.sequence)).toBe(14);
  });
});

describe("undo", () => {
  it("takes inserts back one by one and leaves marks and selection alone", () => {
    const marked = selectClip(markOut(markIn(open, 1), 5), "second");
    const one = insertCue(marked, CUE, 4);
    const two = one && insertCue(one, CUE, 8);
    const back = two && undo(two);
    expect(back?.sequence.audio).toEqual(one?.sequence.audio);
    expect(back && undo(back)).toEqual(marked);
    expect(undo(open)).toBe(open);
  });

  it("keeps the playhead inside a sequence that became shorter", () => {
    const longer = insertCue(open, CUE, 11);
    expect(longer && undo(movePlayhead(longer, 14)).playhead).toBe(12);
  });
});

describe("marks", () => {
  it("make a range only when both are set", () => {
    expect(markedRange(markIn(open, 3))).toBeNull();
    expect(markedRange(markOut(markIn(open, 3), 5))).toEqual({ start: 3, end: 5 });
  });

  it("drop the other mark when it would lie on the wrong side", () => {
    expect(markIn(markOut(open, 5), 5)).toMatchObject({ inPoint: 5, outPoint: null });
    expect(markOut(markIn(open, 5), 4)).toMatchObject({ inPoint: null, outPoint: 4 });
    expect(markOut(open, 0).outPoint).toBeNull();
  });
});

describe("playhead and selection", () => {
  it("keep the playhead on a frame and inside the sequence", () => {
    expect(movePlayhead(open, 3.14).playhead).toBe(3.1);
    expect(movePlayhead(open, -1).playhead).toBe(0);
    expect(movePlayhead(open, 99).playhead).toBe(12);
  });

  it("select one clip, or several in the order of the picture", () => {
    const both = selectClip(selectClip(open, "second"), "first", true);
    expect(both.selection).toEqual(["first", "second"]);
    expect(selectClip(both, "first", true).selection).toEqual(["second"]);
    expect(selectClip(both, "first").selection).toEqual(["first"]);
    expect(selectNone(both).selection).toEqual([]);
  });
});

it("takes a track that is free, if one is, as a look at every frame does", () => {
  const isFree = (track: AudioTrack | undefined, start: number, end: number): boolean => {
    for (let frame = start; frame < end; frame += 1) {
      if (track?.some((c) => c.start <= frame && frame < c.end)) return false;
    }
    return true;
  };
  let state = 1;
  const random = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  for (let round = 0; round < 500; round += 1) {
    const tracks = Array.from({ length: 1 + random(3) }, () =>
      Array.from({ length: random(3) }, (_, i) => {
        const start = random(20);
        return clip(String(i), start, start + 1 + random(8));
      }),
    );
    const start = random(20);
    const end = start + 1 + random(6);
    const found = freeTrack(tracks, { start, end });
    if (found === null) expect(tracks.some((track) => isFree(track, start, end))).toBe(false);
    else expect(isFree(tracks[found], start, end)).toBe(true);
  }
});
