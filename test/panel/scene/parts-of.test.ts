import { describe, expect, it } from "vitest";
import { NO_SELECTION, type SceneClip, type Selection } from "../../../src/contract/selection.ts";
import type { Part, PartKind } from "../../../src/panel/scene/part.ts";
import { partsOf } from "../../../src/panel/scene/parts-of.ts";
import { seenParts } from "../../../src/panel/scene/seen-parts.ts";
import { sceneClip } from "../../scene-clip.ts";
import { SIGHT } from "./scenes.ts";

const scene = (clip: Partial<SceneClip>, rest: Partial<Selection> = {}): Selection => ({
  ...NO_SELECTION,
  clips: [sceneClip(clip)],
  ...rest,
});
const itemsOf = (parts: readonly Part[], kind: PartKind): string[][] =>
  parts.filter((part) => part.kind === kind).map(({ items }) => [...items]);

describe("what the texts of a selection say", () => {
  it("is nothing where cameras and applications made all the names", () => {
    const clip = { name: "A001_C003.mov", bins: ["Footage", "Day 2"] };
    const markers = [
      { name: "Marker 1", comments: "" },
      { name: "", comments: "" },
    ];
    expect(partsOf(scene(clip, { markers, sequence: "Sequence 01" }))).toEqual([]);
    expect(partsOf(NO_SELECTION)).toEqual([]);
  });

  it("has a part for each source, with its name", () => {
    const parts = partsOf(
      scene(
        {
          name: "A001_harbour.mov",
          description: "Fishermen at work. Gulls.",
          logNote: "Calm",
          comment: "Wide and slow",
          keywords: ["boats", "nets"],
          location: "Skagen, Denmark",
          columns: [{ name: "Mood", text: "lonely" }],
          bins: ["Footage", "Old boats"],
          markers: [{ name: "First light", comments: "sun rises" }],
        },
        { sequence: "Fishing village v3" },
      ),
    );
    expect(parts.map(({ kind, items, from }) => [kind, from, ...items])).toEqual([
      ["marker", "First light", "First light", "sun rises"],
      ["note", "A001_harbour.mov", "Calm"],
      ["description", "A001_harbour.mov", "Fishermen at work", "Gulls"],
      ["column", "Mood", "lonely"],
      ["keywords", "", "boats", "nets"],
      ["comment", "A001_harbour.mov", "Wide and slow"],
      ["place", "", "Skagen", "Denmark"],
      ["name", "A001_harbour.mov", "harbour"],
      ["bin", "Old boats", "Old boats"],
      ["sequence", "Fishing village v3", "Fishing village"],
    ]);
  });

  it("is not what people write about the work on a clip", () => {
    const clip = {
      comment: "Trim the first step. Colour not final.",
      logNote: "Out of focus\nrain on leaves",
      columns: [{ name: "Shot", text: "12A" }],
    };
    expect(partsOf(scene(clip)).map(({ items }) => items)).toEqual([["rain on leaves"]]);
  });

  it("has a text that many clips share once, and the keywords that most clips share first", () => {
    const parts = partsOf({
      ...NO_SELECTION,
      clips: [
        sceneClip({ logNote: "Storm", keywords: ["sea", "rain"] }),
        sceneClip({ logNote: "storm", keywords: ["Rain"] }),
      ],
    });
    expect(itemsOf(parts, "note")).toEqual([["Storm"]]);
    expect(itemsOf(parts, "keywords")).toEqual([["rain", "sea"]]);
  });

  it("is, of speech, how it sounds and what it is about, and never its raw words", () => {
    const transcript =
      "Well you know we buried him on a Tuesday. I could not cry at the funeral. " +
      "The old lighthouse was dark. I still see the old lighthouse.";
    const parts = partsOf(scene({ transcript }));
    expect(itemsOf(parts, "tone")).toEqual([["sad"]]);
    const [items = []] = itemsOf(parts, "transcript");
    expect(items).toContain("old lighthouse");
    expect(items.join(" ")).not.toMatch(/you know|could not/);
  });

  it("is plain words: no control characters, no markup, one line", () => {
    const logNote = "<b>storm</b>\u0000\u202e comes\n\n<script>alert(1)</script>up";
    const [items] = itemsOf(partsOf(scene({ logNote })), "note");
    expect(items).toEqual(["storm comes", "alert(1) up"]);
  });

  it("names another language, and leaves its text as it is", () => {
    const logNote = "Der große Moment, weit und erhaben, das ist das Ende der Folge";
    const [part] = partsOf(scene({ logNote }));
    expect(part).toMatchObject({ language: "de", items: [logNote] });
    const [english] = partsOf(scene({ logNote: "The end of the episode, wide" }));
    expect(part?.weight).toBeLessThan(english?.weight ?? 0);
  });

  it("is bounded for 200 clips, 5,000 markers and transcripts of hours", () => {
    const clip = sceneClip({
      description: "wind ".repeat(2000),
      transcript: "the river was quiet and then the horses came ".repeat(4000),
      keywords: Array.from({ length: 100 }, (_, i) => `keyword ${i}`),
    });
    const markers = Array.from({ length: 5000 }, (_, i) => ({ name: `Turn ${i}`, comments: "" }));
    const parts = partsOf({
      ...NO_SELECTION,
      clips: Array.from({ length: 200 }, () => clip),
      markers,
    });
    expect(parts.length).toBeLessThan(100);
    expect(parts.flatMap(({ items }) => items).join("").length).toBeLessThan(10_000);
  });
});

describe("what pictures say", () => {
  it("is one part of words, mood and place first, and one for a captioner", () => {
    expect(seenParts(SIGHT)).toMatchObject([
      { kind: "picture", items: ["calm", "forest", "stream", "green"] },
      { kind: "caption", from: "SmolVLM", items: ["A fox stands in the water"] },
    ]);
  });

  it("is nothing where nothing was seen", () => {
    expect(seenParts({ words: [], captions: [] })).toEqual([]);
  });
});
