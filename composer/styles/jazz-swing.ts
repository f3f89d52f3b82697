import { walkingBass } from "../idioms/bass.ts";
import { comp } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import { drums } from "../idioms/drums.ts";
import type { Style } from "../lib/style.ts";

/** Piano, double bass and drums with a horn lead; a busy ride cymbal, answered by comping piano. */
export const jazzSwing: Style = {
  name: "jazz swing",
  family: "jazz",
  genres: ["jazz", "swing"],
  era: "1950s",
  metre: "4/4",
  tempo: [112, 176],
  swing: { grid: 8, amount: 0.85 },
  looseness: 11,
  keys: ["F", "Bb", "Eb", "C", "G"],
  modes: [
    {
      mode: "major",
      scale: "major",
      a: [
        "Imaj7 VIm7 | IIm7 V7 | IIIm7 VI7 | IIm7 V7",
        "Imaj7 | IIm7 V7 | Imaj7 | VIm7 II7",
        "IIm7 | V7 | Imaj7 | VI7b9",
      ],
      b: ["IVmaj7 | IVm7 bVII7 | IIIm7 | VI7", "III7 | VI7 | II7 | V7"],
      cadence: "IIm7 V13",
      final: "I69",
      moods: ["cheerful", "sophisticated"],
    },
    {
      mode: "minor",
      scale: "harmonic minor",
      a: ["Im7 | IIm7b5 V7b9 | Im7 | VIm7b5", "Im6 | IVm7 | IIm7b5 | V7b9"],
      b: ["IVm7 | bVII7 | bIIImaj7 | bVImaj7"],
      cadence: "IIm7b5 V7b9",
      final: "Im69",
      moods: ["sensual", "mysterious"],
    },
  ],
  form: "head",
  ending: "ring",
  kit: ["jazz", "brush"],
  room: 0.28,
  parts: [
    { role: "bass", play: walkingBass(), on: ["double bass"], pan: 0.1 },
    {
      role: "harmony",
      play: comp(
        [
          [0, "x-......|...x-..."],
          [0.5, "x-.x-...|...x-.x-|.x-...x-|x--...x."],
          [0.75, ".x.x-.x.|x-.x..x-|..x.x-.x|x..x-..x"],
        ],
        { voices: 4, low: 50, high: 70, rootless: true, legato: 0.8 },
      ),
      on: ["piano", "jazz guitar", "vibraphone"],
      pan: -0.25,
      level: 0.78,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x-xxx-.x", ".xxxx-x-", "x--x.xx-", "xx-x-x.."],
        cadence: ["x-x-....", "xx-x----", ".x------"],
        leap: 0.4,
        ornament: 0.3,
        scoop: 0.3,
        legato: 0.85,
      }),
      on: ["tenor saxophone", "alto saxophone", "muted trumpet", "clarinet"],
      except: ["solo", "break", "intro"],
      pan: 0.05,
    },
    {
      role: "melody",
      play: melody({
        cells: ["xxxxxxxx", "x-xxxxx-", ".xxxxxxx", "x--xxxxx", "xxxx..xx"],
        cadence: ["x-x-....", "xxx-...."],
        leap: 0.45,
        ornament: 0.15,
        improvise: true,
        legato: 0.85,
      }),
      on: ["piano", "vibraphone", "jazz guitar"],
      only: ["solo", "break", "intro"],
      pan: -0.15,
      level: 0.95,
    },
    {
      role: "drums",
      play: drums(
        [
          [0, { ride: "x.x.x.x.", pedalHat: "..x...x." }],
          [
            0.5,
            {
              ride: "x.xxx.xx",
              pedalHat: "..x...x.",
              kick: "o...o...",
              snare: ".....g..|...g....|.......g|..g.....",
            },
          ],
          [
            0.75,
            {
              ride: "X.xxX.xx",
              pedalHat: "..x...x.",
              kick: "o...o..o|o..oo...",
              snare: "...g...o|.o...g..|..g..o..|...oo..g",
            },
          ],
        ],
        { fill: "snare", phrase: 8, crash: false },
      ),
      on: ["drums"],
    },
  ],
  moods: {
    always: ["sophisticated", "charming"],
    calm: ["relaxed", "cool"],
    strong: ["lively", "playful"],
  },
  uses: ["restaurant", "cocktail party", "city at night", "period film", "animation", "cooking"],
  textures: ["acoustic", "swinging", "small combo"],
  scenes: [
    "a club where the ice never melts",
    "taxis in the rain, 1956",
    "a chef who knows exactly what he is doing",
  ],
  titles: [
    ["Blue", "Corner", "Late", "Velvet", "Olive"],
    ["Table", "Hours", "Martini", "Booth", "Bounce"],
  ],
};
