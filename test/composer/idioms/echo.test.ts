import { describe, expect, it } from "vitest";
import { echoed } from "../../../composer/idioms/echo.ts";
import { toyScene } from "./toy-scene.ts";

describe("an echo", () => {
  it("repeats every note softer and stops at the section's end", () => {
    const plucks = [0, 3].map((beat) => ({ beat, length: 0.5, pitch: 60, velocity: 0.8 }));
    const heard = echoed(() => plucks, { after: 0.75, times: 2, fade: 0.5 })(toyScene("I"));
    expect(heard.map(({ beat, velocity }) => [beat, velocity])).toEqual([
      [0, 0.8],
      [0.75, 0.4],
      [1.5, 0.2],
      [3, 0.8],
      [3.75, 0.4],
    ]);
  });
});
