import { bassPattern } from "../idioms/bass.ts";
import { comp } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import { drums, percussionLoop } from "../idioms/drums.ts";
import type { Style } from "../lib/style.ts";

/** A strong downbeat, semiquavers on the guitar, slap bass, horn stabs. */
export const funk: Style = {
  name: "funk",
  family: "soul",
  genres: ["funk", "soul"],
  era: "1970s",
  metre: "4/4",
  tempo: [96, 116],
  swing: { grid: 16, amount: 0.25 },
  looseness: 8,
  keys: ["E", "A", "D", "G", "Bb"],
  modes: [
    {
      mode: "mixolydian",
      scale: "mixolydian",
      a: ["I9 | I9 | IV9 | I9", "I7 | I7 | bVII7 | IV7"],
      b: ["IV9 | IV9 | bIII7 | V7#9", "bVII | IV | I7 | I7"],
      cadence: "V7#9",
      final: "I9",
      moods: ["playful"],
    },
    {
      mode: "dorian",
      scale: "dorian",
      a: ["Im7 | IV9 | Im7 | IV9", "Im9 | Im9 | IVm7 | bVII13"],
      b: ["bVImaj7 | V7#9 | Im7 | IV9"],
      cadence: "bVI7 V7#9",
      final: "Im9",
      moods: ["cool"],
    },
  ],
  form: "song",
  ending: "hit",
  kit: ["standard", "room"],
  room: 0.2,
  parts: [
    {
      role: "harmony",
      play: comp(
        [
          [0, "..x...x....x..x."],
          [0.5, "g.xgg.x.ggxgg.xg"],
          [0.85, "x.xgg.xxg.xgx.xg"],
        ],
        { voices: 3, low: 60, high: 77, legato: 0.5 },
      ),
      on: ["funk guitar", "electric guitar"],
      pan: -0.4,
      level: 0.85,
    },
    {
      role: "harmony",
      play: comp(
        [
          [0, "x---------------"],
          [0.5, "x--x..x...x..x.."],
        ],
        { voices: 3, low: 53, high: 72, rootless: true, legato: 0.7 },
      ),
      on: ["clavinet", "electric piano", "organ"],
      from: 0.45,
      pan: 0.35,
      level: 0.8,
    },
    {
      role: "bass",
      play: bassPattern(
        [
          [0, "R-....R-..R-...."],
          [0.45, "R..r8.R...5.7.8."],
          [0.75, "R.rR8.7R.r5.78.A"],
        ],
        { legato: 0.75 },
      ),
      on: ["slap bass", "electric bass"],
    },
    {
      role: "melody",
      play: melody({
        cells: ["x.xx..x-", ".xx.xxx.", "x..x..xx", "xx.x.x--"],
        cadence: ["x.x.x---", "xx.x...."],
        leap: 0.4,
        ornament: 0.15,
        scoop: 0.3,
        legato: 0.75,
      }),
      on: ["alto saxophone", "tenor saxophone", "trumpet"],
      from: 0.6,
      pan: 0.1,
    },
    {
      role: "harmony",
      play: comp(
        [
          [0, "X...............|..........X.xx.."],
          [0.85, "X..x..x.........|..x...x...X.X..."],
        ],
        { voices: 4, low: 55, high: 77, legato: 0.5 },
      ),
      on: ["brass section"],
      from: 0.62,
      level: 0.85,
    },
    {
      role: "drums",
      play: drums(
        [
          [0, { kick: "X.........X.....", hat: "x.x.x.x.x.x.x.x." }],
          [0.42, { kick: "X..x..x...X..x..", snare: "....X..g.g..X..g", hat: "xoxoxoxoxoxoxoxo" }],
          [
            0.75,
            {
              kick: "X.xx..x..xX..x..",
              snare: "....Xg.g.g..Xg.g",
              hat: "xoxoxox.xoxoxox.",
              openHat: ".......x.......x",
            },
          ],
        ],
        { fill: "snare" },
      ),
      on: ["drums"],
    },
    {
      role: "drums",
      play: percussionLoop([
        [
          0,
          {
            openConga: "..x...xx..x...xx",
            lowConga: "......x.......x.",
            mutedConga: "x..x....x..x....",
          },
        ],
      ]),
      on: ["congas"],
      from: 0.66,
      chance: 0.6,
    },
  ],
  moods: { always: ["groovy", "funky"], calm: ["cool"], strong: ["energetic", "confident"] },
  uses: ["fashion", "city", "heist", "comedy", "cooking", "talk show"],
  textures: ["electric", "syncopated"],
  scenes: ["a thief choosing a suit", "a food truck at rush hour", "roller skates on a boardwalk"],
  titles: [
    ["Chicken", "Slick", "Brass", "Uptown", "Velvet"],
    ["Elbow", "Business", "Knuckle", "Strut", "Sneakers"],
  ],
};
