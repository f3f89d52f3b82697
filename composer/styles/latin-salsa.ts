import { montuno, tumbao } from "../idioms/clave.ts";
import { percussionLoop } from "../idioms/drums.ts";
import { comp } from "../idioms/harmony.ts";
import { hornSection } from "../idioms/horns.ts";
import { melody } from "../idioms/melody.ts";
import type { Style } from "../lib/style.ts";

/** A piano in clave, a bass that avoids the one, hand drums and bells, horns in call and response. */
export const latinSalsa: Style = {
  name: "latin salsa",
  family: "latin",
  genres: ["salsa", "latin", "dance"],
  era: "1970s",
  metre: "4/4",
  tempo: [172, 204],
  looseness: 6,
  keys: ["C", "D", "F", "G", "A", "Bb"],
  modes: [
    {
      mode: "minor",
      scale: "harmonic minor",
      a: ["Im | IVm | V7 | IVm", "Im | % | IIm7b5 | V7", "Im | IVm6 | V7 | Im"],
      b: ["Im | bVII | bVI | V7", "IVm | bVII7 | bIIImaj7 | V7b9"],
      cadence: "V7",
      final: "Im69",
      moods: ["passionate"],
    },
    {
      mode: "major",
      scale: "major",
      a: ["I | IV | V7 | IV", "I | VIm | IIm7 | V7", "I6 | VI7 | IIm7 | V7"],
      b: ["IIm7 | V7 | I6 | VI7", "IVmaj7 | IIIm7 | IIm7 | V7"],
      cadence: "V7",
      final: "I69",
      moods: ["joyful"],
    },
  ],
  form: "song",
  ending: "hit",
  kit: ["standard", "room"],
  room: 0.28,
  sound: "treble=g=3:f=4000",
  parts: [
    {
      role: "harmony",
      play: montuno(
        [
          [0, "r.ii.o.i|.i.o.i.r"],
          [0.6, "r.io.i.o|.i.o.i.r"],
        ],
        { voices: 3, low: 60, high: 78 },
      ),
      on: ["piano"],
      pan: -0.25,
    },
    { role: "bass", play: tumbao(), on: ["double bass", "electric bass"], level: 1.1 },
    {
      role: "drums",
      play: percussionLoop([
        [0, { mutedConga: "o.X.o.g.", openConga: "......xx", claves: "..x.x...|x..x..x." }],
        [
          0.45,
          { mutedConga: "o.X.o.g.|ogX.o.g.", openConga: "......xx", lowConga: "........|...xx..." },
        ],
      ]),
      on: ["congas"],
      pan: 0.2,
    },
    {
      role: "drums",
      play: percussionLoop([
        [0, { sidestick: "x.xx.xx.|xx.xx.x.", pedalHat: "....o..." }],
        [
          0.62,
          {
            cowbell: "X.x.XoXo|X.xoX.x.",
            lowBongo: "..o...oo",
            highTimbale: "........|........|........|......Xr",
            maracas: "xoxoxoxo",
          },
        ],
      ]),
      on: ["timbales"],
      from: 0.42,
      level: 0.85,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x--x--x-", ".xxx-x-x", "x-x-xx-x", ".x-xx-x-"],
        cadence: ["x--x....", "xx-x----"],
        leap: 0.4,
        ornament: 0.15,
        scoop: 0.15,
        legato: 0.8,
        thirds: true,
      }),
      on: ["trumpet"],
      only: ["statement", "climax"],
      pan: 0.1,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x-x--xx-", ".xx-xx-x", "x--xx--x"],
        cadence: ["x-x-....", "x-------"],
        leap: 0.4,
        scoop: 0.35,
        legato: 0.85,
      }),
      on: ["trombone"],
      only: ["variation", "ending"],
      pan: -0.05,
    },
    {
      role: "harmony",
      play: hornSection(
        melody({
          cells: ["X..X..X.", ".xX..xX.", "xx.X...."],
          cadence: ["X.X.....", "xxX....."],
          leap: 0.5,
          legato: 0.6,
          phrase: 2,
        }),
      ),
      on: ["brass section"],
      only: ["climax", "variation", "ending"],
      pan: 0.3,
      level: 0.85,
    },
    {
      role: "melody",
      play: melody({
        cells: ["xx-xx-xx", ".xxxxx-x", "xxx-xx-x", "x-xx.xxx"],
        cadence: ["x-x-....", "xxx-...."],
        leap: 0.45,
        improvise: true,
        octave: 1,
        thirds: true,
      }),
      on: ["piano"],
      only: ["break"],
      pan: -0.25,
    },
    {
      role: "harmony",
      play: comp([[0, "X...............|..............XX"]], { voices: 4, low: 58, high: 79 }),
      on: ["brass section"],
      only: ["intro"],
      level: 0.7,
    },
  ],
  moods: {
    always: ["festive", "lively"],
    calm: ["sunny", "warm"],
    strong: ["danceable", "energetic"],
  },
  uses: ["nightclub", "party", "city", "summer", "parade", "cooking"],
  textures: ["acoustic", "syncopated", "live band"],
  scenes: [
    "a dance floor where nobody sits down",
    "old cars along a sea wall at noon",
    "a kitchen in full swing on a Saturday",
  ],
  titles: [
    ["Calle", "Mango", "Havana", "Noche de", "La Vecina", "Azúcar"],
    ["Caliente", "Corner", "Ocho", "Fiesta", "Corazón", "Sabrosa"],
  ],
};
