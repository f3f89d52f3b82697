import { describe, expect, it } from "vitest";
import { keyPhrases } from "../../../src/panel/scene/key-phrases.ts";
import { languageOf } from "../../../src/panel/scene/language.ts";
import { cutAtWord } from "../../../src/panel/scene/plain.ts";
import { tonesOf } from "../../../src/panel/scene/tone.ts";
import { isTellingMarker, isWorkingTalk } from "../../../src/panel/scene/working-talk.ts";
import { chipName } from "../../../src/panel/words/scene.ts";
import { partOf } from "./scenes.ts";

describe("key phrases", () => {
  it("are runs of telling words, the repeated and longer ones first", () => {
    const text =
      "I went to the flood plain and there was the river. The flood plain was so wide. " +
      "A heron stood in the river.";
    expect(keyPhrases(text, 3)).toEqual(["flood plain", "river", "heron stood"]);
  });

  it("never contain each other, and are none where nothing is said", () => {
    expect(keyPhrases("The red boat. Red. Boat.", 5)).toEqual(["red boat"]);
    expect(keyPhrases("Well, you know, it was what it was.", 5)).toEqual([]);
  });

  it("are parted by the joining words of their own language", () => {
    expect(keyPhrases("Der alte Leuchtturm und das Meer", 2, "de")).toEqual([
      "alte leuchtturm",
      "meer",
    ]);
  });

  it("read only the beginning of hours of speech", () => {
    const hours = `${"the wind ".repeat(3000)}${"golden owl. ".repeat(50_000)}`;
    expect(keyPhrases(hours, 3)).not.toContain("golden owl");
  });
});

describe("the tone of speech", () => {
  it.each([
    ["We buried her in June. I miss her. I could not stop crying.", ["sad"]],
    ["We won! The whole team ran to the trophy. Champions!", ["triumphant"]],
    ["Please open the second drawer and take out the form.", []],
    ["hope", []],
  ])("of %j is %j", (said, tones) => {
    expect(tonesOf(said)).toEqual(tones);
  });
});

describe("the language of a text", () => {
  it.each([
    ["A young fox plays at the stream and falls in.", null],
    ["Der große Moment, das ist das Ende der Folge", "de"],
    ["Un père apprend à sa fille à faire du vélo dans la cour", "fr"],
    ["El camarero resbala y la tarta vuela hasta el alcalde", "es"],
    ["la nonna porta la pasta e tutti ridono di gusto con il vino", "it"],
    ["夜の桜並木を歩く", "ja"],
    ["山上的雪", "zh"],
    ["Мост на рассвете", "ru"],
    ["sunset", null],
    ["Paris, café", null],
    ["die hard", null],
    ["", null],
  ])("%j: %j", (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});

describe("talk about the work", () => {
  it.each(["Trim the first step.", "Colour not final", "out of focus", "VFX pending", "good"])(
    "%j says nothing about the scene",
    (sentence) => expect(isWorkingTalk(sentence)).toBe(true),
  );
  it.each([
    "Light fades slowly",
    "He fixes the roof",
    "Hard cut to black on the clap.",
    "good morning",
  ])("%j does", (sentence) => expect(isWorkingTalk(sentence)).toBe(false));
  it.each(["Marker 12", "beat", "3", "", "Cue #4", "In"])("a marker %j has no name", (name) =>
    expect(isTellingMarker(name)).toBe(false),
  );
  it.each(["Title", "Thunder", "橋", "Cue the storm"])("a marker %j has one", (name) =>
    expect(isTellingMarker(name)).toBe(true),
  );
});

describe("a text that is cut", () => {
  it("ends after a clause, or else after a word", () => {
    expect(cutAtWord("Clouds build up, wind in the trees, first lightning", 40)).toBe(
      "Clouds build up, wind in the trees",
    );
    expect(cutAtWord("one two three", 9)).toBe("one two");
    expect(cutAtWord("Slow flight over a misty forest", 20)).toBe("Slow flight");
    expect(cutAtWord("short", 9)).toBe("short");
    expect(cutAtWord("🎻".repeat(20), 9)).toBe("🎻🎻🎻🎻");
  });
});

describe("the name of a chip", () => {
  it("says the kind of source and what tells it apart", () => {
    const marker = partOf(["Title", "fades in"], { kind: "marker", from: "Title" });
    expect(chipName(marker, "Title. fades in")).toBe("marker: Title");
    expect(chipName(partOf(["calm"], { from: "A001.mov" }), "calm")).toBe("note");
    const seen = partOf(["forest", "mist"], { kind: "picture" });
    expect(chipName(seen, "forest, mist")).toBe("pictures: forest, mist");
    expect(chipName(partOf(["ruhig"], { language: "de" }), "ruhig")).toBe("note (German)");
    expect(chipName(partOf(["a fox"], { kind: "caption", from: "SmolVLM" }), "a fox")).toBe(
      "captioner: SmolVLM",
    );
  });
});
