import { bassPattern } from "../idioms/bass.ts";
import { pad, strum, arpeggio } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import { drums } from "../idioms/drums.ts";
import type { Style } from "../lib/style.ts";

/** Finger-picked guitar, brushed drums, a fiddle or a flute; wide and a little wistful. */
export const indieFolk: Style = {
  name: "indie folk",
  family: "folk",
  genres: ["indie folk", "folk", "singer-songwriter"],
  era: "2010s",
  metre: "4/4",
  tempo: [84, 112],
  looseness: 10,
  keys: ["C", "G", "D", "A", "E"],
  modes: [
    {
      mode: "major",
      scale: "major",
      a: ["I | IVadd9 | I | Vsus4", "I | VIm7 | IVadd9 | V"],
      b: ["VIm7 | IV | I | V", "IV | V | VIm7 | I/III"],
      cadence: "IVadd9 V",
      final: "Iadd9",
      moods: ["warm", "hopeful"],
    },
    {
      mode: "minor",
      scale: "aeolian",
      a: ["Im7 | bVI | bIII | bVII", "Im7 | bVII | bVI | %"],
      b: ["bVI | bIII | bVII | Im7"],
      cadence: "bVII",
      final: "Im7",
      moods: ["wistful", "melancholic"],
    },
  ],
  form: "song",
  ending: "ritard",
  kit: ["brush", "standard"],
  room: 0.35,
  parts: [
    {
      role: "harmony",
      play: arpeggio(
        [
          [0, "b.2.1.3."],
          [0.4, "b213b231"],
          [0.8, "b.21b.32b.21b.31"],
        ],
        { voices: 4, low: 52, high: 71 },
      ),
      on: ["acoustic guitar"],
      pan: -0.3,
    },
    {
      role: "harmony",
      play: strum(
        [
          [0, "D---D-DU"],
          [0.8, "D-DUmUDU"],
        ],
        { voices: 5, low: 48, high: 70 },
      ),
      on: ["12-string guitar", "mandolin"],
      from: 0.6,
      pan: 0.35,
      level: 0.75,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x--xx-x-", "x-x---x-", ".x-xx---", "x---x-x-"],
        cadence: ["x-----..", "x-x-----"],
        leap: 0.35,
        ornament: 0.2,
        scoop: 0.15,
      }),
      on: ["fiddle", "harmonica", "flute", "cello"],
      from: 0.42,
      except: ["break"],
      pan: 0.1,
      level: 0.9,
    },
    {
      role: "bass",
      play: bassPattern([
        [0, "R---R---"],
        [0.6, "R--R5---"],
      ]),
      on: ["double bass", "electric bass"],
      from: 0.42,
    },
    {
      role: "harmony",
      play: pad({ voices: 3, low: 50, high: 70 }),
      on: ["accordion", "soft strings"],
      from: 0.62,
      level: 0.6,
    },
    {
      role: "drums",
      play: drums(
        [
          [0, { kick: "X.......X.......", shaker: "x.o.x.o.x.o.x.o." }],
          [0.6, { kick: "X.....x.X.......", snare: "....x..g....x..g", hat: "x.o.x.o.x.o.x.o." }],
          [
            0.85,
            {
              kick: "X...x...X...x.x.",
              snare: "..g.X..g..g.X.gg",
              tambourine: "..x...x...x...x.",
              hat: "x.o.x.o.x.o.x.o.",
            },
          ],
        ],
        { fill: "snare" },
      ),
      on: ["drums"],
      from: 0.55,
    },
  ],
  moods: {
    always: ["warm", "heartfelt"],
    calm: ["intimate", "nostalgic"],
    strong: ["uplifting", "carefree"],
  },
  uses: ["road trip", "travel", "vlog", "documentary", "coming of age", "wedding"],
  textures: ["acoustic", "fingerpicked", "organic"],
  scenes: [
    "a van on a coast road in October",
    "two friends on a roof at dusk",
    "packing up the old house",
  ],
  titles: [
    ["Paper", "Harbour", "Long", "Birch", "Amber"],
    ["Boats", "Road Home", "Summer", "Field", "Kites"],
  ],
};
