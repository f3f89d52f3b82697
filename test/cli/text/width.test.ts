import { describe, expect, it } from "vitest";
import { fit, width } from "../../../src/cli/text/width.ts";

describe("width", () => {
  it.each([
    ["", 0],
    ["rain", 4],
    ["e\u0301té", 3],
    ["雨", 2],
    ["🎵", 2],
    ["👩‍🎤", 2],
  ])("of %j is %i cells", (text, cells) => {
    expect(width(text)).toBe(cells);
  });
});

describe("fit", () => {
  it("keeps a text that fits", () => {
    expect(fit("rain", 4)).toBe("rain");
  });

  it("marks the cut", () => {
    expect(fit("raining", 4)).toBe("rai…");
  });

  it("never cuts a character in two", () => {
    expect(fit("雨雨雨", 4)).toBe("雨…");
    expect(fit("👩‍🎤👩‍🎤", 3)).toBe("👩‍🎤…");
  });
});
