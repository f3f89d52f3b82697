import { bassPattern } from "../idioms/bass.ts";
import { guideLine } from "../idioms/colour.ts";
import { comp } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import { arrastre, chanChan } from "../idioms/tango.ts";
import type { Style } from "../lib/style.ts";

/** The marcato: four marked beats, with a síncopa in every fourth bar. */
const marcato = "X.x.X.x.|X.x.X.x.|X.x.X.x.|xX-xX.x.";
const sincopa = "xX-xx.x.|X.x.X.x.";
const threeThreeTwo = "X..X..X.";

/** Bandoneon, violin, piano and double bass: strong steps, sudden rests, and no drums. */
export const tango: Style = {
  name: "tango",
  family: "dance hall",
  genres: ["tango", "latin"],
  era: "1940s",
  metre: "4/4",
  tempo: [112, 132],
  looseness: 10,
  keys: ["A", "D", "E", "G", "C"],
  modes: [
    {
      mode: "minor",
      scale: "harmonic minor",
      a: [
        "Im | Im | V7 | V7 | V7 | V7 | Im | Im",
        "Im | I7 | IVm | Im | IIm7b5 | V7 | Im | V7",
        "Im | IVm | Im | V7 | bVI | bIII | IIm7b5 | V7",
      ],
      b: [
        "bIII | bIII | bVII7 | bVII7 | bVI | IVm | V7 | V7",
        "IVm | Im | V7 | Im | IVm | Im | II7 | V7",
      ],
      cadence: "IIm7b5 V7",
      final: "Im",
    },
    {
      mode: "minor",
      scale: "melodic minor",
      a: [
        "Im | Im/VII | Im/bVII | Im/VI | bVI | Im/V | V7 | Im",
        "Im | V7/II | Im/bIII | IVm | Im/V | II7 | V7 | Im",
      ],
      b: ["bVI | V7 | bVI | V7 | IVm | Im | V7 | V7"],
      cadence: "IVm V7",
      final: "Im",
      moods: ["bittersweet"],
    },
  ],
  form: "strains",
  ending: "hit",
  room: 0.32,
  sound: "highpass=f=55,treble=g=-2:f=7000",
  parts: [
    {
      role: "harmony",
      play: chanChan(
        comp(
          [
            [0, "X...X..."],
            [0.5, marcato],
            [0.66, sincopa],
            [0.85, marcato],
          ],
          { voices: 4, low: 48, high: 67, legato: 0.45 },
        ),
      ),
      on: ["piano"],
      pan: -0.3,
      level: 0.85,
    },
    {
      role: "harmony",
      play: chanChan(
        comp(
          [
            [0, "....X..."],
            [0.45, "X.x.X.x."],
            [0.66, threeThreeTwo],
            [0.85, marcato],
          ],
          { voices: 3, low: 57, high: 74, legato: 0.4 },
        ),
      ),
      on: ["accordion"],
      only: ["variation", "climax", "ending"],
      pan: 0.25,
      level: 0.8,
    },
    {
      role: "bass",
      play: chanChan(
        arrastre(
          bassPattern(
            [
              [0, "R...5..."],
              [0.5, "R.R.5.R.|R.5.R.A."],
              [0.66, "R..R..5.|R..R..A."],
              [0.85, "R.R.5.R.|R.5.R.A."],
            ],
            { legato: 0.55 },
          ),
        ),
      ),
      on: ["double bass"],
      level: 1.1,
    },
    {
      role: "melody",
      play: chanChan(
        melody({
          cells: ["x.xxx.x.", "xxxxx.x.", "x-x.xxx.", "..xxx-x."],
          cadence: ["x.x.x---", "x---X..."],
          leap: 0.35,
          ornament: 0.3,
          legato: 0.6,
          thirds: true,
        }),
      ),
      on: ["accordion"],
      only: ["intro", "statement", "break"],
      pan: 0.2,
    },
    {
      role: "melody",
      play: chanChan(
        melody({
          cells: ["x---xxx-", "x-----xx", "x-x-x---", ".xx-x---"],
          cadence: ["x-------", "x-----.."],
          leap: 0.5,
          ornament: 0.2,
          scoop: 0.45,
          legato: 1,
        }),
      ),
      on: ["violin"],
      only: ["variation", "climax", "ending"],
      pan: -0.1,
      level: 1.05,
    },
    {
      role: "melody",
      play: chanChan(
        melody({
          cells: ["xxxxxxxxxxxxxxxx", "xxxxxxxxxxxxx-x-", "x-xxxxxxxxxxxxxx"],
          cadence: ["xxxxxxxxx---....", "xxxxx-x-x---...."],
          leap: 0.25,
          legato: 0.7,
        }),
      ),
      on: ["accordion"],
      only: ["climax"],
      pan: 0.25,
      level: 0.75,
    },
    {
      role: "counter",
      play: chanChan(guideLine()),
      on: ["viola", "cello"],
      from: 0.5,
      chance: 0.6,
      pan: 0.4,
      level: 0.55,
    },
  ],
  moods: {
    always: ["passionate", "dramatic"],
    calm: ["melancholic", "sensual"],
    strong: ["proud", "intense"],
  },
  uses: ["ballroom", "romance", "period film", "heist", "crime", "restaurant"],
  textures: ["acoustic", "rhythmic"],
  scenes: [
    "two strangers crossing a dance floor",
    "a fan snapping shut",
    "a street of lamps in Buenos Aires, 1941",
  ],
  titles: [
    ["Café", "The Last", "Midnight", "Rosa", "San Telmo", "Patent Leather"],
    ["Corner", "Embrace", "Lamps", "Negra", "Farewell", "Shoes"],
  ],
};
