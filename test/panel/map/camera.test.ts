import { describe, expect, it } from "vitest";
import {
  WHOLE_MAP,
  dragged,
  showing,
  toMap,
  toPicture,
  zoomed,
} from "../../../src/panel/map/camera.ts";

const SIZE = { width: 600, height: 400 };
const near = (x: number, y: number) => ({
  x: expect.closeTo(x, 4) as number,
  y: expect.closeTo(y, 4) as number,
});

describe("the camera", () => {
  it("shows the whole map within the picture's edges", () => {
    for (const size of [SIZE, { width: 240, height: 900 }, { width: 900, height: 200 }]) {
      for (const corner of [0, 1]) {
        const { x, y } = toPicture({ x: corner, y: corner }, WHOLE_MAP, size);
        expect(x).toBeGreaterThan(0);
        expect(x).toBeLessThan(size.width);
        expect(y).toBeGreaterThan(0);
        expect(y).toBeLessThan(size.height);
      }
    }
  });

  it("finds the place under a pixel again", () => {
    const camera = { x: 0.4, y: 0.6, zoom: 3 };
    const place = { x: 0.37, y: 0.71 };
    expect(toMap(toPicture(place, camera, SIZE), camera, SIZE)).toEqual(near(place.x, place.y));
  });

  it("keeps what is under the pointer there while zooming in and out again", () => {
    const at = { x: 200, y: 150 };
    const before = toMap(at, WHOLE_MAP, SIZE);
    const closer = zoomed(WHOLE_MAP, 4, at, SIZE);
    expect(toMap(at, closer, SIZE)).toEqual(near(before.x, before.y));
    expect(zoomed(closer, 1 / 4, at, SIZE)).toEqual({ ...near(0.5, 0.5), zoom: 1 });
  });

  it("moves the map with the pointer, and never loses it", () => {
    const closer = zoomed(WHOLE_MAP, 4, { x: 300, y: 200 }, SIZE);
    const place = { x: 0.5, y: 0.5 };
    const before = toPicture(place, closer, SIZE);
    const after = toPicture(place, dragged(closer, 40, -25, SIZE), SIZE);
    expect(after).toEqual(near(before.x + 40, before.y - 25));
    expect(dragged(WHOLE_MAP, 4000, 4000, SIZE)).toEqual(WHOLE_MAP);
    const far = dragged(closer, 1e6, 1e6, SIZE);
    expect(toPicture({ x: 0, y: 0 }, far, SIZE).x).toBeLessThan(SIZE.width);
  });

  it("zooms neither beyond the whole map nor without end", () => {
    expect(zoomed(WHOLE_MAP, 0.01, { x: 10, y: 10 }, SIZE)).toEqual(WHOLE_MAP);
    expect(zoomed(WHOLE_MAP, 1e9, { x: 10, y: 10 }, SIZE).zoom).toBe(40);
  });

  it("goes to a place only if that is out of sight", () => {
    const closer = zoomed(WHOLE_MAP, 4, { x: 300, y: 200 }, SIZE);
    expect(showing({ x: 0.5, y: 0.5 }, closer, SIZE)).toBe(closer);
    const there = showing({ x: 0.8, y: 0.7 }, closer, SIZE);
    expect(toPicture({ x: 0.8, y: 0.7 }, there, SIZE)).toEqual(near(300, 200));
  });
});
