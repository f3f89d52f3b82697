import { bassPattern } from "../idioms/bass.ts";
import { pad, arpeggio } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import { drums } from "../idioms/drums.ts";
import { sparse } from "../idioms/colour.ts";
import type { Style } from "../lib/style.ts";

/** Pulsing bass, arpeggios, big snare, a 1980s lead. */
export const synthwave: Style = {
  name: "synthwave",
  family: "electronic",
  genres: ["synthwave", "electronic"],
  era: "1980s",
  metre: "4/4",
  tempo: [84, 118],
  looseness: 1,
  keys: ["A", "C", "D", "E", "F"],
  modes: [
    {
      mode: "minor",
      scale: "aeolian",
      a: ["Im | bVI | bIII | bVII", "Im | bVII | bVI | bVII", "bVI | bVII | Im | Im"],
      b: ["IVm | bVI | bVII | Im", "bIII | bVII | IVm | bVI"],
      cadence: "bVI bVII",
      final: "Im",
    },
    {
      mode: "major",
      scale: "major",
      a: ["I | V | VIm | IV", "IVmaj7 | V | IIIm7 | VIm"],
      b: ["IV | I/III | IIm | V"],
      cadence: "IV V",
      final: "Iadd9",
      moods: ["hopeful"],
    },
  ],
  form: "rise",
  ending: "ring",
  kit: ["electronic", "drum machine"],
  room: 0.5,
  parts: [
    {
      role: "bass",
      play: bassPattern(
        [
          [0, "R-------"],
          [0.36, "RRRRRRRR"],
          [0.6, "RRRRRRRRRRRRRRRR"],
        ],
        { legato: 0.7 },
      ),
      on: ["synth bass", "deep synth bass"],
    },
    {
      role: "harmony",
      play: arpeggio(
        [
          [0, "0.1.2.3."],
          [0.5, "0123210101232101"],
          [0.85, "0123434301234343"],
        ],
        { voices: 4, low: 57, high: 77, ring: false },
      ),
      on: ["saw lead", "square lead", "synth"],
      pan: -0.35,
      level: 0.8,
    },
    {
      role: "harmony",
      play: pad({ voices: 4, low: 50, high: 74 }),
      on: ["synth strings", "warm pad"],
      level: 0.85,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x---x-x-", "x--x--x-", "x-x-x---", "..x-x-x-"],
        cadence: ["x-------", "x---x---"],
        leap: 0.45,
        ornament: 0.15,
        scoop: 0.3,
        legato: 1,
      }),
      on: ["synth lead", "saw lead", "synth brass"],
      from: 0.6,
      pan: 0.15,
      level: 0.9,
    },
    {
      role: "drums",
      play: drums(
        [
          [0, { kick: "X.......X......." }],
          [0.38, { kick: "X...X...X...X...", snare: "....X.......X..." }],
          [
            0.6,
            {
              kick: "X.......X.x.....",
              snare: "....X.......X...",
              electricSnare: "....X.......X...",
              hat: "x.x.x.x.x.x.x.x.",
            },
          ],
          [
            0.85,
            {
              kick: "X...X...X...X...",
              snare: "....X.......X...",
              electricSnare: "....X.......X...",
              hat: "xoxoxoxoxoxoxoxo",
              openHat: "..x...x...x...x.",
            },
          ],
        ],
        { fill: "toms" },
      ),
      on: ["drums"],
      from: 0.3,
    },
    {
      role: "colour",
      play: sparse({ everyBeats: 4, octave: 0 }),
      on: ["bell pad", "electric piano"],
      only: ["break", "intro"],
      level: 0.8,
    },
  ],
  moods: { always: ["nostalgic", "cool"], calm: ["dreamy"], strong: ["driving", "heroic"] },
  uses: ["night drive", "city at night", "technology", "game", "montage", "sci-fi"],
  textures: ["electronic", "analogue synths", "retro"],
  scenes: [
    "a coupe on an empty coast road at night",
    "an arcade at closing time",
    "a pink horizon with palm trees",
  ],
  titles: [
    ["Neon", "Chrome", "Ocean", "Laser", "Midnight"],
    ["Coupe", "Horizon", "Drive", "Boulevard", "Avenue"],
  ],
};
