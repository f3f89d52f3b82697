import { ostinato, sparse } from "../idioms/colour.ts";
import { drums, percussionLoop } from "../idioms/drums.ts";
import { arpeggio, comp, pad } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import { hatRolls, sub808 } from "../idioms/trap.ts";
import type { Style } from "../lib/style.ts";

/** Half-time and cold: a gliding sub bass, stuttering hats, a bell figure with long reverb. */
export const trap: Style = {
  name: "trap",
  family: "hip-hop",
  genres: ["trap", "hip hop"],
  era: "2010s",
  metre: "4/4",
  tempo: [132, 150],
  looseness: 1,
  keys: ["C", "C#", "D", "F", "F#", "G"],
  modes: [
    {
      mode: "minor",
      scale: "harmonic minor",
      a: ["Im | % | bVI | %", "Im | % | bVI | V", "Im | % | IVm | V"],
      b: ["bVI | % | Im | %", "IVm | % | bVI | V"],
      final: "Im",
    },
    {
      mode: "phrygian",
      scale: "phrygian",
      a: ["Im | % | bII | %", "Im | % | bII | Im"],
      b: ["bVI | % | bII | %"],
      final: "Im",
      moods: ["menacing"],
    },
  ],
  form: "song",
  ending: "hit",
  kit: ["drum machine"],
  room: 0.4,
  sound: "treble=g=2:f=6000",
  parts: [
    {
      role: "harmony",
      play: arpeggio(
        [
          [0, "2..1..0.|2..3..1.|2..1..0.|..1...0."],
          [0.6, "2..1..0.|2.32..1.|2..1..0.|2.1.3.0."],
        ],
        { voices: 4, low: 69, high: 90 },
      ),
      on: ["bell pad", "music box", "celesta"],
      except: ["break"],
      pan: -0.2,
      level: 1.3,
    },
    {
      role: "bass",
      play: sub808([
        [0, "R-------|........|R-----R-|....U---"],
        [0.6, "R-----R-|....F---|R-----R-|..U---8-"],
        [0.75, "R----.R-|..R-..F-|R----.R-|8-..D---"],
      ]),
      on: ["808 bass"],
      from: 0.42,
      level: 0.82,
    },
    {
      role: "drums",
      play: hatRolls(),
      on: ["hi-hats"],
      from: 0.42,
      level: 0.8,
    },
    {
      role: "drums",
      play: drums(
        [
          [0, { kick: "X...............|................" }],
          [
            0.42,
            {
              kick: "X.....x.........|....x.......x...|X.....x.........|..x...x.........",
              snare: "........X.......",
              clap: "........X.......",
            },
          ],
          [
            0.8,
            {
              kick: "X.....x.....x...|....x.....x.x...|X.....x.....x...|X.x...x...x.....",
              snare: "........X.......|........X.......|........X.......|........X...g.x.",
              clap: "........X.......",
              openHat: "................|..............x.",
            },
          ],
        ],
        { fill: "none", crash: true },
      ),
      on: ["drums"],
    },
    {
      role: "melody",
      play: melody({
        cells: ["x--x--..", "..x-x---", "x-x-..x-", "x---x---"],
        cadence: ["x---....", "x-------"],
        leap: 0.35,
        scoop: 0.25,
      }),
      on: ["choir", "vocal pad", "shakuhachi", "synth lead"],
      only: ["variation", "climax"],
      pan: 0.2,
      level: 0.8,
    },
    {
      role: "harmony",
      play: pad({ voices: 3, low: 48, high: 67 }),
      on: ["dark pad", "strings"],
      level: 0.85,
    },
    {
      role: "harmony",
      play: comp([[0, "X--.....|........|........|......X-"]], {
        voices: 4,
        low: 48,
        high: 69,
        legato: 0.9,
      }),
      on: ["brass section", "synth brass", "tremolo strings"],
      from: 0.8,
      chance: 0.7,
      pan: 0.1,
      level: 0.8,
    },
    {
      role: "colour",
      play: sparse({ everyBeats: 4, grace: 0.5 }),
      on: ["tubular bells", "church bell"],
      only: ["intro", "break"],
      level: 1.25,
    },
    {
      role: "colour",
      play: ostinato([[0, "0.0.0.0."]], { low: 60, voices: 2, legato: 0.4 }),
      on: ["pizzicato strings", "violin"],
      only: ["break", "climax"],
      chance: 0.6,
      pan: -0.35,
      level: 0.6,
    },
    {
      role: "drums",
      play: percussionLoop([[0, { woodblock: "..............x.|......x........." }]]),
      on: ["percussion"],
      from: 0.6,
      chance: 0.5,
      level: 0.6,
    },
  ],
  moods: {
    always: ["dark", "confident"],
    calm: ["brooding", "cool"],
    strong: ["menacing", "powerful"],
  },
  uses: ["city at night", "fashion", "sports", "fight", "social media", "crime"],
  textures: ["electronic", "beats", "modern"],
  scenes: [
    "a black car rolling through an underpass",
    "boxers walking out of the tunnel",
    "a chain on a dashboard at night",
  ],
  titles: [
    ["Cold", "Iron", "Midnight", "Ten Blocks", "Silver", "No"],
    ["Signal", "Witness", "Chain", "Ceiling", "Ransom", "Mercy"],
  ],
};
