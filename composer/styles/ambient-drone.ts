import { pad } from "../idioms/harmony.ts";
import { sparse, drone } from "../idioms/colour.ts";
import type { Style } from "../lib/style.ts";

/** No tune and no beat: layered tones that change colour slowly. */
export const ambientDrone: Style = {
  name: "ambient drone",
  family: "ambient",
  genres: ["ambient drone", "ambient"],
  metre: "4/4",
  tempo: [48, 60],
  looseness: 30,
  keys: ["C", "D", "E", "A", "Bb"],
  modes: [
    {
      mode: "lydian",
      scale: "lydian",
      a: ["Imaj7 | % | IIadd9 | %", "Iadd9 | % | VIIm7 | %"],
      b: ["IIadd9 | % | VIm7 | %"],
      final: "Iadd9",
      moods: ["dreamy", "ethereal"],
    },
    {
      mode: "minor",
      scale: "aeolian",
      a: ["Im9 | % | bVImaj7 | %"],
      b: ["IVm7 | % | bVImaj7 | %"],
      final: "Im9",
      moods: ["melancholic", "lonely"],
    },
  ],
  form: "arc",
  ending: "fade",
  room: 0.95,
  parts: [
    {
      role: "harmony",
      play: pad({ voices: 4, low: 50, high: 76 }),
      on: ["warm pad", "bowed pad", "synth strings"],
      level: 0.9,
    },
    {
      role: "colour",
      play: drone({ low: 38 }),
      on: ["dark pad", "deep synth bass", "eerie pad"],
      level: 0.7,
    },
    {
      role: "harmony",
      play: pad({ voices: 3, low: 60, high: 84 }),
      on: ["choir pad", "bell pad", "choir"],
      from: 0.34,
      pan: 0.3,
      level: 0.65,
    },
    {
      role: "colour",
      play: sparse({ everyBeats: 6, grace: 0.4 }),
      on: ["atmosphere", "vibraphone", "electric piano"],
      from: 0.3,
      pan: -0.3,
      level: 0.7,
    },
  ],
  moods: { always: ["atmospheric", "floating"], calm: ["calm"], strong: ["vast"] },
  uses: [
    "space",
    "underwater",
    "time lapse",
    "slow motion",
    "aerial footage",
    "sleep",
    "background",
  ],
  textures: ["electronic", "spacious"],
  scenes: [
    "a slow drift above the clouds",
    "the deep sea by torchlight",
    "a city asleep, seen from far off",
  ],
  titles: [
    ["Slow", "Outer", "Pale", "Half", "Long"],
    ["Orbit", "Horizon", "Drift", "Signal", "Weather"],
  ],
};
