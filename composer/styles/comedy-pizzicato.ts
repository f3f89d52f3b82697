import { bassPattern } from "../idioms/bass.ts";
import { comp } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import { percussionLoop } from "../idioms/drums.ts";
import { sparse, accents } from "../idioms/colour.ts";
import type { Style } from "../lib/style.ts";

/** Tiptoe music: plucked strings, a comic bassoon, small surprises on weak beats. */
export const comedyPizzicato: Style = {
  name: "comedy pizzicato",
  family: "comedy",
  genres: ["comedy", "orchestral"],
  metre: "4/4",
  tempo: [104, 138],
  looseness: 9,
  keys: ["C", "F", "G", "Bb", "D"],
  modes: [
    {
      mode: "major",
      scale: "major",
      a: ["I | VI7 | II7 | V7", "I | #Idim7 | IIm | V7"],
      b: ["IVm | I | II7 | V7", "IV | #IVdim7 | I/V | V7"],
      cadence: "IIm V7",
      final: "I6",
      moods: ["cheerful", "playful"],
    },
    {
      mode: "minor",
      scale: "harmonic minor",
      a: ["Im | V7 | Im | V7", "Im | IVm | V7 | Im"],
      b: ["bVI | bIII | IIm7b5 | V7", "IVm | Im | II7 | V7"],
      cadence: "IIm7b5 V7",
      final: "Im6",
      moods: ["sneaky", "mischievous"],
    },
  ],
  form: "strains",
  ending: "hit",
  lift: 0.3,
  kit: ["orchestral", "standard"],
  room: 0.35,
  parts: [
    {
      role: "harmony",
      play: comp(
        [
          [0, "..x...x."],
          [0.55, "..x...xx"],
          [0.8, "..x.x.xx"],
        ],
        { voices: 3, low: 55, high: 74, legato: 0.5 },
      ),
      on: ["pizzicato strings"],
      pan: -0.25,
    },
    {
      role: "bass",
      play: bassPattern(
        [
          [0, "R...5..."],
          [0.65, "R...5..A"],
        ],
        { legato: 0.5 },
      ),
      on: ["bassoon", "tuba", "double bass"],
      pan: 0.2,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x.xxx.x.", "xx.xx.x.", "x..xx.xx", "x.x..xx."],
        cadence: ["x.x.X...", "xxx.x..."],
        leap: 0.5,
        ornament: 0.3,
        legato: 0.55,
      }),
      on: ["clarinet", "xylophone", "oboe", "marimba"],
      only: ["statement", "climax"],
      pan: 0.1,
    },
    {
      role: "melody",
      play: melody({
        cells: ["..xxx.x.", "x.x.xxx.", "xxxx..x."],
        cadence: ["x.x.X...", "x...x..."],
        leap: 0.5,
        ornament: 0.25,
        legato: 0.5,
      }),
      on: ["bassoon", "glockenspiel", "flute", "pizzicato strings"],
      only: ["variation", "break", "climax"],
      pan: -0.1,
      level: 0.9,
    },
    {
      role: "colour",
      play: sparse({ everyBeats: 4, grace: 0.8 }),
      on: ["xylophone", "glockenspiel"],
      only: ["intro"],
    },
    {
      role: "drums",
      play: percussionLoop([
        [0, { woodblock: "..x...x." }],
        [0.65, { woodblock: "x.xxx.x.", triangle: "x.......", tambourine: "..x...x." }],
      ]),
      on: ["percussion"],
      from: 0.5,
      level: 0.8,
    },
    { role: "colour", play: accents({ everyBars: 4 }), on: ["timpani"], from: 0.7 },
  ],
  moods: {
    always: ["funny", "quirky", "playful"],
    calm: ["sneaky"],
    strong: ["mischievous", "bouncy"],
  },
  uses: ["comedy", "children", "animals", "blooper reel", "cartoon"],
  textures: ["acoustic", "orchestral"],
  scenes: [
    "a cat planning to steal the fish",
    "tiptoeing past the boss",
    "everything going slightly wrong at a wedding",
  ],
  titles: [
    ["The Sneaky", "Tiptoe", "Mister", "Banana", "The Clumsy"],
    ["Waiter", "Parade", "Pudding", "Burglar", "Penguin"],
  ],
};
