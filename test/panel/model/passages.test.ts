import { beforeEach, expect, it, vi } from "vitest";
import { Passages } from "../../../src/panel/model/passages.ts";
import { resultOf } from "../results.ts";

const { track } = resultOf();
const changed = vi.fn();
let passages: Passages;

beforeEach(() => {
  changed.mockReset();
  passages = new Passages(changed);
});

it("begins and ends where it is marked, and with the track where nothing is", () => {
  passages.begin(track, 25);
  expect(passages.of(track.id)).toEqual({ start: 25, end: 90 });
  passages.end(track, 60);
  expect(passages.of(track.id)).toEqual({ start: 25, end: 60 });
  passages.clear(track.id);
  expect(passages.of(track.id)).toBeNull();
  passages.end(track, 60);
  expect(passages.of(track.id)).toEqual({ start: 0, end: 60 });
});

it("gives up the other end where the two would be crossed", () => {
  passages.mark(track, { start: 25, end: 60 });
  passages.begin(track, 70);
  expect(passages.of(track.id)).toEqual({ start: 70, end: 90 });
  passages.end(track, 40);
  expect(passages.of(track.id)).toEqual({ start: 0, end: 40 });
});

it("is cut to the track, and too short a one is not marked", () => {
  passages.mark(track, { start: -3, end: 400 });
  expect(passages.of(track.id)).toEqual({ start: 0, end: 90 });
  passages.mark(track, { start: 50, end: 50.2 });
  expect(passages.of(track.id)).toEqual({ start: 0, end: 90 });
  expect(changed).toHaveBeenCalledTimes(1);
});

it("stays with its track while others have theirs", () => {
  passages.mark(track, { start: 10, end: 20 });
  passages.mark({ ...track, id: "dusk" }, { start: 30, end: 40 });
  expect(passages.of(track.id)).toEqual({ start: 10, end: 20 });
  passages.clear("dusk");
  passages.clear("dusk");
  expect(changed.mock.calls).toEqual([["dawn"], ["dusk"], ["dusk"]]);
});
