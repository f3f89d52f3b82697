import { beforeEach, expect, it } from "vitest";
import { Played } from "../../../src/panel/kept/played.ts";
import type { Playback, PlayerStatus } from "../../../src/panel/model/player.ts";
import { resultOf } from "../results.ts";

const DAWN = resultOf();
const DUSK = resultOf({ track: { id: "dusk" } });

let heard: string[];
let played: Played;
beforeEach(() => {
  heard = [];
  played = new Played(({ track }) => heard.push(track.id));
});

/** Looks at the player four times a second while this part of the track passes. */
function pass(from: number, to: number, result = DAWN, status: PlayerStatus = "playing"): void {
  for (let time = from; time <= to; time += 0.25)
    played.look({ result, status, time, volume: 1, error: null } satisfies Playback);
}

it("counts a track as heard after five seconds, once", () => {
  pass(20, 24.75);
  expect(heard).toEqual([]);
  pass(25, 60);
  expect(heard).toEqual(["dawn"]);
});

it("adds up what was heard in several places, and counts no jump", () => {
  pass(0, 3);
  pass(60, 61.75);
  expect(heard).toEqual([]);
  pass(62, 63);
  expect(heard).toEqual(["dawn"]);
});

it("counts nothing while the track is paused, and begins anew with another", () => {
  pass(0, 60, DAWN, "paused");
  pass(0, 4, DAWN);
  pass(0, 4, DUSK);
  pass(4, 8, DAWN);
  expect(heard).toEqual([]);
  pass(0, 6, DUSK);
  expect(heard).toEqual(["dusk"]);
});

it("sees nothing in an empty player", () => {
  played.look({ result: null, status: "stopped", time: 0, volume: 1, error: null });
  expect(heard).toEqual([]);
});
