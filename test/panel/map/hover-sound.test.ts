import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { HoverSound } from "../../../src/panel/map/hover-sound.ts";
import { Player } from "../../../src/panel/model/player.ts";
import { FakeMedia } from "../fake-media.ts";
import { remoteResultOf, resultOf } from "../results.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A hover sound beside a player that the test works. */
function made() {
  const media = new FakeMedia();
  const mainMedia = new FakeMedia();
  const audio = {
    urlOf: ({ id }: { id: string }) => `audio:${id}`,
    read: () => Promise.resolve(null),
  };
  const make = (element: FakeMedia): Player => new Player(element.element, audio, () => undefined);
  const main = make(mainMedia);
  return { sound: new HoverSound(() => make(media), main), media, main };
}

it("plays a track from its best moment, quietly, once the pointer has stayed", () => {
  const { sound, media, main } = made();
  main.setVolume(0.5);
  sound.over(resultOf());
  vi.advanceTimersByTime(149);
  expect(media.paused).toBe(true);
  vi.advanceTimersByTime(1);
  expect(media).toMatchObject({ paused: false, src: "audio:dawn", currentTime: 20, volume: 0.3 });
  expect(sound.isSounding).toBe(true);
});

it("stops when the pointer leaves, before or after it sounds", () => {
  const { sound, media } = made();
  sound.over(resultOf());
  vi.advanceTimersByTime(100);
  sound.leave();
  vi.advanceTimersByTime(1000);
  expect(media.paused).toBe(true);
  sound.over(resultOf());
  vi.advanceTimersByTime(150);
  sound.leave();
  expect(media.paused).toBe(true);
  expect(sound.isSounding).toBe(false);
});

it("does not talk over what the editor plays", () => {
  const { sound, media, main } = made();
  main.play(resultOf());
  sound.over(resultOf({ track: { id: "other" } }));
  vi.advanceTimersByTime(1000);
  expect(media.paused).toBe(true);
});

it("is silent over a track that is not on this machine", () => {
  const { sound, media } = made();
  sound.over(remoteResultOf());
  vi.advanceTimersByTime(1000);
  expect(media.paused).toBe(true);
});
