import { describe as group, expect, it } from "vitest";
import { CAPTION_LIMIT, compose, describe } from "../../../src/panel/scene/compose.ts";
import type { Part } from "../../../src/panel/scene/part.ts";
import { partOf } from "./scenes.ts";

const textOf = (parts: readonly Part[], own = ""): string => describe(own, compose(parts, own));

group("the caption of a scene", () => {
  it("is empty without parts", () => {
    expect(textOf([])).toBe("");
  });

  it("has what weighs most first, sentences and lists in one text", () => {
    expect(
      textOf([
        partOf(["harbour"], { kind: "name", weight: 0.4 }),
        partOf(["forest", "mist"], { kind: "picture", weight: 0.5 }),
        partOf(["Funny!", "Keep it light"]),
      ]),
    ).toBe("Funny! Keep it light, forest, mist, harbour");
  });

  it("says a thing once, whatever its case and ending", () => {
    const said = partOf(["Boats leave the harbour."]);
    const again = partOf(["harbours", "BOAT", "gulls"], { kind: "keywords", weight: 0.5 });
    expect(textOf([said, again])).toBe("Boats leave the harbour. gulls");
  });

  it("does not repeat the editor's own words, which stand first as they are", () => {
    expect(textOf([partOf(["harbour"], { kind: "name" })], "quiet harbour,  guitar")).toBe(
      "quiet harbour,  guitar",
    );
    expect(textOf([partOf(["storm"])], "no drums")).toBe("no drums, storm");
    expect(textOf([partOf(["storm"])], "no drums!")).toBe("no drums! storm");
  });

  it("leaves room for other kinds, however many markers there are", () => {
    const markers = Array.from({ length: 40 }, (_, i) =>
      partOf([`${["wolf", "bear", "crow", "hare"][i % 4]} number${i} enters the clearing`], {
        kind: "marker",
      }),
    );
    const text = textOf([...markers, partOf(["moonlight"], { kind: "picture", weight: 0.55 })]);
    expect(text).toContain("moonlight");
    expect(text.length).toBeLessThanOrEqual(CAPTION_LIMIT);
  });

  it("fits, and is cut between words", () => {
    const long = textOf([partOf(["word ".repeat(200)]), partOf(["other ".repeat(200)])]);
    expect(long.length).toBeLessThanOrEqual(CAPTION_LIMIT);
    expect(long).toMatch(/^word( word)*, other( other)*$/);
    expect(textOf([partOf(["x".repeat(1000)])]).length).toBeLessThanOrEqual(CAPTION_LIMIT);
  });
});
