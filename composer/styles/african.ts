import { bassPattern } from "../idioms/bass.ts";
import { percussionLoop } from "../idioms/drums.ts";
import { comp } from "../idioms/harmony.ts";
import { interlock } from "../idioms/interlock.ts";
import { melody } from "../idioms/melody.ts";
import type { Style } from "../lib/style.ts";

/** Interlocking thumb piano and xylophones, a bell pattern in twelve, a bright guitar. */
export const african: Style = {
  name: "african",
  family: "world",
  genres: ["african", "world"],
  metre: "12/8",
  tempo: [92, 116],
  looseness: 7,
  keys: ["C", "D", "F", "G", "A"],
  modes: [
    {
      mode: "major",
      scale: "major pentatonic",
      a: ["I | IV | V | IV", "I | I | IV | V", "I | IIm | V | I"],
      b: ["IV | I | V | I", "VIm | IV | I | V"],
      cadence: "V",
      final: "I6",
      moods: ["joyful"],
    },
    {
      mode: "mixolydian",
      scale: "mixolydian",
      a: ["I | bVII | I | bVII", "I | IV | bVII | I"],
      b: ["IV | I | bVII | I", "bVII | IV | I | I"],
      cadence: "bVII",
      final: "I",
    },
    {
      mode: "minor",
      scale: "minor pentatonic",
      a: ["Im | bVII | Im | bVII", "Im | bIII | bVII | Im"],
      b: ["bIII | bVII | IVm | Im"],
      cadence: "bVII",
      final: "Im",
      moods: ["mysterious"],
    },
  ],
  form: "song",
  ending: "hit",
  kit: ["standard", "room"],
  room: 0.25,
  sound: "treble=g=2:f=4000",
  parts: [
    {
      role: "harmony",
      play: interlock({ steps: 12, low: 3, high: 2, offset: 1, octave: 0 }),
      on: ["kalimba"],
      pan: -0.25,
      level: 1.4,
    },
    {
      role: "harmony",
      play: interlock({ steps: 12, low: 4, high: 3, offset: 2, octave: 0 }),
      on: ["marimba"],
      from: 0.36,
      pan: 0.3,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x-xx-xx-x-x-", "x-x-xx-x-xx-", "xx-xx-x-x-x-", "..xx-xx-xx-x"],
        cadence: ["x-xx-x-.....", "x-x-x-x-----"],
        leap: 0.4,
        legato: 0.75,
        octave: 0.5,
        thirds: true,
      }),
      on: ["electric guitar", "nylon guitar"],
      from: 0.5,
      except: ["ending"],
      pan: 0.15,
      level: 0.9,
    },
    {
      role: "melody",
      play: melody({
        cells: [".......x-x-x", "......x--x--", "......x-xx--"],
        cadence: ["......x-----", "x-----......"],
        leap: 0.3,
        scoop: 0.3,
        thirds: true,
      }),
      on: ["choir", "vocal pad"],
      only: ["variation", "climax"],
      chance: 0.75,
      pan: -0.1,
      level: 0.9,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x--x-xx-----", "..x-xx-x----", "x-xx--x-----"],
        cadence: ["x-----......", "x--x--......"],
        leap: 0.4,
        ornament: 0.2,
        scoop: 0.4,
      }),
      on: ["pan flute", "ocarina", "flute"],
      only: ["statement", "break"],
      chance: 0.7,
      pan: -0.35,
      level: 0.85,
    },
    {
      role: "bass",
      play: bassPattern(
        [
          [0, "R-----..5-R-"],
          [0.6, "R--.R-.5-8-.|R--.5-.3-5-A"],
        ],
        { legato: 0.8 },
      ),
      on: ["electric bass", "double bass"],
      from: 0.36,
    },
    {
      role: "harmony",
      play: comp([[0, ".x-.x-.x-.x-"]], { voices: 3, low: 62, high: 79, legato: 0.5 }),
      on: ["muted guitar", "nylon guitar"],
      from: 0.6,
      pan: -0.4,
      level: 0.7,
    },
    {
      role: "drums",
      play: percussionLoop([
        [0, { shaker: "xooxooxooxoo" }],
        [0.36, { agogo: "x.x.xx.x.x.x", shaker: "xooxooxooxoo" }],
      ]),
      on: ["percussion"],
      level: 0.7,
    },
    {
      role: "drums",
      play: percussionLoop([
        [0, { lowConga: "x.....x.....", mutedConga: "..x.xx..x.xx" }],
        [
          0.6,
          {
            lowConga: "X..x..X.....",
            openConga: ".....x..x.xx|..x..x..x.xx",
            mutedConga: ".xg.xg.xg.x.",
            highBongo: "............|......x.xxrx",
          },
        ],
        [
          0.9,
          {
            kick: "X.....X.....",
            lowConga: "X..x..X..x..",
            openConga: ".x..xx.x.xxx|..x.xx..xxrx",
            mutedConga: "..g...g.....",
            highBongo: ".x.x.x.x.x.x|x.xx.xx.xxrr",
            lowBongo: "x...x...x...",
          },
        ],
      ]),
      on: ["hand drums"],
      from: 0.28,
      level: 0.9,
    },
  ],
  moods: {
    always: ["warm", "joyful"],
    calm: ["peaceful", "gentle"],
    strong: ["festive", "energetic"],
  },
  uses: ["nature documentary", "travel", "animals", "children", "market scene", "adventure"],
  textures: ["acoustic", "rhythmic", "syncopated"],
  scenes: [
    "a herd crossing the plain at first light",
    "a bus painted in every colour",
    "children racing to the well",
  ],
  titles: [
    ["Red Earth", "Baobab", "Morning", "The Weaver's", "Long Rains", "Sunbird"],
    ["Road", "Market", "Dance", "Gathering", "Drums", "Shade"],
  ],
};
