import { bassPattern } from "../idioms/bass.ts";
import { pad, comp } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import { percussionLoop } from "../idioms/drums.ts";
import type { Style } from "../lib/style.ts";

/** Nylon guitar, soft bass in two, an unhurried flute. */
export const bossaNova: Style = {
  name: "bossa nova",
  family: "latin",
  genres: ["bossa nova", "latin", "jazz"],
  era: "1960s",
  metre: "4/4",
  tempo: [116, 144],
  looseness: 9,
  keys: ["F", "G", "C", "D", "Bb"],
  modes: [
    {
      mode: "major",
      scale: "major",
      a: ["Imaj7 | II7 | IIm7 | V7", "Imaj9 | VIm7 | IIm7 | V13", "Imaj7 | #Idim7 | IIm7 | V7"],
      b: ["IVmaj7 | IVm6 | IIIm7 | VI7b9", "IIm7 | bII7 | Imaj7 | VI7"],
      cadence: "IIm7 V13",
      final: "Imaj9",
      moods: ["sunny"],
    },
    {
      mode: "minor",
      scale: "harmonic minor",
      a: ["Im7 | IIm7b5 | V7b9 | Im7", "Im9 | IVm7 | V7b9 | Im9"],
      b: ["IVm7 | bVII7 | bIIImaj7 | V7b9"],
      cadence: "IIm7b5 V7b9",
      final: "Im69",
      moods: ["wistful"],
    },
  ],
  form: "head",
  ending: "ring",
  kit: ["brush", "standard"],
  room: 0.3,
  parts: [
    {
      role: "harmony",
      play: comp(
        [
          [0, "x-.x-.x-|.x-.x-.."],
          [0.6, "x-.x-.x-|.x-.x-x-"],
        ],
        { voices: 4, low: 52, high: 71, rootless: true, legato: 0.95 },
      ),
      on: ["nylon guitar"],
      pan: -0.2,
    },
    {
      role: "bass",
      play: bassPattern(
        [
          [0, "R--5---5"],
          [0.55, "R--55--R"],
        ],
        { legato: 0.9 },
      ),
      on: ["double bass"],
    },
    {
      role: "melody",
      play: melody({
        cells: ["x--x--x-", ".xx-x-x-", "x-xx--x-", "xx.x-x--"],
        cadence: ["x-------", "x--x----"],
        leap: 0.4,
        ornament: 0.2,
        scoop: 0.2,
      }),
      on: ["flute", "tenor saxophone", "clarinet", "vibraphone"],
      from: 0.4,
      except: ["solo", "break"],
      pan: 0.15,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x-xxx-xx", ".xxxx-x-", "x--xxxx-"],
        cadence: ["x-x-....", "x-----.."],
        leap: 0.4,
        improvise: true,
        octave: 0,
      }),
      on: ["piano", "vibraphone", "muted trumpet"],
      only: ["solo"],
      pan: 0.1,
      level: 0.9,
    },
    {
      role: "drums",
      play: percussionLoop([
        [0, { shaker: "xoxoxoxo" }],
        [0.5, { sidestick: "x..x..x.|..x..x..", hat: "xoxoxoxo", kick: "o..oo..o" }],
        [
          0.7,
          {
            sidestick: "x..x..x.|..x..x..",
            shaker: "xoxoxoxo",
            kick: "x..oo..o",
            openHat: ".......o",
          },
        ],
      ]),
      on: ["drums"],
      from: 0.35,
      level: 0.8,
    },
    {
      role: "harmony",
      play: pad({ voices: 3, low: 55, high: 76 }),
      on: ["soft strings", "electric piano"],
      from: 0.66,
      chance: 0.7,
      level: 0.6,
    },
  ],
  moods: {
    always: ["relaxed", "warm"],
    calm: ["romantic", "gentle"],
    strong: ["carefree", "charming"],
  },
  uses: ["cafe", "beach", "travel", "lounge", "cooking", "restaurant"],
  textures: ["acoustic", "syncopated"],
  scenes: [
    "a café table in the shade",
    "a balcony over the bay",
    "a waiter with all the time in the world",
  ],
  titles: [
    ["Slow", "Coconut", "Shaded", "Harbour", "August"],
    ["Terrace", "Hour", "Palms", "Balcony", "Breeze"],
  ],
};
