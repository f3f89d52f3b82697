import { bassPattern } from "../idioms/bass.ts";
import { pad, comp } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import { drums } from "../idioms/drums.ts";
import type { Style } from "../lib/style.ts";

/** Four on the floor, off-beat hats, organ or piano stabs, a driving bass. */
export const house: Style = {
  name: "house",
  family: "electronic",
  genres: ["house", "dance", "electronic"],
  era: "1990s",
  metre: "4/4",
  tempo: [120, 128],
  looseness: 1,
  keys: ["A", "C", "D", "F", "G"],
  modes: [
    {
      mode: "minor",
      scale: "aeolian",
      a: ["Im9 | IVm9 | Im9 | Vm7", "Im7 | bVImaj7 | bVII | Vm7"],
      b: ["bVImaj7 | bVII | Im7 | Im7", "IVm9 | Vm7 | bVImaj7 | bVII"],
      final: "Im9",
      moods: ["cool"],
    },
    {
      mode: "major",
      scale: "major",
      a: ["IIm9 | V9 | Imaj9 | VIm9", "IVmaj7 | V | VIm7 | IIIm7"],
      b: ["VIm7 | IVmaj7 | IIm7 | V"],
      final: "Imaj9",
      moods: ["joyful"],
    },
  ],
  form: "club",
  ending: "hit",
  kit: ["drum machine", "electronic"],
  room: 0.3,
  sound: "treble=g=-5:f=6000",
  parts: [
    {
      role: "drums",
      play: drums(
        [
          [0, { hat: "..x...x...x...x." }],
          [0.36, { kick: "X...X...X...X...", openHat: "..x...x...x...x." }],
          [
            0.6,
            {
              kick: "X...X...X...X...",
              clap: "....X.......X...",
              openHat: "..x...x...x...x.",
              shaker: "xoxxxoxxxoxxxoxx",
            },
          ],
          [
            0.85,
            {
              kick: "X...X...X...X...",
              clap: "....X.......X..x",
              openHat: "..X...X...X...X.",
              hat: "xoxoxoxoxoxoxoxo",
              cowbell: "...x..x....x..x.",
            },
          ],
        ],
        { fill: "roll", phrase: 8 },
      ),
      on: ["drums"],
    },
    {
      role: "bass",
      play: bassPattern(
        [
          [0, "..R...R...R...R."],
          [0.6, "..R..R8...R..R5."],
        ],
        { legato: 0.7 },
      ),
      on: ["synth bass", "deep synth bass"],
      from: 0.5,
      level: 1.05,
    },
    {
      role: "harmony",
      play: comp(
        [
          [0, "x..x..x...x..x.."],
          [0.85, "x..x..x.x.x..x.x"],
        ],
        { voices: 4, low: 55, high: 76, rootless: true, legato: 0.5 },
      ),
      on: ["piano", "organ", "synth"],
      from: 0.3,
      pan: 0.15,
    },
    {
      role: "harmony",
      play: pad({ voices: 4, low: 52, high: 76 }),
      on: ["warm pad", "synth strings"],
      to: 0.6,
      level: 0.8,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x.xx.x..", "x..x..x.", ".x.xx.x."],
        cadence: ["x..x....", "x-x-...."],
        leap: 0.4,
        legato: 0.7,
        phrase: 2,
      }),
      on: ["synth lead", "saw lead", "vocal pad"],
      from: 0.6,
      pan: -0.1,
      level: 0.8,
    },
  ],
  moods: { always: ["groovy", "danceable"], calm: ["smooth"], strong: ["euphoric", "energetic"] },
  uses: ["party", "fashion", "nightclub", "workout", "advertising", "sunset"],
  textures: ["electronic", "four on the floor"],
  scenes: [
    "a rooftop after sunset",
    "a runway in a warehouse",
    "the first people on the dance floor",
  ],
  titles: [
    ["Deep", "Late", "Sunset", "Second", "Velvet"],
    ["Floor", "Terrace", "Heat", "Room", "Sunrise"],
  ],
};
