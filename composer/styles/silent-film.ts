import { bassPattern } from "../idioms/bass.ts";
import { comp } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import { rollInto } from "../idioms/colour.ts";
import type { Style } from "../lib/style.ts";

/** A cinema pianist: stride left hand, and a tune that runs and stumbles. */
export const silentFilm: Style = {
  name: "silent film piano",
  family: "comedy",
  genres: ["ragtime", "silent film"],
  era: "1920s",
  metre: "2/4",
  tempo: [84, 124],
  looseness: 10,
  keys: ["C", "F", "G", "Bb", "Eb"],
  modes: [
    {
      mode: "major",
      scale: "major",
      a: ["I | I | VI7 | VI7 | II7 | V7 | I | V7", "I | #Idim7 | IIm | V7 | I | VI7 | II7 V7 | I"],
      b: [
        "IV | #IVdim7 | I | VI7 | II7 | V7 | I | I",
        "VIm | III7 | VIm | II7 | V | II7 | V7 | V7",
      ],
      cadence: "II7 V7",
      final: "I6",
      moods: ["cheerful", "funny"],
    },
    {
      mode: "minor",
      scale: "harmonic minor",
      a: ["Im | Im | V7 | V7 | Im | IVm | V7 | Im", "Im | Idim | V7 | Im"],
      b: ["bVI | bIII | IIm7b5 | V7", "IVm | Im | II7 | V7"],
      cadence: "IIm7b5 V7",
      final: "Im",
      moods: ["sinister", "sneaky"],
    },
  ],
  form: "strains",
  ending: "hit",
  room: 0.25,
  sound: "highpass=f=90,lowpass=f=7000",
  parts: [
    {
      role: "bass",
      play: bassPattern(
        [
          [0, "R.5."],
          [0.85, "R.5A"],
        ],
        { legato: 0.7 },
      ),
      on: ["honky-tonk piano"],
    },
    {
      role: "harmony",
      play: comp([[0, ".x.x"]], { voices: 3, low: 55, high: 69, legato: 0.5 }),
      on: ["honky-tonk piano"],
      level: 0.75,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x.xx.xx.", "xxx-x-x-", ".xx-xxx-", "xxxxxxxx"],
        cadence: ["x-x-x---", "x---x..."],
        leap: 0.55,
        ornament: 0.3,
        thirds: true,
        octave: 0,
        legato: 0.8,
      }),
      on: ["honky-tonk piano"],
    },
    {
      role: "colour",
      play: rollInto({ beats: 2, tone: 4 }),
      on: ["honky-tonk piano"],
      only: ["intro", "break"],
      level: 0.8,
    },
  ],
  moods: { always: ["funny", "charming"], calm: ["innocent"], strong: ["frantic", "playful"] },
  uses: ["slapstick", "comedy", "comic chase", "cartoon", "period film"],
  textures: ["acoustic", "vintage"],
  scenes: [
    "a policeman, a ladder and a bucket of paint",
    "a villain tying knots",
    "a chase around a table",
  ],
  titles: [
    ["The Runaway", "Custard", "Professor", "Ladder", "Two Reel"],
    ["Bicycle", "Pie", "Mishap", "Trouble", "Rag"],
  ],
};
