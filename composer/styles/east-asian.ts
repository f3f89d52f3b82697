import { pedalBass } from "../idioms/bass.ts";
import { pad, arpeggio } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import { percussionLoop } from "../idioms/drums.ts";
import { ostinato } from "../idioms/colour.ts";
import type { Style } from "../lib/style.ts";

/** A pentatonic scale and much space: koto and shakuhachi, a sparse drum. */
export const eastAsian: Style = {
  name: "east asian",
  family: "world",
  genres: ["east asian", "japanese", "world"],
  metre: "4/4",
  tempo: [60, 88],
  looseness: 15,
  keys: ["D", "E", "A", "G"],
  modes: [
    {
      mode: "hirajoshi",
      scale: "hirajoshi",
      a: ["Im | % | Isus2 | Im", "Im | bVI | Im | %"],
      b: ["bVI | Im | bVI | Im", "IVm6 | Im | bVI | Im"],
      final: "I5",
      moods: ["mysterious"],
    },
    {
      mode: "major pentatonic",
      scale: "major pentatonic",
      a: ["Iadd9 | VIm7 | Iadd9 | Vsus4", "I | VIm | IIm7 | I"],
      b: ["VIm7 | IIm7 | Vsus4 | I"],
      final: "Iadd9",
      moods: ["hopeful"],
    },
  ],
  form: "arc",
  ending: "ring",
  kit: ["orchestral"],
  room: 0.6,
  parts: [
    {
      role: "harmony",
      play: arpeggio(
        [
          [0, "0...2.3."],
          [0.4, "0.2.3.4.2.3."],
          [0.55, "0.2342.30.2343.2"],
        ],
        { voices: 4, low: 52, high: 76 },
      ),
      on: ["koto"],
      pan: -0.25,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x-----xx", "x---x-x-", "..x---x-", "x-xx----"],
        cadence: ["x-------", "x-----.."],
        leap: 0.35,
        ornament: 0.35,
        scoop: 0.55,
        legato: 1,
      }),
      on: ["shakuhachi", "flute", "fiddle"],
      from: 0.32,
      except: ["break"],
      pan: 0.2,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x.x...xx", "x..xx...", "..xx.x.."],
        cadence: ["x.xx....", "x......."],
        leap: 0.4,
        ornament: 0.3,
      }),
      on: ["shamisen", "hammered dulcimer"],
      from: 0.45,
      pan: -0.4,
      level: 0.8,
    },
    {
      role: "harmony",
      play: pad({ voices: 3, low: 50, high: 70 }),
      on: ["soft strings", "warm pad"],
      from: 0.4,
      level: 0.65,
    },
    { role: "bass", play: pedalBass(), on: ["cello", "contrabass"], from: 0.45, level: 0.75 },
    {
      role: "colour",
      play: ostinato(
        [
          [0, "0......."],
          [0.55, "0.....0.|0..0..00"],
        ],
        { low: 40, voices: 1 },
      ),
      on: ["taiko drums"],
      from: 0.45,
      level: 0.75,
    },
    {
      role: "drums",
      play: percussionLoop([[0, { woodblock: "x.......", triangle: "......o." }]]),
      on: ["percussion"],
      only: ["intro", "break", "statement"],
      level: 0.6,
      chance: 0.5,
    },
  ],
  moods: {
    always: ["peaceful", "reflective"],
    calm: ["meditative"],
    strong: ["majestic", "emotional"],
  },
  uses: ["travel", "nature documentary", "history", "period film", "meditation"],
  textures: ["acoustic", "traditional"],
  scenes: ["a garden of raked sand", "snow on a temple roof", "a swordsman who does not draw"],
  titles: [
    ["Plum", "Paper", "Stone", "Crane", "Autumn"],
    ["Blossom", "Lantern", "Garden", "Snow", "Temple"],
  ],
};
