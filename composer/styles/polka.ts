import { bassPattern } from "../idioms/bass.ts";
import { guideLine } from "../idioms/colour.ts";
import { percussionLoop } from "../idioms/drums.ts";
import { comp } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import type { Style } from "../lib/style.ts";

/** Tuba on the beat, accordion off it, a lively clarinet and trumpets in thirds. */
export const polka: Style = {
  name: "polka",
  family: "dance hall",
  genres: ["polka", "folk", "brass band"],
  metre: "2/4",
  tempo: [116, 136],
  looseness: 7,
  keys: ["C", "F", "Bb", "Eb", "G"],
  modes: [
    {
      mode: "major",
      scale: "major",
      a: [
        "I | I | I | V7 | V7 | V7 | V7 | I",
        "I | I | V7 | V7 | V7 | V7 | I | I",
        "I | VI7 | IIm | V7 | I | VI7 | II7 V7 | I",
      ],
      // The trio is in the subdominant, as is usual in polkas.
      b: ["IV | IV | IV | I7 | I7 | I7 | I7 | IV", "IV | IV | bVII | IV | IV | I7 | I7 | IV"],
      cadence: "IIm V7",
      final: "I",
    },
  ],
  form: "strains",
  ending: "hit",
  lift: 0.35,
  kit: ["standard", "room"],
  room: 0.22,
  parts: [
    {
      role: "bass",
      play: bassPattern(
        [
          [0, "R.5."],
          [0.62, "R.5.|R.5.|R.5.|R.35"],
        ],
        { legato: 0.6 },
      ),
      on: ["tuba"],
      level: 1.15,
    },
    {
      role: "harmony",
      play: comp(
        [
          [0, ".x.x"],
          [0.85, "..X...xx"],
        ],
        { voices: 3, low: 58, high: 74, legato: 0.4 },
      ),
      on: ["accordion"],
      pan: -0.3,
    },
    {
      role: "melody",
      play: melody({
        cells: ["xxxxx.x.", "x.xxxxx.", "x-xxx-x.", "xxxxxxxx"],
        cadence: ["xxx-x...", "x.x.x..."],
        leap: 0.5,
        ornament: 0.4,
        legato: 0.7,
      }),
      on: ["clarinet"],
      only: ["statement", "climax"],
      pan: 0.15,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x-x-x-..", "x--xx-x-", "x-xxx-x-", "x---x-x-"],
        cadence: ["x-x-x---", "x---...."],
        leap: 0.45,
        legato: 0.75,
        thirds: true,
      }),
      on: ["trumpet"],
      only: ["intro", "variation", "climax", "ending"],
      pan: 0.3,
      level: 0.9,
    },
    {
      role: "melody",
      play: melody({
        cells: ["xxxxxxxx", "x-xxxxxx", "xxx-xxx-"],
        cadence: ["x-x-x---", "xxxxx---"],
        leap: 0.4,
        ornament: 0.3,
        thirds: true,
        legato: 0.8,
      }),
      on: ["accordion"],
      only: ["break"],
      pan: -0.2,
      level: 1.35,
    },
    {
      role: "counter",
      play: guideLine(),
      on: ["trombone", "french horn"],
      from: 0.6,
      chance: 0.7,
      pan: -0.15,
      level: 0.6,
    },
    {
      role: "drums",
      play: percussionLoop([
        [0, { kick: "x...x...", snare: "..o...o." }],
        [0.62, { kick: "X...x...", snare: "..x...x.|..x...x.|..x...x.|..x.xrx." }],
        [
          0.85,
          {
            kick: "X...X...",
            snare: "..x..gx.|..x..gx.|..x..gx.|..xrxrx.",
            crash: "o.......|........",
          },
        ],
      ]),
      on: ["drums"],
      from: 0.45,
      level: 0.68,
    },
  ],
  moods: {
    always: ["cheerful", "rustic"],
    calm: ["charming", "funny"],
    strong: ["festive", "lively"],
  },
  uses: ["party", "barn dance", "comedy", "small town", "market scene", "wedding"],
  textures: ["acoustic", "traditional"],
  scenes: [
    "long tables and full glasses in a tent",
    "a village band on a hay wagon",
    "a runaway sausage at the fair",
  ],
  titles: [
    ["The Baker's", "Buttonhole", "Sunday", "Barrel", "Cousin Otto's", "Hopping"],
    ["Polka", "Kermesse", "Wagon", "Apron", "Fair", "Hat"],
  ],
};
