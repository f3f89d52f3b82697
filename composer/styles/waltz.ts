import { bassPattern } from "../idioms/bass.ts";
import { comp } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import { percussionLoop } from "../idioms/drums.ts";
import { guideLine } from "../idioms/colour.ts";
import type { Style } from "../lib/style.ts";

/** A waltz for a ballroom, or for the accordion of a musette. */
export const waltz: Style = {
  name: "waltz",
  family: "dance hall",
  genres: ["waltz", "classical", "musette"],
  era: "19th century",
  metre: "3/4",
  tempo: [126, 176],
  looseness: 11,
  keys: ["C", "D", "F", "G", "Bb", "A"],
  modes: [
    {
      mode: "major",
      scale: "major",
      a: ["I | I | V7 | V7 | V7 | V7 | I | I", "I | VIm | IIm | V7 | I | VI7 | IIm V7 | I"],
      b: ["IV | IV | I | I | II7 | II7 | V7 | V7", "VIm | III7 | VIm | II7 | V | VI7 | II7 | V7"],
      cadence: "V7",
      final: "I",
      moods: ["elegant", "charming"],
    },
    {
      mode: "minor",
      scale: "harmonic minor",
      a: [
        "Im | Im | V7 | V7 | IIm7b5 | V7 | Im | Im",
        "Im | IVm | bVII7 | bIII | bVI | IIm7b5 | V7 | Im",
      ],
      b: ["bIII | bIII | V7 | V7 | IVm | Im | V7 | Im"],
      cadence: "V7",
      final: "Im",
      moods: ["nostalgic", "bittersweet"],
    },
  ],
  form: "strains",
  ending: "ritard",
  kit: ["orchestral"],
  room: 0.5,
  parts: [
    {
      role: "bass",
      play: bassPattern([[0, "R..|5.."]], { legato: 0.8 }),
      on: ["double bass", "contrabass", "tuba"],
    },
    {
      role: "harmony",
      play: comp([[0, ".xx"]], { voices: 3, low: 55, high: 72, legato: 0.55 }),
      on: ["strings", "accordion", "piano", "acoustic guitar"],
      pan: -0.2,
      level: 0.75,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x---x-", "x-x-x-", "x-xxx-", "x-----", "xxxxx-"],
        cadence: ["x-----", "x---.."],
        leap: 0.45,
        ornament: 0.25,
        thirds: true,
      }),
      on: ["violin", "accordion", "clarinet"],
      only: ["statement", "climax", "intro"],
      pan: 0.1,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x---x-", ".xxxxx", "x-x---", "xxxxxx"],
        cadence: ["x-----", "x-x-.."],
        leap: 0.4,
        ornament: 0.2,
      }),
      on: ["flute", "cello", "oboe", "mandolin"],
      only: ["variation", "break", "climax"],
      pan: 0.3,
      level: 0.85,
    },
    {
      role: "counter",
      play: guideLine(),
      on: ["french horn", "cello", "viola"],
      from: 0.66,
      pan: -0.35,
      level: 0.75,
    },
    {
      role: "drums",
      play: percussionLoop([
        [0, { kick: "x..", triangle: ".oo" }],
        [0.85, { kick: "X..", snare: ".oo", triangle: "x.." }],
      ]),
      on: ["percussion"],
      from: 0.7,
      level: 0.6,
      chance: 0.7,
    },
  ],
  moods: { always: ["elegant", "romantic"], calm: ["gentle"], strong: ["festive", "majestic"] },
  uses: ["period film", "wedding", "ballroom", "paris", "fairy tale", "romance"],
  textures: ["acoustic", "traditional"],
  scenes: [
    "chandeliers and white gloves",
    "a bridge over the Seine in spring",
    "a carousel after closing",
  ],
  titles: [
    ["The Count's", "Lilac", "Carousel", "Old Vienna", "Chandelier"],
    ["Gloves", "Promenade", "Waltz", "Evening", "Letters"],
  ],
};
