import { bassPattern } from "../idioms/bass.ts";
import { comp } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import { drums } from "../idioms/drums.ts";
import type { Style } from "../lib/style.ts";

/** Twelve shuffled bars: a guitar with bent thirds, answered by a harmonica. */
export const blues: Style = {
  name: "blues",
  family: "soul",
  genres: ["blues", "blues rock"],
  metre: "4/4",
  tempo: [78, 116],
  swing: { grid: 8, amount: 0.95 },
  looseness: 12,
  keys: ["E", "A", "G", "C"],
  modes: [
    {
      mode: "blues",
      scale: "blues",
      a: [
        "I7 | I7 | I7 | I7 | IV7 | IV7 | I7 | I7 | V7 | IV7 | I7 | V7",
        "I7 | IV7 | I7 | I7 | IV7 | IV7 | I7 | I7 | V7 | IV7 | I7 | V7",
      ],
      b: ["I7 | IV7 | I7 | I7 | IV7 | IV7 | I7 | VI7 | IIm7 | V7 | I7 | V7"],
      cadence: "V7",
      final: "I9",
    },
    {
      mode: "minor",
      scale: "minor blues",
      a: ["Im7 | IVm7 | Im7 | Im7 | IVm7 | IVm7 | Im7 | Im7 | bVI7 | V7 | Im7 | V7"],
      b: ["Im7 | IVm7 | Im7 | Im7 | IVm7 | IVm7 | Im7 | Im7 | bVI7 | V7 | Im7 | V7"],
      cadence: "bVI7 V7",
      final: "Im7",
      moods: ["melancholic"],
    },
  ],
  form: "head",
  chorus: 12,
  ending: "ring",
  kit: ["standard", "room"],
  room: 0.3,
  parts: [
    {
      role: "harmony",
      play: comp(
        [
          [0, "x-x-x-x-"],
          [0.5, "..x-..x-"],
          [0.75, "x-xxx-x-"],
        ],
        { voices: 3, low: 52, high: 69, legato: 0.7 },
      ),
      on: ["electric guitar", "organ", "piano"],
      pan: -0.3,
      level: 0.8,
    },
    {
      role: "melody",
      play: melody({
        cells: ["xxx-x---", "x-xxx-..", "..xxx-x-", "xx-xx-.."],
        cadence: ["x---....", "xx------"],
        leap: 0.4,
        ornament: 0.3,
        scoop: 0.75,
      }),
      on: ["overdriven guitar", "electric guitar", "harmonica", "tenor saxophone"],
      from: 0.42,
      except: ["solo", "break"],
      pan: 0.1,
    },
    {
      role: "melody",
      play: melody({
        cells: ["xxxxx-x-", "x-xxxxx-", ".xxx-xxx", "x---xxx-"],
        cadence: ["x-x-....", "x-----.."],
        leap: 0.5,
        ornament: 0.35,
        scoop: 0.7,
        improvise: true,
      }),
      on: ["harmonica", "overdriven guitar", "tenor saxophone"],
      only: ["solo"],
      pan: 0.15,
    },
    {
      role: "bass",
      play: bassPattern([
        [0, "R---R---"],
        [0.4, "R-3-5-7-|8-7-5-3-"],
      ]),
      on: ["electric bass", "double bass"],
    },
    {
      role: "drums",
      play: drums(
        [
          [0, { ride: "x-x-x-x-", sidestick: "..x...x." }],
          [0.5, { kick: "X...X...", snare: "..X...X.", hat: "x.xxx.xx" }],
          [0.75, { kick: "X..xX...", snare: "..X..gX.", ride: "x.xxx.xx" }],
        ],
        { fill: "snare", phrase: 4 },
      ),
      on: ["drums"],
      from: 0.38,
    },
  ],
  moods: {
    always: ["soulful", "gritty"],
    calm: ["laid-back", "lonely"],
    strong: ["passionate", "cool"],
  },
  uses: ["bar scene", "road trip", "city at night", "crime", "drama"],
  textures: ["electric", "shuffle"],
  scenes: [
    "the last customer at the bar",
    "neon on a wet road",
    "a man with one suitcase and no plan",
  ],
  titles: [
    ["Midnight", "Low", "Last", "Backdoor", "Rusty"],
    ["Shuffle", "Dollar", "Whiskey", "Train", "Stairs"],
  ],
};
