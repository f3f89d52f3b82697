import { bassPattern } from "../idioms/bass.ts";
import { strum, arpeggio } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import { percussionLoop } from "../idioms/drums.ts";
import { drone } from "../idioms/colour.ts";
import type { Style } from "../lib/style.ts";

/** A jig: whistle and fiddle in unison over a guitar in drop tuning and a bodhrán. */
export const celtic: Style = {
  name: "celtic",
  family: "folk",
  genres: ["celtic", "folk"],
  metre: "6/8",
  tempo: [92, 122],
  looseness: 7,
  keys: ["D", "G", "A", "E"],
  modes: [
    {
      mode: "major",
      scale: "major",
      a: ["I | I | IV | V | I | I | IV V | I", "I | IV | I | V | I | IV | V | I"],
      b: ["IV | I | IV | V | VIm | IV | V | I", "VIm | V | IV | I"],
      cadence: "V",
      final: "I",
      moods: ["joyful"],
    },
    {
      mode: "dorian",
      scale: "dorian",
      a: ["Im | bVII | Im | bVII | Im | bVII | Im bVII | Im", "Im | IV | bVII | Im"],
      b: ["bIII | bVII | IV | Im", "bVII | Im | bVII | Im"],
      cadence: "bVII",
      final: "Im",
      moods: ["magical"],
    },
  ],
  form: "strains",
  ending: "ring",
  kit: ["orchestral"],
  room: 0.4,
  parts: [
    {
      role: "melody",
      play: melody({
        cells: ["xxxxxx", "x-xx-x", "x-xxxx", "xxxx-x"],
        cadence: ["x-xx--", "xxxx--"],
        leap: 0.45,
        ornament: 0.4,
        legato: 0.9,
      }),
      on: ["tin whistle", "flute"],
      only: ["intro", "statement", "climax", "break"],
      pan: 0.1,
    },
    {
      role: "melody",
      play: melody({
        cells: ["xxxxxx", "x-xxxx", "xxxx-x"],
        cadence: ["x-xx--", "xxxx--"],
        leap: 0.4,
        ornament: 0.35,
        legato: 0.9,
      }),
      on: ["fiddle"],
      only: ["variation", "climax", "ending"],
      pan: -0.15,
    },
    {
      role: "harmony",
      play: strum(
        [
          [0, "D--D--"],
          [0.5, "D-UD-U"],
          [0.8, "D-UDUU"],
        ],
        { voices: 5, low: 47, high: 69 },
      ),
      on: ["acoustic guitar", "12-string guitar"],
      from: 0.45,
      pan: -0.35,
      level: 0.8,
    },
    {
      role: "harmony",
      play: arpeggio(
        [
          [0, "b-2-1-"],
          [0.5, "b12321"],
        ],
        { voices: 3, low: 55, high: 74 },
      ),
      on: ["harp"],
      to: 0.75,
      pan: 0.35,
      level: 0.8,
    },
    {
      role: "colour",
      play: drone({ low: 45 }),
      on: ["bagpipes", "accordion", "strings"],
      from: 0.6,
      level: 0.5,
    },
    {
      role: "bass",
      play: bassPattern([
        [0, "R--5--"],
        [0.7, "R--R--"],
      ]),
      on: ["double bass", "cello"],
      from: 0.5,
    },
    {
      role: "drums",
      play: percussionLoop([
        [0, { lowTom: "x.ox.o" }],
        [0.7, { floorTom: "X..x..", lowTom: "..ox.o" }],
      ]),
      on: ["frame drum"],
      from: 0.5,
      level: 0.75,
    },
  ],
  moods: { always: ["rustic", "lively"], calm: ["pastoral"], strong: ["joyful", "festive"] },
  uses: ["fantasy", "travel", "bar scene", "history", "nature", "aerial footage"],
  textures: ["acoustic", "traditional"],
  scenes: [
    "green cliffs and a changing sky",
    "a pub when the dancing starts",
    "a fair in a stone village",
  ],
  titles: [
    ["The Miller's", "Green", "Kerry", "The Grey", "Heather"],
    ["Daughter", "Ferry", "Hill", "Goose", "Reel"],
  ],
};
