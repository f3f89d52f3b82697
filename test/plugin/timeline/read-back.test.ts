import { describe, expect, it } from "vitest";
import type { PlacedClip, VideoTrackReading } from "../../../plugin/timeline/clips.ts";
import { compareClips, comparePictures } from "../../../plugin/timeline/read-back.ts";
import { official } from "../fake/parameters.ts";
import { tickTime } from "../fake/times.ts";

const FRAME = 10;

function clip(track: number, start: number, end: number): PlacedClip {
  const item = official<PlacedClip["item"]>({});
  return { kind: "audio", track, item, start: tickTime(start), end: tickTime(end) };
}

function compare(
  before: readonly PlacedClip[],
  now: readonly PlacedClip[],
  { ripple = false, removed = null as PlacedClip | null } = {},
) {
  const span = { start: tickTime(1000), end: tickTime(1500) };
  const { stayed, moved, lost, added } = compareClips(before, now, {
    ...span,
    ripple,
    removed,
    tolerance: FRAME,
  });
  const places = (clips: readonly PlacedClip[]): number[][] =>
    clips.map(({ track, start, end }) => [track, start.ticksNumber, end.ticksNumber]);
  return { stayed: places(stayed), moved, lost: places(lost), added: places(added) };
}

describe("two readings of a timeline", () => {
  it("tell a clip that came", () => {
    const old = clip(0, 0, 900);
    expect(compare([old], [clip(0, 0, 900), clip(1, 1000, 1500)])).toEqual({
      stayed: [],
      moved: 0,
      lost: [],
      added: [[1, 1000, 1500]],
    });
  });

  it("allow a frame of rounding, and no more", () => {
    expect(compare([clip(0, 0, 900)], [clip(0, FRAME, 900 - FRAME)]).lost).toEqual([]);
    expect(compare([clip(0, 0, 900)], [clip(0, FRAME + 1, 900)]).lost).toEqual([[0, 0, 900]]);
  });

  it("tell a clip that was cut short, and one that changed its track", () => {
    const before = [clip(0, 0, 2000), clip(1, 0, 500)];
    const now = [clip(0, 0, 1000), clip(2, 0, 500)];
    expect(compare(before, now)).toMatchObject({
      lost: [
        [0, 0, 2000],
        [1, 0, 500],
      ],
      added: [
        [0, 0, 1000],
        [2, 0, 500],
      ],
    });
  });

  it("do not miss a clip that was to go", () => {
    const removed = clip(0, 1000, 1500);
    expect(compare([removed], [], { removed }).lost).toEqual([]);
  });

  it("count each clip once, even where two lie alike", () => {
    const twice = [clip(0, 0, 900), clip(0, 0, 900)];
    expect(compare(twice, [clip(0, 0, 900)]).lost).toEqual([[0, 0, 900]]);
  });

  it("follow clips that a ripple insert moved, also behind a cut", () => {
    const before = [clip(0, 0, 900), clip(1, 500, 1200), clip(2, 1000, 1100), clip(3, 2000, 2100)];
    const now = [
      clip(0, 0, 900),
      clip(1, 500, 1000),
      clip(1, 1500, 1700),
      clip(2, 1500, 1600),
      clip(3, 2500, 2600),
    ];
    expect(compare(before, now, { ripple: true })).toEqual({
      stayed: [],
      moved: 3,
      lost: [],
      added: [],
    });
  });

  it("tell clips that a ripple insert left where they were", () => {
    const before = [clip(1, 2000, 2100)];
    expect(compare(before, [clip(1, 2000, 2100)], { ripple: true })).toEqual({
      stayed: [[1, 2000, 2100]],
      moved: 0,
      lost: [],
      added: [],
    });
  });
});

describe("two readings of the picture", () => {
  const span = { start: tickTime(1000), end: tickTime(1500), tolerance: FRAME };
  const track = (count: number, end: number | null): VideoTrackReading => ({
    count,
    end: end === null ? null : tickTime(end),
  });

  it.each<[string, VideoTrackReading, VideoTrackReading]>([
    ["a clip that is gone", track(3, 900), track(2, 900)],
    ["a clip that came", track(3, 900), track(4, 900)],
    ["a last clip that was cut", track(3, 900), track(3, 800)],
  ])("tell %s", (_, before, now) => {
    const { changed } = comparePictures([track(0, null), before], [track(0, null), now], {
      ...span,
      ripple: false,
    });
    expect(changed).toEqual(["V2"]);
  });

  it("tell what a ripple insert moved, left behind, and did something else to", () => {
    const before = [track(1, 900), track(1, 2000), track(1, 2000), track(1, 2000)];
    const now = [track(1, 900), track(2, 2500), track(1, 2000), track(1, 2200)];
    expect(comparePictures(before, now, { ...span, ripple: true })).toEqual({
      stayed: ["V3"],
      changed: ["V4"],
    });
  });

  it.each([
    [track(1, null), track(1, 2000)],
    [track(1, 2000), track(1, null)],
  ])("go by their counts where Premiere does not say an end", (before, now) => {
    for (const ripple of [false, true])
      expect(comparePictures([before], [now], { ...span, ripple })).toEqual({
        stayed: [],
        changed: [],
      });
  });
});
