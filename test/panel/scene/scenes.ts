import type { Sight } from "../../../src/contract/sight.ts";
import type { Part } from "../../../src/panel/scene/part.ts";

/** A note, with `changes`. */
export const partOf = (items: readonly string[], changes: Partial<Part> = {}): Part => ({
  kind: "note",
  items,
  from: "",
  weight: 1,
  language: null,
  ...changes,
});

/** A place, a colour, a mood and a captioner's sentence. */
export const SIGHT: Sight = {
  words: [
    { word: "green", kind: "colour", confidence: 0.9, pictures: [0, 1] },
    { word: "forest", kind: "place", confidence: 0.8, pictures: [0, 1] },
    { word: "stream", kind: "place", confidence: 0.9, pictures: [1] },
    { word: "calm", kind: "mood", confidence: 0.6, pictures: [0] },
  ],
  captions: [{ text: "A fox stands in the water.", by: "SmolVLM", picture: 0 }],
};
