import { describe, expect, it } from "vitest";
import { NO_SELECTION, type SceneClip, type Selection } from "../../../src/contract/selection.ts";
import { sceneClip } from "../../scene-clip.ts";
import {
  CAPTION_LIMIT,
  captionScene,
  wordsOfFileName,
} from "../../../src/panel/model/scene-caption.ts";

const clip = sceneClip;
const scene = (...clips: SceneClip[]): Selection => ({ ...NO_SELECTION, clips });
const textOf = (...clips: SceneClip[]): string => {
  const caption = captionScene(scene(...clips));
  return caption.kind === "caption" ? caption.text : caption.kind;
};

describe("words of a clip's file name", () => {
  it.each([
    ["A001_C002_harbour-at-dawn_tk3.mov", "harbour at dawn"],
    ["C0001.MP4", ""],
    ["DSC_0042.NEF", ""],
    ["IMG_20240523_101500.jpg", ""],
    ["DJI_0101 old lighthouse.mp4", "old lighthouse"],
    ["A002R2AB_230405.mxf", ""],
    ["BeachSunset.mov", "Beach Sunset"],
    ["Scene 12 take 4 the letter.mov", "the letter"],
    ["day at the sea.mp4", "day at the sea"],
    ["1950s dance hall 4K 25fps.mov", "1950s dance hall"],
    ["smørrebrød_på_torvet.mov", "smørrebrød på torvet"],
    ["no extension", "no extension"],
    ["", ""],
  ])("are what is left of %j", (name, words) => {
    expect(wordsOfFileName(name)).toBe(words);
  });
});

describe("the caption of a scene", () => {
  it("says that nothing is selected", () => {
    expect(captionScene(scene())).toEqual({ kind: "nothing-selected" });
  });

  it("says that clips have no words, when all they have is camera codes", () => {
    expect(captionScene(scene(clip({ name: "C0001.MP4" })))).toEqual({ kind: "no-words" });
  });

  it("puts what was written on purpose before names and speech", () => {
    expect(
      textOf(
        clip({
          name: "A001_harbour.mov",
          transcript: "we go out at five",
          comment: "quiet",
          logNote: "boats leave",
          description: "fishermen at work",
          keywords: ["boats", "nets", "Sea", "nets"],
          location: "Skagen",
          markers: [{ name: "first light", comments: "sun rises" }],
        }),
      ),
    ).toBe(
      "first light. sun rises. fishermen at work. boats leave. quiet. nets, Sea. Skagen. harbour. " +
        "we go out at five",
    );
  });

  it("begins with the sequence's own markers there", () => {
    const markers = [{ name: "Reveal", comments: "Music swells." }];
    const selection = { ...scene(clip({ description: "harbour" })), markers };
    expect(captionScene(selection)).toEqual({
      kind: "caption",
      text: "Reveal. Music swells. harbour",
    });
  });

  it("says a thing once, whatever its case and clip", () => {
    expect(
      textOf(
        clip({ description: "Harbour at dawn." }),
        clip({ name: "harbour.mov", comment: "DAWN" }),
      ),
    ).toBe("Harbour at dawn");
  });

  it("makes one line of many", () => {
    expect(textOf(clip({ description: "  a storm\n\n comes \t up. " }))).toBe("a storm comes up");
  });

  it("is cut at a word, also in the transcript", () => {
    const long = textOf(clip({ description: "word ".repeat(200) }));
    expect(long.length).toBeLessThanOrEqual(CAPTION_LIMIT);
    expect(long.endsWith("word")).toBe(true);
    const spoken = textOf(clip({ transcript: "speech ".repeat(200) }));
    expect(spoken.length).toBeLessThanOrEqual(120);
    expect(spoken.endsWith("speech")).toBe(true);
  });

  it("is cut somewhere, when there is no word to cut at", () => {
    expect(textOf(clip({ description: "x".repeat(1000) }))).toHaveLength(CAPTION_LIMIT);
  });
});
