import { bassPattern } from "../idioms/bass.ts";
import { pad, arpeggio } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import { drums } from "../idioms/drums.ts";
import type { Style } from "../lib/style.ts";

/** A loop: heavy kick, late snare, a dark sample, sub bass. */
export const hipHop: Style = {
  name: "hip-hop",
  family: "hip-hop",
  genres: ["hip hop", "trap"],
  era: "2010s",
  metre: "4/4",
  tempo: [76, 94],
  swing: { grid: 16, amount: 0.3 },
  looseness: 7,
  keys: ["C", "D", "F", "G", "A"],
  modes: [
    {
      mode: "minor",
      scale: "aeolian",
      a: ["Im | Im | bVI | V7", "Im | bVI | Im | bVII", "Im9 | Im9 | IVm7 | Vm7"],
      b: ["bVI | bVII | Im | Im"],
      final: "Im",
    },
    {
      mode: "phrygian",
      scale: "phrygian",
      a: ["Im | bII | Im | bII"],
      b: ["bVI | Im | bII | Im"],
      final: "Im",
      moods: ["menacing"],
    },
  ],
  form: "song",
  ending: "hit",
  kit: ["drum machine", "electronic"],
  room: 0.25,
  parts: [
    {
      role: "harmony",
      play: arpeggio(
        [
          [0, "2..1..0.2..3..1."],
          [0.6, "2..1..0.2.32..1."],
        ],
        { voices: 4, low: 57, high: 76 },
      ),
      on: ["piano", "electric piano", "harp", "pizzicato strings"],
      pan: -0.15,
      level: 0.85,
    },
    {
      role: "bass",
      play: bassPattern(
        [
          [0, "R-------......R-"],
          [0.55, "R-----..R-....RA"],
        ],
        { legato: 1 },
      ),
      on: ["deep synth bass", "synth bass"],
      from: 0.4,
      level: 1.1,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x..x..x-", "..xx..x-", "x-x...x-"],
        cadence: ["x---....", "x-x-...."],
        leap: 0.35,
        octave: 0,
      }),
      on: ["synth lead", "flute", "vocal pad", "bell pad"],
      from: 0.6,
      pan: 0.2,
      level: 0.8,
    },
    {
      role: "harmony",
      play: pad({ voices: 3, low: 52, high: 72 }),
      on: ["strings", "choir", "dark pad"],
      from: 0.5,
      level: 0.65,
      chance: 0.8,
    },
    {
      role: "drums",
      play: drums(
        [
          [0, { hat: "x.x.x.x.x.x.x.x." }],
          [
            0.42,
            {
              kick: "X......x..X.....|X..x......X..x..",
              snare: "....X.......X...",
              clap: "....x.......x...",
              hat: "x.x.x.xrx.x.x.x.|x.x.x.x.x.xrx.rx",
            },
          ],
          [
            0.8,
            {
              kick: "X..x...x..X..x..|X..x..x...X..xx.",
              snare: "....X.......X..g",
              clap: "....x.......x...",
              hat: "xoxoxoxrxoxoxrxr",
              openHat: "......x.......x.",
            },
          ],
        ],
        { fill: "roll", phrase: 8, crash: false },
      ),
      on: ["drums"],
      late: 6,
    },
  ],
  moods: { always: ["confident", "cool"], calm: ["brooding"], strong: ["gritty", "powerful"] },
  uses: ["fashion", "sports", "city", "social media", "vlog", "workout"],
  textures: ["electronic", "beats"],
  scenes: ["a court under floodlights", "slow motion through a crowded market", "a sneaker drop"],
  titles: [
    ["Concrete", "Block", "North", "Heavy", "Gold"],
    ["Code", "Crown", "Tooth", "Exit", "Season"],
  ],
};
