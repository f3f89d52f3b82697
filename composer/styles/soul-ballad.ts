import { bassPattern } from "../idioms/bass.ts";
import { comp, arpeggio, pad } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import { drums } from "../idioms/drums.ts";
import type { Style } from "../lib/style.ts";

/** Slow triplets, a swelling organ, horns that answer the lead. */
export const soulBallad: Style = {
  name: "soul ballad",
  family: "soul",
  genres: ["soul", "r&b", "ballad"],
  era: "1960s",
  metre: "12/8",
  tempo: [54, 68],
  looseness: 13,
  keys: ["C", "F", "Bb", "Eb", "G", "Ab"],
  modes: [
    {
      mode: "major",
      scale: "major",
      a: [
        "I | VIm | IIm7 | V7",
        "I I7 | IV #IVdim7 | I/V VIm | IIm7 V7",
        "I | III7 | VIm7 | IV V7",
      ],
      b: ["IV | I/III | IIm7 | I I7", "IV | IVm6 | I VI7 | IIm7 V7", "VIm | III7 | IV | V11"],
      cadence: "IV IVm6",
      final: "I6",
      moods: ["romantic"],
    },
    {
      mode: "minor",
      scale: "minor pentatonic",
      a: ["Im7 | IVm7 | Im7 | V7", "Im7 | bVImaj7 | IVm7 | V7"],
      b: ["bVImaj7 | bIIImaj7 | IVm7 | V7", "IVm7 | Im7 | bVI7 | V7"],
      cadence: "IVm7 V7",
      final: "Im7",
      moods: ["melancholic"],
    },
  ],
  form: "song",
  ending: "ritard",
  lift: 0.45,
  kit: ["standard"],
  room: 0.38,
  sound: "bass=g=2:f=110,treble=g=-3:f=6500",
  parts: [
    {
      role: "harmony",
      play: pad({ voices: 3, low: 53, high: 76 }),
      on: ["organ", "rock organ"],
      pan: -0.25,
      level: 0.72,
    },
    {
      role: "harmony",
      play: comp(
        [
          [0, "x-----------"],
          [0.42, "x-xx-xx-xx-x"],
          [0.62, "XxxXxxXxxXxx"],
        ],
        { voices: 3, low: 57, high: 74, legato: 0.85 },
      ),
      on: ["electric piano", "piano"],
      pan: 0.2,
      level: 0.78,
    },
    {
      role: "harmony",
      play: arpeggio([[0, "b-0-12-1-0-1"]], { voices: 3, low: 52, high: 71 }),
      on: ["electric guitar"],
      to: 0.62,
      pan: 0.45,
      level: 0.7,
    },
    {
      role: "harmony",
      play: comp([[0, "...x.....x.."]], { voices: 3, low: 59, high: 76, legato: 0.35 }),
      on: ["electric guitar"],
      from: 0.62,
      pan: 0.45,
      level: 0.75,
    },
    {
      role: "bass",
      play: bassPattern([
        [0, "R----R5----A"],
        [0.6, "R-.R.R5--5.A|R--3--5--5.A"],
      ]),
      on: ["electric bass"],
      from: 0.36,
      level: 1.05,
    },
    {
      role: "melody",
      play: melody({
        cells: ["..xx-xx-----", "x--x-xx-x---", "...x-xxxx---", "x-----x-xx-x"],
        cadence: ["x--------...", "x-xx-----..."],
        leap: 0.45,
        ornament: 0.3,
        scoop: 0.7,
        legato: 0.96,
      }),
      on: ["alto saxophone", "tenor saxophone", "trumpet"],
      except: ["intro", "break"],
      pan: 0.05,
      level: 1.05,
    },
    {
      role: "harmony",
      play: comp(
        [
          [0, "x-----------|............"],
          [0.62, "......x-----|..xX-x......"],
          [0.85, "X-----..xX-x|x-----X-xX--"],
        ],
        { voices: 3, low: 55, high: 76, legato: 0.95 },
      ),
      on: ["brass section"],
      from: 0.62,
      pan: -0.1,
      level: 0.72,
    },
    {
      role: "harmony",
      play: pad({ voices: 3, low: 57, high: 76 }),
      on: ["choir", "vocal pad"],
      from: 0.85,
      chance: 0.55,
      level: 0.6,
    },
    {
      role: "drums",
      play: drums(
        [
          [0, { hat: "x.ox.ox.ox.o", sidestick: "...x.....x.." }],
          [0.42, { kick: "x.....x..g..", sidestick: "...x.....x..", hat: "xooxooxooxoo" }],
          [
            0.62,
            {
              kick: "X....xx.....|X....xx....x",
              snare: "...X.....X..|...X.....X.g",
              hat: "xooxooxooxoo",
            },
          ],
          [
            0.85,
            {
              kick: "X....xX..x.x",
              snare: "...X.g...X..|...X.....Xxx",
              ride: "XooXooXooXoo",
              openHat: "..........x.",
            },
          ],
        ],
        { fill: "none" },
      ),
      on: ["drums"],
      from: 0.36,
      level: 0.85,
    },
  ],
  moods: {
    always: ["soulful", "heartfelt"],
    calm: ["tender"],
    strong: ["passionate", "emotional"],
  },
  uses: ["romance", "farewell", "bar scene", "wedding", "period film", "drama"],
  textures: ["electric", "live band"],
  scenes: [
    "a slow dance after the chairs are up",
    "a letter read twice in a parked car",
    "two people who should have said it sooner",
  ],
  titles: [
    ["Never", "Sweet", "One More", "Deep", "Lonely"],
    ["Enough", "Mercy", "Sunday", "River", "Promise"],
  ],
};
