import { bassPattern } from "../idioms/bass.ts";
import { pad, comp } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import { drums, percussionLoop } from "../idioms/drums.ts";
import type { Style } from "../lib/style.ts";

/** Four on the floor, octave bass, sweeping strings. */
export const disco: Style = {
  name: "disco",
  family: "soul",
  genres: ["disco", "dance", "soul"],
  era: "1970s",
  metre: "4/4",
  tempo: [114, 126],
  looseness: 5,
  keys: ["A", "D", "E", "G", "C"],
  modes: [
    {
      mode: "minor",
      scale: "dorian",
      a: ["Im7 | IVm7 | bVII9 | bIIImaj7", "Im7 | bVImaj7 | bVII | Vm7"],
      b: ["bVImaj7 | bVII | Im7 | Im7", "IVm7 | Vm7 | bVImaj7 | V7"],
      cadence: "bVI7 V7",
      final: "Im9",
      moods: ["glamorous"],
    },
    {
      mode: "major",
      scale: "major",
      a: ["Imaj7 | VIm7 | IIm7 | V7", "IVmaj7 | IIIm7 | IIm7 | Imaj7"],
      b: ["IIm7 | V9 | IIIm7 | VIm7"],
      cadence: "IIm7 V9",
      final: "Imaj9",
      moods: ["joyful"],
    },
  ],
  form: "club",
  ending: "hit",
  kit: ["standard"],
  room: 0.35,
  parts: [
    {
      role: "drums",
      play: drums(
        [
          [0, { kick: "X...X...X...X...", hat: "..x...x...x...x." }],
          [
            0.5,
            {
              kick: "X...X...X...X...",
              snare: "....X.......X...",
              openHat: "..x...x...x...x.",
              hat: "xo..xo..xo..xo..",
            },
          ],
          [
            0.85,
            {
              kick: "X...X...X...X...",
              snare: "....X..g....X.g.",
              openHat: "..X...X...X...X.",
              hat: "xo.xxo.xxo.xxo.x",
              tambourine: "x.x.x.x.x.x.x.x.",
            },
          ],
        ],
        { fill: "toms" },
      ),
      on: ["drums"],
      from: 0.35,
    },
    {
      role: "bass",
      play: bassPattern(
        [
          [0, "R-8-R-8-"],
          [0.6, "R-8-R-8-|R-8-5-8A"],
        ],
        { legato: 0.75 },
      ),
      on: ["electric bass", "picked bass"],
      from: 0.35,
    },
    {
      role: "harmony",
      play: comp(
        [
          [0, "..x...x...x...x."],
          [0.6, "g.xgg.xgg.xgg.xg"],
        ],
        { voices: 3, low: 60, high: 76, legato: 0.5 },
      ),
      on: ["funk guitar", "electric guitar"],
      pan: -0.4,
      from: 0.35,
    },
    {
      role: "harmony",
      play: pad({ voices: 4, low: 55, high: 79 }),
      on: ["strings"],
      to: 0.6,
      level: 0.8,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x--x--x-", "x-x-x---", "xxxxx---", ".xx-xx--"],
        cadence: ["x-------", "x-x-----"],
        leap: 0.4,
        octave: 0,
        thirds: true,
      }),
      on: ["strings", "violin"],
      from: 0.55,
      pan: 0.2,
    },
    {
      role: "harmony",
      play: comp(
        [
          [0, "x---x-x-"],
          [0.8, "x.xx.xx."],
        ],
        { voices: 4, low: 55, high: 74 },
      ),
      on: ["electric piano", "piano"],
      level: 0.75,
      pan: 0.3,
    },
    {
      role: "harmony",
      play: comp([[0, "X.x.....|......xx"]], { voices: 4, low: 58, high: 79, legato: 0.5 }),
      on: ["brass section"],
      from: 0.8,
      level: 0.85,
    },
    {
      role: "drums",
      play: percussionLoop([[0, { openConga: "..x..x.x..x..x.x", cowbell: "x...x...x...x..." }]]),
      on: ["congas and cowbell"],
      from: 0.85,
      chance: 0.5,
    },
  ],
  moods: { always: ["groovy", "festive"], calm: ["smooth"], strong: ["euphoric", "energetic"] },
  uses: ["party", "fashion", "montage", "nightclub", "advertising"],
  textures: ["lush", "four on the floor"],
  scenes: ["a mirror ball starting to turn", "a make-over in fast cuts", "New Year's Eve, 1978"],
  titles: [
    ["Mirror", "Satin", "Saturday", "Platform", "Gold"],
    ["Fever", "Nights", "Boulevard", "Shoes", "Rush"],
  ],
};
