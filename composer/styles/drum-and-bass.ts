import { bassPattern } from "../idioms/bass.ts";
import { pad, arpeggio } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import { drums } from "../idioms/drums.ts";
import type { Style } from "../lib/style.ts";

/** Breakbeats at about 174 bpm, a deep bass in half time, high pads. */
export const drumAndBass: Style = {
  name: "drum and bass",
  family: "electronic",
  genres: ["drum and bass", "electronic"],
  era: "1990s",
  metre: "4/4",
  tempo: [168, 178],
  looseness: 2,
  keys: ["C", "D", "E", "F", "G"],
  modes: [
    {
      mode: "minor",
      scale: "aeolian",
      a: ["Im9 | % | bVImaj7 | %", "Im7 | % | IVm9 | %"],
      b: ["bVImaj7 | % | bVII | %"],
      final: "Im9",
    },
    {
      mode: "dorian",
      scale: "dorian",
      a: ["Im9 | % | IV9 | %"],
      b: ["bVIImaj7 | % | IV9 | %"],
      final: "Im9",
      moods: ["atmospheric"],
    },
  ],
  form: "club",
  ending: "hit",
  kit: ["electronic", "drum machine", "standard"],
  room: 0.35,
  sound: "treble=g=-5:f=6000",
  parts: [
    {
      role: "drums",
      play: drums(
        [
          [0, { hat: "x.x.x.x.x.x.x.x." }],
          [0.38, { kick: "X.........X.....", snare: "....X.......X...", hat: "x.x.x.x.x.x.x.x." }],
          [
            0.6,
            {
              kick: "X.X.......X.....|X.X......xX.....",
              snare: "....X..g.g..X..g|....X..g.g..X.gx",
              hat: "xoxxxoxxxoxxxoxx",
            },
          ],
          [
            0.85,
            {
              kick: "X.X...x...X..x..|X.X......xX...x.",
              snare: ".g..X..x.g.xX..g|.g..X..g.x..X.xx",
              ride: "x.x.x.x.x.x.x.x.",
              hat: "xoxoxoxoxoxoxoxo",
            },
          ],
        ],
        { fill: "snare", phrase: 4 },
      ),
      on: ["drums"],
    },
    {
      role: "bass",
      play: bassPattern(
        [
          [0, "R-------R---5---"],
          [0.6, "R----R--..R-8-R-|R---..R-7-5---R-"],
        ],
        { legato: 0.95 },
      ),
      on: ["deep synth bass", "synth bass"],
      from: 0.5,
      level: 1.1,
    },
    {
      role: "harmony",
      play: pad({ voices: 4, low: 55, high: 79 }),
      on: ["warm pad", "synth strings", "choir pad"],
      level: 0.85,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x-----x-", "x---x---", "..x---x-"],
        cadence: ["x-------", "x---...."],
        leap: 0.45,
      }),
      on: ["electric piano", "synth lead", "vocal pad"],
      from: 0.5,
      pan: 0.15,
      level: 0.85,
    },
    {
      role: "harmony",
      play: arpeggio(
        [
          [0, "0.2.1.3."],
          [0.6, "0213021302130213"],
        ],
        { voices: 4, low: 64, high: 84, ring: false },
      ),
      on: ["bell pad", "synth", "kalimba"],
      from: 0.28,
      to: 0.8,
      pan: -0.3,
      level: 0.7,
    },
  ],
  moods: {
    always: ["energetic", "urgent"],
    calm: ["atmospheric"],
    strong: ["intense", "exciting"],
  },
  uses: ["racing", "action", "chase", "extreme sports", "game", "city at night"],
  textures: ["electronic", "breakbeat"],
  scenes: [
    "a drone between towers",
    "a night train seen from the roof",
    "a courier against the clock",
  ],
  titles: [
    ["Terminal", "Fast", "Liquid", "Night", "Velocity"],
    ["Arcade", "Glass", "Corridor", "Courier", "Blue"],
  ],
};
