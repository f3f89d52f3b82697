import { bassPattern } from "../idioms/bass.ts";
import { comp, strum } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import { drums } from "../idioms/drums.ts";
import type { Style } from "../lib/style.ts";

/** Twangy electric guitar, train beat, a tune in the manner of a pedal steel. */
export const country: Style = {
  name: "country",
  family: "folk",
  genres: ["country", "americana"],
  metre: "4/4",
  tempo: [96, 132],
  swing: { grid: 8, amount: 0.25 },
  looseness: 9,
  keys: ["G", "C", "D", "A", "E"],
  modes: [
    {
      mode: "major",
      scale: "major pentatonic",
      a: ["I | I7 | IV | I", "I | IV | I | V7", "I | VIm | IV | V"],
      b: ["IV | I | II7 | V7", "VIm | IV | I | V7"],
      cadence: "IV V7",
      final: "I",
    },
  ],
  form: "song",
  ending: "ring",
  lift: 0.35,
  kit: ["standard", "brush"],
  room: 0.3,
  parts: [
    {
      role: "harmony",
      play: strum(
        [
          [0, "..D-..D-"],
          [0.45, "m-D-m-DU"],
          [0.8, "mUDUmUDU"],
        ],
        { voices: 5, low: 48, high: 70 },
      ),
      on: ["acoustic guitar"],
      pan: -0.3,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x-xxx-x-", "x--xx-x-", ".xx-x-x-", "x-x-xx.."],
        cadence: ["x-----..", "x-x-x---"],
        leap: 0.35,
        ornament: 0.25,
        scoop: 0.5,
        thirds: true,
      }),
      on: ["electric guitar", "harmonica", "fiddle"],
      from: 0.42,
      except: ["break"],
      pan: 0.2,
    },
    {
      role: "melody",
      play: melody({
        cells: ["..xxx-..", "....xxxx", "..x-xx.."],
        cadence: ["x---....", "..x-x---"],
        leap: 0.4,
        scoop: 0.4,
      }),
      on: ["fiddle", "banjo", "electric guitar"],
      only: ["variation", "break", "climax"],
      pan: 0.4,
      level: 0.8,
    },
    {
      role: "bass",
      play: bassPattern([
        [0, "R---5---"],
        [0.8, "R---5--A"],
      ]),
      on: ["electric bass", "double bass"],
    },
    {
      role: "drums",
      play: drums(
        [
          [0, { kick: "X.......X.......", sidestick: "....x.......x..." }],
          [0.5, { kick: "X.......X.......", snare: "g.ggx.ggg.ggx.gg" }],
          [0.8, { kick: "X...x...X...x...", snare: "ogooXgooogooXgoo", hat: "....x.......x..." }],
        ],
        { fill: "snare" },
      ),
      on: ["drums"],
      from: 0.4,
    },
    {
      role: "harmony",
      play: comp(
        [
          [0, "..x...x."],
          [0.8, "..x.x.x."],
        ],
        { voices: 3, low: 55, high: 76 },
      ),
      on: ["piano", "honky-tonk piano"],
      from: 0.6,
      level: 0.7,
      chance: 0.6,
    },
  ],
  moods: {
    always: ["warm", "rustic"],
    calm: ["nostalgic", "sentimental"],
    strong: ["positive", "proud"],
  },
  uses: ["road trip", "countryside", "car advertising", "small town", "western"],
  textures: ["acoustic", "twangy"],
  scenes: [
    "a dusty main street on a Sunday",
    "a father teaching his girl to drive",
    "a long fence and a longer sky",
  ],
  titles: [
    ["Gravel", "Porch", "Tailgate", "County", "Red Barn"],
    ["Road", "Light", "Sunday", "Line", "Promise"],
  ],
};
