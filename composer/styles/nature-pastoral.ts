import { bassPattern } from "../idioms/bass.ts";
import { arpeggio, pad } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import { guideLine, rollInto } from "../idioms/colour.ts";
import { arabesque } from "../idioms/arabesque.ts";
import type { Style } from "../lib/style.ts";

/** Folk-song modes over wide strings: an oboe tune, and free runs of a flute above it. */
export const naturePastoral: Style = {
  name: "nature pastoral",
  family: "classical",
  genres: ["english pastoral", "orchestral"],
  metre: "6/8",
  tempo: [42, 56],
  looseness: 18,
  keys: ["D", "G", "F", "E", "Bb"],
  modes: [
    {
      mode: "mixolydian",
      scale: "mixolydian",
      a: ["I | bVII | IV | I", "Iadd9 | Vm7 | bVII | IV"],
      b: ["bVII | IV/VI | Vm7 | I", "IIm7 | Vm7 | bVII | IV"],
      cadence: "bVII IV",
      final: "Iadd9",
      moods: ["warm"],
    },
    {
      mode: "dorian",
      scale: "dorian",
      a: ["Im | IV | bVII | Im", "Im7 | bIII | bVII | IV"],
      b: ["bIII | IV | bVII | Vm7", "bVII | bIII | IIm7 | IV"],
      cadence: "IIm7 Vm7",
      final: "I",
      moods: ["nostalgic"],
    },
    {
      mode: "major",
      scale: "major",
      a: ["I | IIIm | IIm | VIm", "I | VIm | IIIm | IV"],
      b: ["bIII | bVII | IV | I", "IV | IIIm | IIm7 | VIm"],
      cadence: "IIm7 IV",
      final: "Iadd9",
      moods: ["hopeful"],
    },
  ],
  form: "song",
  ending: "ritard",
  room: 0.7,
  parts: [
    {
      role: "harmony",
      play: pad({ voices: 4, low: 48, high: 72 }),
      on: ["soft strings"],
      pan: -0.15,
      level: 0.62,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x--x-x", "x-xxxx", "x---xx", "xx-x--"],
        cadence: ["x-----", "x--x--"],
        leap: 0.35,
        ornament: 0.3,
        legato: 1,
      }),
      on: ["oboe", "english horn"],
      only: ["statement", "climax"],
      pan: 0.1,
      level: 1.2,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x--x-x", "x-xxxx", "xxxx--", "x-x-x-"],
        cadence: ["x-----", "x--x--"],
        leap: 0.4,
        ornament: 0.25,
        legato: 1,
      }),
      on: ["violin", "clarinet"],
      only: ["variation", "climax"],
      pan: -0.3,
      level: 1.05,
    },
    {
      role: "colour",
      play: arabesque({ everyBeats: 5 }),
      on: ["flute"],
      except: ["statement", "variation"],
      pan: 0.3,
      level: 0.9,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x-----", "x---x-", "x--x--"],
        cadence: ["x-----"],
        leap: 0.6,
        legato: 1,
      }),
      on: ["french horn"],
      only: ["intro", "break"],
      pan: 0.2,
      level: 0.8,
    },
    {
      role: "counter",
      play: guideLine(),
      on: ["french horn"],
      only: ["variation", "climax"],
      pan: 0.2,
      level: 0.75,
    },
    {
      role: "harmony",
      play: arpeggio(
        [
          [0, "b--1--|..2---"],
          [0.45, "b-0-1-|2-1-0-"],
          [0.8, "b01234|543210"],
        ],
        { voices: 4, low: 55, high: 79 },
      ),
      on: ["harp"],
      pan: 0.4,
      level: 1.1,
    },
    {
      role: "bass",
      play: bassPattern([
        [0, "R-----"],
        [0.6, "R----5"],
      ]),
      on: ["contrabass", "cello"],
      from: 0.42,
      pan: 0.25,
      level: 0.75,
    },
    {
      role: "harmony",
      play: pad({ voices: 4, low: 55, high: 81 }),
      on: ["strings"],
      from: 0.8,
      pan: -0.3,
      level: 0.8,
    },
    {
      role: "colour",
      play: rollInto({ beats: 3 }),
      on: ["timpani"],
      only: ["break"],
      level: 0.6,
    },
  ],
  moods: {
    always: ["pastoral", "peaceful"],
    calm: ["gentle", "reflective"],
    strong: ["majestic", "uplifting"],
  },
  uses: ["countryside", "nature", "nature documentary", "period film", "travel", "flashback"],
  textures: ["acoustic", "lush"],
  scenes: [
    "a lark over the downs in early June",
    "mist leaving the valley, one field at a time",
    "an old road between hedges",
  ],
  titles: [
    ["Meadow", "The Quiet", "Over the", "Early", "Chalk"],
    ["Downs", "Hedgerow", "Rhapsody", "Valley", "June"],
  ],
};
