import { bassPattern } from "../idioms/bass.ts";
import { pad, strum, powerChords } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import { drums } from "../idioms/drums.ts";
import type { Style } from "../lib/style.ts";

/** Two guitars, bass, drums: a riff, a tune, a chorus with open hats. */
export const rock: Style = {
  name: "rock",
  family: "rock",
  genres: ["rock", "indie rock"],
  era: "1990s",
  metre: "4/4",
  tempo: [112, 144],
  looseness: 7,
  keys: ["E", "A", "D", "G", "C"],
  modes: [
    {
      mode: "major",
      scale: "major pentatonic",
      a: ["I | V | VIm | IV", "I | bVII | IV | I", "I | IV | VIm | V"],
      b: ["VIm | IV | I | V", "IV | V | VIm | I"],
      cadence: "bVII IV",
      final: "I5",
      moods: ["positive"],
    },
    {
      mode: "minor",
      scale: "minor pentatonic",
      a: ["Im | bVI | bIII | bVII", "Im | bVII | IV | Im"],
      b: ["bVI | bVII | Im | Im", "bIII | bVII | IV | bVI"],
      cadence: "bVI bVII",
      final: "I5",
      moods: ["rebellious"],
    },
  ],
  form: "song",
  ending: "ring",
  kit: ["room", "standard"],
  room: 0.3,
  parts: [
    {
      role: "harmony",
      play: powerChords([
        [0, "x-------"],
        [0.45, "mmmmmmmm"],
        [0.65, "x--xx-x-"],
        [0.85, "XxxxXxxx"],
      ]),
      on: ["overdriven guitar"],
      pan: -0.55,
      level: 0.85,
    },
    {
      role: "harmony",
      play: strum(
        [
          [0, "D---D-DU"],
          [0.6, "D-DUDUDU"],
        ],
        { voices: 4, low: 50, high: 71 },
      ),
      on: ["electric guitar"],
      pan: 0.55,
      level: 0.85,
    },
    {
      role: "bass",
      play: bassPattern(
        [
          [0, "R---R---"],
          [0.45, "RRRRRRRR"],
          [0.85, "RRRRRR5A"],
        ],
        { legato: 0.85 },
      ),
      on: ["picked bass", "electric bass"],
      from: 0.4,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x-xxx-x-", "x--xx---", ".xxxx-x-", "x-x-x-xx"],
        cadence: ["x-------", "x---x---"],
        leap: 0.4,
        ornament: 0.2,
        scoop: 0.5,
      }),
      on: ["distorted guitar", "overdriven guitar", "electric guitar"],
      from: 0.6,
      pan: 0.1,
      level: 0.85,
    },
    {
      role: "drums",
      play: drums([
        [0, { hat: "x...x...x...x..." }],
        [0.42, { kick: "X.......X.x.....", snare: "....X.......X...", hat: "x.x.x.x.x.x.x.x." }],
        [
          0.65,
          { kick: "X.....x.X.x.....", snare: "....X..g....X..g", openHat: "x.x.x.x.x.x.x.x." },
        ],
        [0.85, { kick: "X..x..x.X.x...x.", snare: "....X..g.g..X.g.", ride: "x.x.x.x.x.x.x.x." }],
      ]),
      on: ["drums"],
    },
    {
      role: "harmony",
      play: pad({ voices: 3, low: 55, high: 76 }),
      on: ["rock organ"],
      from: 0.85,
      chance: 0.4,
      level: 0.55,
    },
  ],
  moods: {
    always: ["driving", "confident"],
    calm: ["brooding"],
    strong: ["energetic", "anthemic"],
  },
  uses: [
    "sports",
    "action",
    "car advertising",
    "trailer",
    "extreme sports",
    "montage",
    "end credits",
  ],
  textures: ["electric", "live band"],
  scenes: [
    "a skater dropping in",
    "the team bus leaving at dawn",
    "a garage, four friends, one take",
  ],
  titles: [
    ["Loud", "Second", "Broken", "Amber", "Hard"],
    ["Avenue", "Gear", "Signals", "Lights", "Left"],
  ],
};
