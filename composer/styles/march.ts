import { bassPattern } from "../idioms/bass.ts";
import { comp } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import { drums } from "../idioms/drums.ts";
import { guideLine } from "../idioms/colour.ts";
import type { Style } from "../lib/style.ts";

/** Brass, drums and a tune at marching pace. */
export const march: Style = {
  name: "march",
  family: "dance hall",
  genres: ["march", "brass band"],
  era: "19th century",
  metre: "2/4",
  tempo: [108, 122],
  looseness: 7,
  keys: ["Bb", "F", "Eb", "C"],
  modes: [
    {
      mode: "major",
      scale: "major",
      a: ["I | I | V7 | I | IV | I | V7 | I", "I | IV | V7 | I | VIm | II7 | V7 | V7"],
      b: ["IV | IV | I | I | II7 | II7 | V | V7", "VIm | III7 | VIm | III7 | IV | I | II7 | V7"],
      cadence: "V7",
      final: "I",
    },
  ],
  form: "strains",
  ending: "hit",
  lift: 0.2,
  kit: ["orchestral", "standard"],
  room: 0.45,
  parts: [
    {
      role: "bass",
      play: bassPattern(
        [
          [0, "R.5."],
          [0.85, "R.5A"],
        ],
        { legato: 0.75 },
      ),
      on: ["tuba"],
    },
    {
      role: "harmony",
      play: comp([[0, ".x.x"]], { voices: 3, low: 52, high: 68, legato: 0.5 }),
      on: ["french horn", "trombone"],
      pan: -0.3,
      level: 0.8,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x-x-xxxx", "x--xx-x-", "x---x-x-", "x-xxx-x-"],
        cadence: ["x---x---", "x-x-x---"],
        leap: 0.5,
        ornament: 0.1,
        legato: 0.8,
        thirds: true,
      }),
      on: ["trumpet"],
      only: ["statement", "climax", "intro"],
      pan: 0.1,
    },
    {
      role: "melody",
      play: melody({
        cells: ["xxxxxxxx", "x-xxx-xx", "x-x-xxxx"],
        cadence: ["x---x---", "x-xxx---"],
        leap: 0.4,
        ornament: 0.35,
        legato: 0.75,
      }),
      on: ["piccolo", "flute", "clarinet"],
      from: 0.66,
      pan: 0.3,
      level: 0.8,
    },
    {
      role: "counter",
      play: guideLine(),
      on: ["trombone", "french horn"],
      from: 0.6,
      pan: -0.15,
      level: 0.85,
    },
    {
      role: "drums",
      play: drums(
        [
          [0, { snare: "x.gxx.xxx.gxx.r." }],
          [0.6, { kick: "X...x...", snare: "x.gx.xgxx.gxxrxx", crash: "o......." }],
          [0.85, { kick: "X...X...", snare: "X.gxxrgxX.gxxrxr", crash: "x...o..." }],
        ],
        { fill: "roll", crash: false },
      ),
      on: ["drums"],
      from: 0.3,
      level: 0.9,
    },
  ],
  moods: {
    always: ["proud", "dignified"],
    calm: ["dignified"],
    strong: ["triumphant", "festive"],
  },
  uses: ["parade", "military", "history", "sports", "ceremony"],
  textures: ["traditional", "rhythmic"],
  scenes: [
    "a parade turning into the main street",
    "cadets throwing their caps",
    "an old newsreel",
  ],
  titles: [
    ["The Guards'", "Brass Button", "The Mayor's", "Flying Colours", "High Street"],
    ["Parade", "March", "Salute", "Honour", "Victory"],
  ],
};
