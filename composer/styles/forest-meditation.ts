import { pedalBass } from "../idioms/bass.ts";
import { pad, arpeggio } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import { sparse, nature } from "../idioms/colour.ts";
import type { Style } from "../lib/style.ts";

/** Still, wide and close to nature: distant held strings, a breathy wooden flute, harp, birds. */
export const forestMeditation: Style = {
  name: "forest meditation",
  family: "ambient",
  genres: ["ambient", "meditation", "new age"],
  metre: "4/4",
  tempo: [50, 62],
  looseness: 16,
  keys: ["D", "G", "C", "F", "A"],
  modes: [
    {
      mode: "major",
      scale: "major pentatonic",
      a: ["Iadd9 | % | IVmaj7 | %", "Iadd9 | VIm7 | IVmaj7 | Iadd9"],
      b: ["VIm7 | % | IVmaj7 | Vsus4", "IVmaj7 | IIIm7 | VIm7 | %"],
      cadence: "IVadd9",
      final: "Iadd9",
      moods: ["peaceful", "hopeful"],
    },
    {
      mode: "dorian",
      scale: "minor pentatonic",
      a: ["Im7 | IVadd9 | Im7 | %", "Im7 | bVIImaj7 | IVadd9 | Im7"],
      b: ["bVIImaj7 | % | IVadd9 | Im7"],
      final: "Im7",
      moods: ["mysterious", "reflective"],
    },
  ],
  form: "arc",
  ending: "fade",
  room: 0.85,
  parts: [
    {
      role: "harmony",
      play: pad({ voices: 4, low: 50, high: 72 }),
      on: ["soft strings", "warm pad"],
      level: 0.8,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x---..x-", "x-----x-", "..x---x-", "x-x---.."],
        cadence: ["x-----..", "x---...."],
        leap: 0.4,
        ornament: 0.3,
        scoop: 0.25,
      }),
      on: ["pan flute", "shakuhachi", "flute", "ocarina"],
      from: 0.28,
      except: ["break", "ending"],
      pan: -0.15,
    },
    {
      role: "harmony",
      play: arpeggio(
        [
          [0, "0.2.4.3."],
          [0.5, "02431423"],
        ],
        { voices: 4, low: 55, high: 79 },
      ),
      on: ["harp", "kalimba", "nylon guitar"],
      from: 0.3,
      pan: 0.3,
      level: 0.8,
    },
    {
      role: "colour",
      play: sparse({ everyBeats: 5, octave: 0 }),
      on: ["wind chimes", "celesta", "vibraphone"],
      chance: 0.6,
      pan: 0.5,
      level: 0.6,
    },
    { role: "bass", play: pedalBass(), on: ["contrabass", "cello"], from: 0.35, level: 0.7 },
    {
      role: "colour",
      play: nature({ everyBeats: 7 }),
      on: ["birdsong"],
      chance: 0.7,
      pan: -0.5,
      level: 0.55,
    },
    {
      role: "colour",
      play: nature({ everyBeats: 9 }),
      on: ["ocean waves"],
      chance: 0.35,
      pan: 0.2,
      level: 0.5,
    },
  ],
  moods: { always: ["peaceful", "calm", "relaxed"], calm: ["gentle", "dreamy"], strong: ["warm"] },
  uses: ["meditation", "nature documentary", "yoga", "spa", "sunrise", "sleep"],
  textures: ["acoustic", "organic", "spacious"],
  scenes: [
    "mist lifting in a forest at dawn",
    "a slow walk between old trees",
    "a quiet lake with nobody there",
  ],
  titles: [
    ["Moss", "Clearing", "Fern", "Still", "Canopy", "Morning"],
    ["Light", "Path", "Water", "Breath", "Hour", "Hollow"],
  ],
};
