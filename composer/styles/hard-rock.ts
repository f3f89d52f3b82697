import { bassPattern } from "../idioms/bass.ts";
import { powerChords } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import { drums } from "../idioms/drums.ts";
import type { Style } from "../lib/style.ts";

/** Distorted guitars on both sides, palm-muted gallops, double kick: a driving cue. */
export const hardRock: Style = {
  name: "hard rock",
  family: "rock",
  genres: ["hard rock", "metal", "rock"],
  era: "1980s",
  metre: "4/4",
  tempo: [132, 172],
  looseness: 5,
  keys: ["E", "D", "A", "B"],
  modes: [
    {
      mode: "minor",
      scale: "aeolian",
      a: ["Im | Im | bVI | bVII", "Im | bIII | bVII | IVm", "Im | bVII | bVI | bVII"],
      b: ["bVI | bVII | Im | Im", "IVm | bVI | bVII | V"],
      cadence: "bVI bVII",
      final: "I5",
    },
    {
      mode: "phrygian",
      scale: "phrygian",
      a: ["Im | Im | bII | Im", "Im | bII | bIII | bII"],
      b: ["bVI | bVII | bII | Im"],
      cadence: "bII",
      final: "I5",
      moods: ["menacing"],
    },
  ],
  form: "song",
  ending: "hit",
  kit: ["power", "room"],
  room: 0.25,
  sound: "bass=g=-7:f=90,equalizer=f=1500:t=q:w=0.8:g=3",
  parts: [
    {
      role: "harmony",
      play: powerChords([
        [0, "x-------"],
        [0.4, "mmm.mmm.xxm.mmm."],
        [0.65, "mmmmxmmmmmxmmmxm"],
        [0.85, "X-mmX-mmX-mmXxXx"],
      ]),
      on: ["distorted guitar"],
      pan: -0.7,
    },
    {
      role: "harmony",
      play: powerChords([
        [0, "x-------"],
        [0.65, "mmmmxmmmmmxmmmxm"],
        [0.85, "X-mmX-mmX-mmXxXx"],
      ]),
      on: ["overdriven guitar"],
      from: 0.4,
      pan: 0.7,
      level: 0.9,
    },
    {
      role: "bass",
      play: bassPattern(
        [
          [0, "R-------"],
          [0.4, "RRRRRRRR"],
          [0.65, "RRRRRRRRRRRRRRRR"],
        ],
        { legato: 0.8 },
      ),
      on: ["picked bass"],
    },
    {
      role: "melody",
      play: melody({
        cells: ["x-xxx-xx", "xxxxx---", "x---xxxx", "xxxxxxxx"],
        cadence: ["x-------", "x-x-----"],
        leap: 0.4,
        ornament: 0.3,
        scoop: 0.5,
        octave: 1,
        thirds: true,
      }),
      on: ["distorted guitar", "overdriven guitar"],
      from: 0.62,
      level: 0.8,
    },
    {
      role: "drums",
      play: drums(
        [
          [0, { hat: "X...x...X...x..." }],
          [0.4, { kick: "X.x.....X.x.....", snare: "....X.......X...", hat: "X.x.X.x.X.x.X.x." }],
          [
            0.65,
            { kick: "X.xxX.x.X.xxX.x.", snare: "....X.......X...", openHat: "X.x.X.x.X.x.X.x." },
          ],
          [0.85, { kick: "XxxxxxxxXxxxxxxx", snare: "....X.......X...", ride: "X...X...X...X..." }],
        ],
        { phrase: 4 },
      ),
      on: ["drums"],
    },
  ],
  moods: {
    always: ["aggressive", "driving", "powerful"],
    calm: ["brooding"],
    strong: ["intense", "aggressive"],
  },
  uses: ["action", "chase", "fight", "extreme sports", "racing", "game", "workout"],
  textures: ["electric", "distorted"],
  scenes: [
    "engines on the grid before the lights go out",
    "a fight in a freight yard",
    "a downhill run with no brakes",
  ],
  titles: [
    ["Red", "Hot", "Steel", "Full", "Blacktop"],
    ["Line", "Throttle", "Engine", "Ignition", "Fury"],
  ],
};
