import { describe, expect, it } from "vitest";
import type { Cue } from "../../../src/contract/cue.ts";
import { freeTrack, trackForDrop } from "../../../src/demo/timeline/choose-track.ts";
import { insertCue } from "../../../src/demo/timeline/insert.ts";
import {
  openTimeline,
  sequenceSeconds,
  type AudioTrack,
  type Timeline,
} from "../../../src/demo/timeline/model.ts";
import { CUE, OPEN, TAG, clip, sequence } from "../toy-sequence.ts";

const MUSIC = { track: "music", ripple: false } as const;
const lasting = (seconds: number): Cue => ({ ...CUE, source: { start: 0, end: seconds } });
const places = ({ sequence: { audio } }: Timeline) =>
  audio.map((track) => track.map(({ start, end }) => [start, end]));

describe("inserting music", () => {
  it("prefers the empty track to another that is free over the whole length", () => {
    const { timeline, id, pushed } = insertCue(OPEN, CUE, 4, MUSIC);
    expect(timeline.sequence.audio[2]).toEqual([
      clip(id, 4, 7, { name: "Tune", kind: "music", sourceStart: 10, tag: TAG }),
    ]);
    expect(pushed).toBe(0);
  });

  it("refuses a track on which only the last frame is taken", () => {
    const on = { track: 0, ripple: false } as const;
    expect(places(insertCue(OPEN, lasting(2), 0, on).timeline)[0]).toContainEqual([0, 2]);
    expect(() => insertCue(OPEN, lasting(2.1), 0, on)).toThrow(/A1 is not free.*“voice” at 0:02/);
  });

  it("keeps a track sorted by time", () => {
    const later = insertCue(OPEN, CUE, 5, { track: 0, ripple: false }).timeline;
    const both = insertCue(later, lasting(1), 0, { track: 0, ripple: false }).timeline;
    expect(places(both)[0]).toEqual([
      [0, 1],
      [2, 4],
      [5, 8],
    ]);
  });

  it("is refused when no track is free there", () => {
    const full = insertCue(OPEN, lasting(12), 0, MUSIC).timeline;
    expect(() => insertCue(full, CUE, 2, MUSIC)).toThrow(/None of the 3 audio tracks is free/);
  });

  it("makes a track below the others on request", () => {
    const { timeline } = insertCue(OPEN, CUE, 2, { track: "new", ripple: false });
    expect(places(timeline)).toEqual([[[2, 4]], [[0, 12]], [], [[2, 5]]]);
  });

  it("lays clips on frame boundaries, as numbers that compare as equal", () => {
    const { timeline } = insertCue(OPEN, lasting(1.26), 5.04, MUSIC);
    expect(places(timeline)[2]).toEqual([[5, 6.3]]);
    // 0.1 + 0.2 is more than 0.3 in floating point.
    const first = insertCue(OPEN, lasting(0.2), 0.1, { track: 2, ripple: false }).timeline;
    const second = insertCue(first, lasting(0.1), 0.3, { track: 2, ripple: false }).timeline;
    expect(second.sequence.audio[2]).toHaveLength(2);
  });

  it("makes the sequence longer when the music outlasts it", () => {
    expect(sequenceSeconds(insertCue(OPEN, CUE, 11, MUSIC).timeline.sequence)).toBe(14);
  });
});

describe("a ripple insert", () => {
  const RIPPLE = { track: "music", ripple: true } as const;

  it("cuts clips across its start and pushes later ones, each with its place in its file", () => {
    const { timeline, pushed } = insertCue(OPEN, CUE, 3, { track: 2, ripple: true });
    expect(places(timeline)).toEqual([
      [
        [2, 3],
        [6, 7],
      ],
      [
        [0, 3],
        [6, 15],
      ],
      [[3, 6]],
    ]);
    expect(pushed).toBe(2);
    const { audio, video } = timeline.sequence;
    expect(audio[1]?.map(({ sourceStart }) => sourceStart)).toEqual([0, 3]);
    expect(video.map(({ start, end }) => [start, end])).toEqual([
      [0, 3],
      [6, 9],
      [9, 15],
    ]);
    expect(video.map(({ scenery }) => scenery)).toEqual(["first", "first", "second"]);
  });

  it("gives every part its own id, however often it cuts", () => {
    const once = insertCue(OPEN, CUE, 3, { track: 2, ripple: true }).timeline;
    const { timeline } = insertCue(once, CUE, 7, { track: 2, ripple: true });
    const { video, audio } = timeline.sequence;
    const ids = [...video, ...audio.flat()].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("refuses a track on which it would cut a clip", () => {
    const into = () => insertCue(OPEN, CUE, 3, { track: 0, ripple: true });
    expect(into).toThrow(/A1 is not free/);
  });

  it("accepts a place where only later clips are in the way", () => {
    const crowded = openTimeline(sequence([[clip("voice", 2, 4)], [clip("wind", 1, 12)]]));
    expect(places(insertCue(crowded, CUE, 1, RIPPLE).timeline)).toEqual([
      [[5, 7]],
      [
        [1, 4],
        [4, 15],
      ],
    ]);
  });
});

describe("a dropped cue", () => {
  it("goes on the track under the pointer if that is free, else on the track for music", () => {
    const { audio } = OPEN.sequence;
    expect(trackForDrop(audio, { start: 5, end: 8 }, 0)).toBe(0);
    expect(trackForDrop(audio, { start: 3, end: 8 }, 0)).toBe(2);
    expect(trackForDrop(audio.slice(0, 2), { start: 3, end: 8 }, 0)).toBeNull();
  });
});

it("finds a free track exactly when a check of every frame does", () => {
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
