import { PNG } from "pngjs";
import { describe, expect, it } from "vitest";
import { heatColour } from "../../../composer/audit/cell.ts";
import { createPicture, write } from "../../../composer/audit/picture.ts";

describe("pictures", () => {
  it("clip boxes at their edges and draw at least one pixel", () => {
    const picture = createPicture(4, 2);
    picture.fill({ x: 3, y: -5, width: 50, height: 6 }, [1, 2, 3]);
    picture.fill({ x: 0, y: 1, width: 0.1, height: 0.1 }, [9, 9, 9]);
    const { data } = PNG.sync.read(Buffer.from(picture.png()));
    const reds = [...data].filter((_, i) => i % 4 === 0);
    expect(reds).toEqual([0, 0, 0, 1, 9, 0, 0, 0]);
  });

  it("write legible letters, as far as there is room", () => {
    const picture = createPicture(12, 5);
    write(picture, "T-1", { x: 0, y: 0, width: 8, scale: 1, colour: [255, 0, 0] });
    const { data } = PNG.sync.read(Buffer.from(picture.png()));
    const rows = Array.from({ length: 5 }, (_, y) =>
      Array.from({ length: 12 }, (_, x) => (data[(y * 12 + x) * 4] ? "#" : ".")).join(""),
    );
    expect(rows).toEqual([
      "###.........",
      ".#..........",
      ".#..###.....",
      ".#..........",
      ".#..........",
    ]);
  });

  it("use colours from cold to hot", () => {
    const glow = [0, 0.2, 0.4, 0.6, 0.8, 1].map((value) =>
      heatColour(value).reduce((a, b) => a + b),
    );
    expect(glow).toEqual([...glow].sort((a, b) => a - b));
    expect(heatColour(7)).toEqual(heatColour(1));
  });
});
