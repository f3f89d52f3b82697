import { bassPattern } from "../idioms/bass.ts";
import { pad, comp } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import { drums } from "../idioms/drums.ts";
import { sparse } from "../idioms/colour.ts";
import type { Style } from "../lib/style.ts";

/** Worn tape, drums behind the beat, jazz chords on an old electric piano. */
export const loFi: Style = {
  name: "lo-fi",
  family: "hip-hop",
  genres: ["lo-fi", "hip hop"],
  era: "2010s",
  metre: "4/4",
  tempo: [70, 86],
  swing: { grid: 16, amount: 0.6 },
  looseness: 13,
  keys: ["C", "Eb", "F", "G", "Bb", "D"],
  modes: [
    {
      mode: "major",
      scale: "major pentatonic",
      a: [
        "IIm9 | V13 | Imaj9 | VI7",
        "Imaj9 | IIIm7 | VIm9 | IVmaj7",
        "IVmaj9 | IIIm7 | IIm9 | Imaj9",
      ],
      b: ["IVmaj7 | IVm6 | Imaj9 | VI7", "VIm9 | IIIm7 | IVmaj9 | V13"],
      final: "Imaj9",
      moods: ["warm", "hopeful"],
    },
    {
      mode: "minor",
      scale: "minor pentatonic",
      a: ["Im9 | IVm9 | bVImaj7 | V7#9", "Im9 | bIIImaj7 | IVm9 | Vm7"],
      b: ["bVImaj7 | bVII13 | Im9 | Im9"],
      final: "Im9",
      moods: ["melancholic"],
    },
  ],
  form: "song",
  ending: "fade",
  kit: ["drum machine", "standard"],
  room: 0.3,
  sound: "highpass=f=70,lowpass=f=5200,vibrato=f=0.6:d=0.06",
  parts: [
    {
      role: "harmony",
      play: comp(
        [
          [0, "x-------x--.x---"],
          [0.6, "x-----x.x-.x--x-"],
        ],
        { voices: 4, low: 52, high: 72, rootless: true, legato: 0.98 },
      ),
      on: ["electric piano"],
      pan: -0.15,
    },
    {
      role: "bass",
      play: bassPattern(
        [
          [0, "R-----..R-....5-"],
          [0.6, "R--R..5-R-..r.8A"],
        ],
        { legato: 0.9 },
      ),
      on: ["electric bass", "double bass"],
      from: 0.4,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x.xx--..", "..x-xx-.", "x--x..x-", "....xxx-"],
        cadence: ["x---....", "x.x-...."],
        leap: 0.4,
        ornament: 0.25,
        scoop: 0.2,
      }),
      on: ["jazz guitar", "vibraphone", "nylon guitar", "muted trumpet"],
      from: 0.42,
      except: ["break"],
      pan: 0.2,
      level: 0.85,
    },
    {
      role: "drums",
      play: drums(
        [
          [0, { hat: "x.o.x.o.x.o.x.o." }],
          [
            0.42,
            {
              kick: "X......xX.......|X......x..x.....",
              snare: "....x.......x...",
              hat: "x.o.x.ooxoo.x.o.",
            },
          ],
          [
            0.7,
            {
              kick: "X..x...x..X.....|X......x..x..x..",
              snare: "....x..g....x.g.",
              hat: "x.oox.ooxoo.x.oo",
              openHat: "..............o.",
            },
          ],
        ],
        { fill: "none", crash: false },
      ),
      on: ["drums"],
      late: 14,
      level: 0.85,
    },
    {
      role: "harmony",
      play: pad({ voices: 3, low: 55, high: 74 }),
      on: ["warm pad", "soft strings"],
      from: 0.6,
      level: 0.55,
      chance: 0.6,
    },
    {
      role: "colour",
      play: sparse({ everyBeats: 4, grace: 0.5 }),
      on: ["celesta", "kalimba", "vibraphone"],
      only: ["break", "intro"],
      level: 0.7,
    },
  ],
  moods: { always: ["relaxed", "cosy"], calm: ["nostalgic", "sleepy"], strong: ["mellow"] },
  uses: ["studying", "vlog", "podcast", "background", "rainy day", "cooking", "tutorial"],
  textures: ["muffled", "beats"],
  scenes: [
    "rain on the window and a cup of tea",
    "homework at midnight",
    "a cat on the sill of a small flat",
  ],
  titles: [
    ["Rainy", "Second", "Soft", "Noodle", "Window"],
    ["Cup", "Homework", "Static", "Seat", "Slippers"],
  ],
};
