import { bassPattern } from "../idioms/bass.ts";
import { ostinato } from "../idioms/colour.ts";
import { percussionLoop } from "../idioms/drums.ts";
import { together } from "../idioms/ensemble.ts";
import { comp } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import type { Style } from "../lib/style.ts";

/** A tune on five notes, the same for all players. */
const tune = {
  cells: ["xxx-", "xxxx", "x-x-", "xxxxx-x-"],
  cadence: ["x-..", "x---", "xxx-"],
  leap: 0.4,
  legato: 0.8,
};

const register = { low: 72, high: 81 };

/** Recorder, xylophone and toy piano on one tune, a round in the middle, hand claps throughout. */
export const childrensSong: Style = {
  name: "children's song",
  family: "comedy",
  genres: ["children", "nursery rhyme"],
  metre: "2/4",
  tempo: [100, 126],
  looseness: 13,
  keys: ["C", "D", "F", "G", "Bb", "A"],
  modes: [
    {
      mode: "major",
      scale: "major",
      a: [
        "I | I | V7 | I",
        "I | IV | I | V7 | I | IV | V7 | I",
        "I | V7 | I | V7 | I | IV | I V7 | I",
        "I | I | IV | I | V7 | I | V7 | I",
      ],
      // Rounds: the same chord returns every second bar, so that a late voice still fits.
      b: ["I | V7", "V7 | I", "I | IV"],
      cadence: "V7",
      final: "I",
    },
  ],
  form: "strains",
  ending: "hit",
  lift: 0.35,
  kit: ["standard"],
  room: 0.16,
  parts: [
    {
      role: "melody",
      play: together(melody(tune), register),
      on: ["recorder"],
      except: ["break"],
      pan: 0.1,
    },
    {
      role: "melody",
      play: together(melody({ ...tune, legato: 0.5 }), register),
      on: ["xylophone"],
      only: ["statement", "climax", "ending"],
      from: 0.5,
      pan: -0.25,
      level: 0.85,
    },
    {
      role: "melody",
      play: together(melody(tune), { ...register, lateBars: 2 }),
      on: ["celesta", "music box"],
      only: ["variation", "break"],
      pan: 0.35,
    },
    {
      role: "melody",
      play: together(melody(tune), register),
      on: ["harmonica", "clarinet"],
      only: ["break", "climax"],
      pan: -0.1,
      level: 0.75,
    },
    {
      role: "harmony",
      play: comp([[0, ".x.x"]], { voices: 3, low: 60, high: 76, legato: 0.45 }),
      on: ["honky-tonk piano", "accordion"],
      except: ["intro"],
      pan: -0.35,
      level: 0.62,
    },
    {
      role: "colour",
      play: ostinato(
        [
          [0, "0.2."],
          [0.6, "0212"],
        ],
        { low: 72, voices: 3 },
      ),
      on: ["kalimba", "marimba"],
      only: ["intro", "variation", "break"],
      pan: 0.4,
      level: 0.7,
    },
    {
      role: "bass",
      play: bassPattern([[0, "R.5."]], { legato: 0.6 }),
      on: ["tuba", "bassoon"],
      from: 0.5,
      level: 0.85,
    },
    {
      role: "drums",
      play: percussionLoop([
        [0, { clap: "..x.|..xx" }],
        [0.5, { clap: "x.x.|xxx.", woodblock: ".o.o" }],
        [0.65, { clap: "..xx|x.x.|..xx|xxx.", tambourine: ".o.o" }],
        [0.85, { clap: "x.x.|xxx.", tambourine: "xoxo", kick: "x...", triangle: "x...|...." }],
      ]),
      on: ["hand claps"],
    },
  ],
  moods: {
    always: ["playful", "innocent", "happy"],
    calm: ["cute"],
    strong: ["fun", "carefree"],
  },
  uses: ["birthday party", "children", "school", "cartoon", "family video"],
  textures: ["acoustic", "small combo"],
  scenes: [
    "a birthday cake carried through a dark room",
    "twenty boots in a row outside the kindergarten",
    "a paper boat in a puddle",
    "the school bus on the last day before summer",
  ],
  titles: [
    ["Five Little", "Hopping", "My Yellow", "Round the", "Jelly"],
    ["Ducklings", "Boots", "Balloon", "Puddle", "Roundabout"],
  ],
};
