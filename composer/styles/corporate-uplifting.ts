import { bassPattern } from "../idioms/bass.ts";
import { pad, comp, arpeggio } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import { drums } from "../idioms/drums.ts";
import type { Style } from "../lib/style.ts";

/** Muted guitar in a delay-like pattern, piano chords, claps; a little brighter every eight bars. */
export const corporateUplifting: Style = {
  name: "corporate uplifting",
  family: "corporate",
  genres: ["corporate", "pop"],
  era: "2010s",
  metre: "4/4",
  tempo: [108, 126],
  looseness: 6,
  keys: ["C", "D", "G", "A", "E"],
  modes: [
    {
      mode: "major",
      scale: "major",
      a: ["I | V | VIm | IV", "Iadd9 | IVadd9 | VIm7 | Vsus4", "IVadd9 | I | V | VIm"],
      b: ["VIm | IV | I | V", "IIm7 | IV | VIm | V"],
      cadence: "IVadd9 V",
      final: "Iadd9",
    },
  ],
  form: "rise",
  ending: "ring",
  lift: 0.2,
  kit: ["standard", "room"],
  room: 0.45,
  sound: "acompressor=threshold=0.02:ratio=2.5:attack=15:release=400",
  parts: [
    {
      role: "harmony",
      play: arpeggio(
        [
          [0, "2.1.2.0."],
          [0.45, "2012201220122012"],
        ],
        { voices: 3, low: 60, high: 79, ring: false },
      ),
      on: ["muted guitar", "electric guitar"],
      pan: -0.35,
      level: 0.85,
      except: ["ending"],
    },
    {
      role: "harmony",
      play: comp(
        [
          [0, "x-------"],
          [0.55, "x--x--x-"],
          [0.85, "x-xxx-x-"],
        ],
        { voices: 4, low: 52, high: 74, legato: 1 },
      ),
      on: ["piano"],
      pan: 0.1,
    },
    {
      role: "harmony",
      play: pad({ voices: 4, low: 52, high: 76 }),
      on: ["strings", "warm pad", "synth strings"],
      from: 0.55,
      level: 0.75,
    },
    {
      role: "bass",
      play: bassPattern(
        [
          [0, "R-------"],
          [0.6, "RRRRRRRR"],
          [0.9, "RRRRRRR8"],
        ],
        { legato: 0.85 },
      ),
      on: ["electric bass", "picked bass"],
      from: 0.4,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x--x--x-", "x---x-x-", "..x-x-x-"],
        cadence: ["x-------", "x---x---"],
        leap: 0.4,
      }),
      on: ["glockenspiel", "electric guitar", "bell pad"],
      from: 0.6,
      pan: 0.3,
      level: 0.85,
    },
    {
      role: "drums",
      play: drums(
        [
          [0, { clap: "....x.......x..." }],
          [0.6, { kick: "X...X...X...X...", clap: "....x.......x...", shaker: "x.xox.xox.xox.xo" }],
          [
            0.85,
            {
              kick: "X...X...X...X.x.",
              snare: "....X.......X...",
              clap: "....x.......x...",
              hat: "x.x.x.x.x.x.x.x.",
              openHat: "..x...x...x...x.",
            },
          ],
        ],
        { fill: "toms" },
      ),
      on: ["drums"],
      from: 0.5,
    },
  ],
  moods: {
    always: ["uplifting", "positive", "optimistic"],
    calm: ["hopeful"],
    strong: ["inspiring", "motivational"],
  },
  uses: ["corporate", "presentation", "product launch", "explainer", "real estate", "technology"],
  textures: ["modern"],
  scenes: [
    "a team at a glass wall full of notes",
    "the founder's story in ninety seconds",
    "people building something together",
  ],
  titles: [
    ["Forward", "Bright", "Next", "Open", "Better"],
    ["Steps", "Quarter", "Horizon", "Momentum", "Days"],
  ],
};
