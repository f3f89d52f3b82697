import { bassPattern } from "../idioms/bass.ts";
import { pad, comp } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import { drums } from "../idioms/drums.ts";
import type { Style } from "../lib/style.ts";

/** Electric jazz: synth chords, a busy bass, drums with ghost notes, a saxophone on top. */
export const fusionJazz: Style = {
  name: "fusion jazz",
  family: "jazz",
  genres: ["fusion jazz", "jazz funk"],
  era: "1980s",
  metre: "4/4",
  tempo: [96, 124],
  swing: { grid: 16, amount: 0.15 },
  looseness: 8,
  keys: ["D", "E", "A", "C", "G", "Bb"],
  modes: [
    {
      mode: "dorian",
      scale: "dorian",
      a: ["Im9 | IV13 | Im9 | bVIImaj7", "Im9 | bIIImaj7 | IIm7 | V7#9"],
      b: ["bVImaj7 | bVII13 | Im9 | Im9", "IVm9 | bVII13 | bIIImaj7 | bVImaj7"],
      cadence: "bVImaj7 V7#9",
      final: "Im9",
    },
    {
      mode: "mixolydian",
      scale: "mixolydian",
      a: ["I9 | bVIImaj7 | IV9 | I9", "Imaj9 | bVII13 | bVImaj7 | bVII13"],
      b: ["bIIImaj7 | IVmaj7 | bVImaj7 | bVII13"],
      cadence: "bVImaj7 bVII13",
      final: "I9",
      moods: ["bright"],
    },
  ],
  form: "head",
  ending: "hit",
  kit: ["standard", "room"],
  room: 0.3,
  parts: [
    {
      role: "harmony",
      play: comp(
        [
          [0, "x--------------."],
          [0.5, "x--x--x-..x---.."],
          [0.75, "x-.x-.x-.x-.x-xx"],
        ],
        { voices: 4, low: 53, high: 74, rootless: true, legato: 0.85 },
      ),
      on: ["synth", "synth brass"],
      pan: -0.25,
      level: 0.8,
    },
    {
      role: "harmony",
      play: pad({ voices: 4, low: 52, high: 72 }),
      on: ["warm pad", "electric piano"],
      to: 0.6,
      pan: 0.25,
      level: 0.75,
    },
    {
      role: "bass",
      play: bassPattern(
        [
          [0, "R-----R-..R-5-.."],
          [0.5, "R..R..8.R.r.5.7A"],
          [0.75, "R.rR.8.7R.5.r78A"],
        ],
        { legato: 0.85 },
      ),
      on: ["fretless bass", "slap bass", "electric bass"],
    },
    {
      role: "melody",
      play: melody({
        cells: ["x--x--x-", ".xx-xx--", "x-xxx.xx", "xx-x--x-"],
        solo: ["x-xxxxxx", "..xxxxxxxxxx-xxx", "xxx-xxxx", "x--xxxxxxx--xxxx"],
        cadence: ["x-------", "x--x----"],
        leap: 0.45,
        ornament: 0.25,
        scoop: 0.35,
      }),
      on: ["alto saxophone", "soprano saxophone", "tenor saxophone"],
      from: 0.4,
      except: ["break"],
      pan: 0.05,
      level: 1.05,
    },
    {
      role: "melody",
      play: melody({
        cells: ["xxxxxxxxxx-xxxxx", "x-xxxxxxx---xxxx", "..xxxxxxxxxxxxx-"],
        cadence: ["x-x-----", "xxx-...."],
        leap: 0.4,
        improvise: true,
        octave: 0,
      }),
      on: ["synth lead", "electric guitar"],
      only: ["break", "intro"],
      pan: 0.2,
      level: 0.7,
    },
    {
      role: "drums",
      play: drums(
        [
          [0, { kick: "X.........X.....", sidestick: "....x.......x...", hat: "x.x.x.x.x.x.x.x." }],
          [0.42, { kick: "X..x...x..X.....", snare: "....Xg.g.g..X..g", hat: "xoxxxoxxxoxxxoxx" }],
          [
            0.75,
            {
              kick: "X.xx..x..xX..x.x",
              snare: ".g..Xg.g.gg.Xg.g",
              ride: "x.xxx.xxx.xxx.xx",
              openHat: "......x......x..",
            },
          ],
        ],
        { fill: "toms" },
      ),
      on: ["drums"],
    },
  ],
  moods: {
    always: ["smooth", "sophisticated"],
    calm: ["laid-back", "cool"],
    strong: ["exciting", "energetic"],
  },
  uses: ["city at night", "weather report", "technology", "talk show", "night drive"],
  textures: ["electric", "syncopated"],
  scenes: [
    "a convertible on an elevated road at night",
    "a skyline in a shop window",
    "late-night television, 1985",
  ],
  titles: [
    ["Chrome", "Meridian", "Night", "Glass", "Seventh"],
    ["Avenue", "Transit", "Shift", "Parkway", "Elevator"],
  ],
};
