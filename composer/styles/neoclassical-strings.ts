import { bassPattern } from "../idioms/bass.ts";
import { pad, arpeggio } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import { guideLine, ostinato } from "../idioms/colour.ts";
import type { Style } from "../lib/style.ts";

/** Minimalist chamber strings: a repeating figure over a lyrical cello. */
export const neoclassicalStrings: Style = {
  name: "neoclassical strings",
  family: "classical",
  genres: ["neoclassical", "chamber music", "soundtrack", "cinematic"],
  metre: "4/4",
  tempo: [84, 108],
  looseness: 11,
  keys: ["A", "D", "E", "G", "C"],
  modes: [
    {
      mode: "minor",
      scale: "aeolian",
      a: ["Im | bVI | bIII | bVII", "Im | IVm | bVI | V"],
      b: ["bVI | bVII | Im | %", "IVm | bVII | bIII | bVI"],
      cadence: "IVm V",
      moods: ["sombre", "bittersweet"],
    },
    {
      mode: "major",
      scale: "major",
      a: ["I | IIIm | VIm | IV", "I | V/VII | VIm | IV"],
      b: ["IV | I/III | IIm | V", "VIm | IIIm | IV | V"],
      cadence: "IV V",
      moods: ["elegant", "hopeful"],
    },
  ],
  form: "rise",
  ending: "ritard",
  room: 0.6,
  parts: [
    {
      role: "harmony",
      play: ostinato(
        [
          [0, "0-1-2-1-"],
          [0.4, "01210121"],
          [0.62, "0121012101210121"],
        ],
        { low: 60, legato: 0.7 },
      ),
      on: ["viola", "violin"],
      pan: -0.35,
      level: 0.74,
      except: ["ending"],
    },
    {
      role: "melody",
      play: melody({
        cells: ["x---x-x-", "x-----x-", "x---x---", "x-x-x-x-"],
        cadence: ["x-------", "x-----.."],
        leap: 0.35,
        ornament: 0.1,
        legato: 1,
      }),
      on: ["cello"],
      from: 0.36,
      pan: 0.3,
    },
    {
      role: "counter",
      play: guideLine({ octave: 0 }),
      on: ["violin", "soft strings"],
      from: 0.55,
      pan: -0.15,
      level: 0.85,
    },
    {
      role: "harmony",
      play: pad({ voices: 4, low: 48, high: 74 }),
      on: ["strings"],
      from: 0.6,
      level: 0.72,
    },
    {
      role: "bass",
      play: bassPattern([
        [0, "R-------"],
        [0.6, "R---5---"],
      ]),
      on: ["contrabass"],
      from: 0.4,
      pan: 0.2,
    },
    {
      role: "harmony",
      play: arpeggio([[0, "b-2-3-2-"]], { voices: 3, low: 52, high: 70 }),
      on: ["piano", "harp"],
      chance: 0.55,
      to: 0.7,
      level: 0.75,
    },
    {
      role: "harmony",
      play: pad({ voices: 4, low: 50, high: 74 }),
      on: ["soft strings"],
      only: ["ending"],
      level: 0.8,
    },
  ],
  moods: { always: ["emotional", "heartfelt"], calm: ["reflective"], strong: ["uplifting"] },
  uses: ["drama", "documentary", "period film", "wedding", "end credits", "charity"],
  textures: ["acoustic", "orchestral"],
  scenes: [
    "letters crossing an ocean",
    "hands at work in an old workshop",
    "the last summer before everything changed",
  ],
  titles: [
    ["Turning", "Quiet", "Open", "Woven", "Small"],
    ["Season", "Thread", "Hands", "Light", "Circles"],
  ],
};
