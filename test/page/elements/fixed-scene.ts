import { NO_SELECTION, type Selection } from "../../../src/contract/selection.ts";
import { sceneClip } from "../../scene-clip.ts";

/** Two clips of a harbour, with most that can be written about them. */
export const FIXED_SELECTION: Selection = {
  ...NO_SELECTION,
  clips: [
    sceneClip({
      name: "A001_C003_harbour-at-dawn.mov",
      logNote: "Calm and hopeful, nothing that hurries.",
      description: "Fishermen lay out the nets before sunrise.",
      columns: [{ name: "Mood", text: "tender" }],
      keywords: ["boats", "gulls"],
      bins: ["Footage", "Old fishermen"],
    }),
    sceneClip({ name: "A001_C004.mov", logNote: "Der Vater erzählt von der ersten Fahrt mit ihm" }),
  ],
  markers: [{ name: "First light", comments: "sun on the water" }],
};
