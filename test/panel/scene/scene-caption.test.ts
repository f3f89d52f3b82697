import { beforeEach, describe, expect, it } from "vitest";
import { keyOf } from "../../../src/panel/scene/part.ts";
import { SceneCaption } from "../../../src/panel/scene/scene-caption.ts";
import { partOf } from "./scenes.ts";

const NOTE = partOf(["Light and hopeful"]);
const NAME = partOf(["90 bpm no drums"], { kind: "name", weight: 0.4 });
const SEEN = partOf(["forest", "mist"], { kind: "picture", weight: 0.5 });

let caption: SceneCaption;
beforeEach(() => {
  caption = new SceneCaption();
});
const kinds = (description: string): string[] =>
  caption.standing(description).map(({ part }) => part.kind);

describe("a caption in the search box", () => {
  it("stands behind the editor's own words, also when the scene is described again", () => {
    const once = caption.begin("acoustic guitar", [NOTE, NAME]);
    expect(once).toBe("acoustic guitar, Light and hopeful, 90 bpm no drums");
    expect(caption.begin(once, [SEEN])).toBe("acoustic guitar, forest, mist");
  });

  it("takes in pictures that come later", () => {
    const texts = caption.begin("", [NOTE, NAME]);
    expect(caption.join(texts, [SEEN])).toBe("Light and hopeful, forest, mist, 90 bpm no drums");
  });

  it("takes them in at the end where the editor has changed the sentence meanwhile", () => {
    const texts = caption.begin("", [NOTE, NAME]);
    const edited = texts.replace("hopeful", "slow");
    const joined = caption.join(edited, [SEEN]);
    expect(joined).toBe(`${edited}, forest, mist`);
    expect(kinds(joined)).toEqual(["name", "picture"]);
  });

  it("is composed again without a source that is removed", () => {
    const all = caption.begin("guitar", [NOTE, NAME, SEEN]);
    const rest = caption.remove(all, keyOf(NOTE));
    expect(rest).toBe("guitar, forest, mist, 90 bpm no drums");
    expect(kinds(rest)).toEqual(["picture", "name"]);
    expect(caption.removeAll(rest)).toBe("guitar");
  });

  it("is the editor's where they changed it: its source is gone and does not come back", () => {
    const all = caption.begin("", [NOTE, SEEN]);
    const edited = all.replace("Light and hopeful", "Light and bitter");
    expect(kinds(edited)).toEqual(["picture"]);
    expect(caption.own(edited)).toBe("Light and bitter");
    const rest = caption.remove(edited, keyOf(SEEN));
    expect(rest).toBe("Light and bitter");
  });

  it("has no source in a box that was emptied", () => {
    caption.begin("", [NOTE, SEEN]);
    expect(kinds("")).toEqual([]);
    expect(caption.literal("")).toEqual([]);
  });

  it("keeps words that were typed behind it", () => {
    const all = `${caption.begin("calm", [NOTE, SEEN])}, under 2 minutes`;
    expect(caption.begin(all, [NAME])).toBe("calm, under 2 minutes, 90 bpm no drums");
  });
});

describe("phrases that are read as plain words", () => {
  it("are those of names, speech and pictures, not those that somebody wrote for the scene", () => {
    const all = caption.begin("", [NOTE, NAME, SEEN]);
    expect(caption.literal(all)).toEqual([", forest, mist", ", 90 bpm no drums"]);
  });

  it("are not those that the editor has written too", () => {
    caption.begin("", [NAME]);
    expect(caption.literal("90 bpm no drums")).toEqual(["90 bpm no drums"]);
    const typed = caption.begin("90 bpm", [NAME]);
    expect(typed).toBe("90 bpm, 90 bpm no drums");
    expect(caption.literal(`no drums, ${typed}`)).toEqual([", 90 bpm no drums"]);
  });
});
