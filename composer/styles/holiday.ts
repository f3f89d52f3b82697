import { bassPattern } from "../idioms/bass.ts";
import { accents, guideLine, ostinato, rollInto, sparse } from "../idioms/colour.ts";
import { percussionLoop } from "../idioms/drums.ts";
import { together } from "../idioms/ensemble.ts";
import { comp, pad } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import type { Style } from "../lib/style.ts";

const tune = {
  cells: ["x-x-x-x-", "x--xx-x-", "x-xxx-x-", "x---x-x-"],
  cadence: ["x---x---", "x-----..", "x-x-x---"],
  leap: 0.4,
  legato: 0.9,
};

const register = { low: 65, high: 79 };

/** A sleigh ride: bells on every quaver, brass and choir on the tune, celesta sparkle on top. */
export const holiday: Style = {
  name: "holiday",
  family: "seasonal",
  genres: ["christmas", "orchestral"],
  metre: "4/4",
  tempo: [112, 138],
  swing: { grid: 8, amount: 0.3 },
  looseness: 8,
  keys: ["F", "Bb", "Eb", "C", "G"],
  modes: [
    {
      mode: "major",
      scale: "major",
      a: [
        "I | VIm | IIm7 | V7 | I | I7 | IV IVm | I/V V7",
        "I I+ | I6 I7 | IV | #IVdim7 | I/V | VI7 | II7 V7 | I",
        "I | I/III IV | V7 | I | I | VI7 | II7 | V7",
        "Imaj7 | VIm7 | IIm7 | V7 | IIIm7 | VI7 | IIm7 V7 | I6",
      ],
      b: [
        "IV | IV | I | I | II7 | II7 | V | V7",
        "IIIm | VI7 | IIm | IIm | II7 | II7 | V7sus4 | V7",
        "IV V | IIIm VIm | IIm V7 | I | IVm | I | II7 | V7",
      ],
      cadence: "IIm7 V7",
      final: "I6",
    },
  ],
  form: "song",
  ending: "hit",
  lift: 0.6,
  kit: ["orchestral"],
  room: 0.5,
  parts: [
    {
      role: "drums",
      play: percussionLoop([
        [0, { jingle: "x.o.x.o." }],
        [0.45, { jingle: "XoxoXoxo", woodblock: "x.......|x...x..." }],
        [0.65, { jingle: "XoxoXoxo", snare: "..g...g.", triangle: "x......." }],
        [0.85, { jingle: "XxXxXxXx", snare: "..x...xg", kick: "x...x...", crash: "o.......|" }],
      ]),
      on: ["sleigh bells"],
      except: ["break"],
      level: 0.5,
    },
    {
      role: "melody",
      play: together(melody(tune), register),
      on: ["french horn", "trumpet"],
      only: ["statement"],
      pan: -0.15,
    },
    {
      role: "melody",
      play: together(melody({ ...tune, thirds: true }), register),
      on: ["brass section"],
      only: ["climax", "ending"],
      pan: 0.1,
    },
    {
      role: "melody",
      play: together(melody(tune), register),
      on: ["glockenspiel"],
      from: 0.45,
      pan: 0.35,
      level: 0.75,
    },
    {
      role: "melody",
      play: together(melody({ ...tune, legato: 1 }), register),
      on: ["violin", "clarinet", "oboe"],
      only: ["variation", "break"],
      pan: -0.2,
    },
    {
      role: "harmony",
      play: pad({ voices: 4, low: 55, high: 76 }),
      on: ["choir"],
      only: ["break", "climax", "ending"],
      pan: 0.15,
      level: 0.95,
    },
    {
      role: "harmony",
      play: comp(
        [
          [0, "..x...x."],
          [0.6, "..x...xx"],
        ],
        { voices: 4, low: 55, high: 76, legato: 0.5 },
      ),
      on: ["pizzicato strings"],
      to: 0.8,
      except: ["break"],
      pan: -0.3,
      level: 0.8,
    },
    {
      role: "harmony",
      play: ostinato([[0, "0-1-2-3-4-5-3-1-"]], { low: 60, legato: 0.8 }),
      on: ["strings", "harp"],
      from: 0.6,
      pan: -0.35,
      level: 0.7,
    },
    {
      role: "counter",
      play: guideLine(),
      on: ["french horn", "trombone"],
      from: 0.6,
      pan: 0.25,
      level: 0.75,
    },
    {
      role: "bass",
      play: bassPattern([
        [0, "R---5---"],
        [0.6, "R---5--A"],
        [0.85, "R-R-5-A-"],
      ]),
      on: ["contrabass", "tuba"],
      from: 0.4,
    },
    {
      role: "colour",
      play: sparse({ everyBeats: 4, grace: 0.6 }),
      on: ["celesta"],
      only: ["intro", "break"],
      pan: 0.3,
      level: 1.3,
    },
    { role: "colour", play: accents({ everyBars: 2 }), on: ["tubular bells"], from: 0.85 },
    {
      role: "colour",
      play: rollInto({ beats: 4, tone: 0 }),
      on: ["timpani"],
      only: ["variation", "statement"],
    },
  ],
  moods: {
    always: ["festive", "warm", "joyful"],
    calm: ["nostalgic"],
    strong: ["uplifting", "happy"],
  },
  uses: ["christmas", "winter", "advertising", "family video", "shopping"],
  textures: ["orchestral", "lush"],
  scenes: [
    "a shop window on the first evening of December",
    "the whole family in one small kitchen",
    "a tree carried home through the snow",
    "children listening for bells on the roof",
  ],
  titles: [
    ["Silver", "Snowy", "Mulled", "Candlelit", "December", "Ribbon"],
    ["Sleigh", "Window", "Morning", "Street", "Wishes", "Parade"],
  ],
};
