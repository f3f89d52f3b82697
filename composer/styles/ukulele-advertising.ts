import { bassPattern } from "../idioms/bass.ts";
import { strum } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import { drums } from "../idioms/drums.ts";
import { sparse, ostinato } from "../idioms/colour.ts";
import type { Style } from "../lib/style.ts";

/** Ukulele, whistle, glockenspiel and hand claps: short and sunny. */
export const ukuleleAdvertising: Style = {
  name: "ukulele advertising",
  family: "corporate",
  genres: ["advertising", "folk pop"],
  era: "2010s",
  metre: "4/4",
  tempo: [104, 128],
  swing: { grid: 8, amount: 0.35 },
  looseness: 9,
  keys: ["C", "F", "G", "D"],
  modes: [
    {
      mode: "major",
      scale: "major pentatonic",
      a: ["I | V | VIm | IV", "I | VIm | IV | V", "I | I7 | IV | V7"],
      b: ["IV | I | II7 | V", "VIm | IIIm | IV | V"],
      cadence: "IV V7",
      final: "I6",
    },
  ],
  form: "song",
  ending: "hit",
  kit: ["standard"],
  room: 0.25,
  parts: [
    {
      role: "harmony",
      play: strum(
        [
          [0, "D-..D-.U"],
          [0.45, "D-DU.UDU"],
          [0.85, "DmDUmUDU"],
        ],
        { voices: 4, low: 60, high: 77 },
      ),
      on: ["ukulele"],
      pan: -0.2,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x.xx.xx-", "x-xxx.x.", ".xxxx-x-", "x-.xx-x-"],
        cadence: ["x-x-x---", "x---...."],
        leap: 0.45,
        ornament: 0.15,
        scoop: 0.3,
      }),
      on: ["tin whistle", "ocarina", "recorder"],
      from: 0.42,
      except: ["break"],
      pan: 0.15,
      level: 0.85,
    },
    {
      role: "colour",
      play: ostinato(
        [
          [0, "0..1..2."],
          [0.7, "0.1.2.1."],
        ],
        { low: 79 },
      ),
      on: ["glockenspiel", "xylophone"],
      from: 0.6,
      pan: 0.4,
      level: 0.75,
    },
    {
      role: "bass",
      play: bassPattern([
        [0, "R---5---"],
        [0.8, "R-.R5-.A"],
      ]),
      on: ["double bass", "electric bass"],
      from: 0.42,
    },
    {
      role: "drums",
      play: drums(
        [
          [0, { clap: "....x.......x..." }],
          [
            0.6,
            { kick: "X.......X.......", clap: "....x.......x...", tambourine: "..x...x...x...x." },
          ],
          [
            0.85,
            { kick: "X.....x.X.....x.", clap: "....X.......X.x.", tambourine: "x.x.x.x.x.x.x.x." },
          ],
        ],
        { fill: "none", crash: false },
      ),
      on: ["hand claps and tambourine"],
      from: 0.44,
    },
    {
      role: "colour",
      play: sparse({ everyBeats: 3 }),
      on: ["glockenspiel", "marimba"],
      only: ["break"],
    },
  ],
  moods: {
    always: ["happy", "cheerful", "carefree"],
    calm: ["innocent"],
    strong: ["sunny", "upbeat"],
  },
  uses: ["advertising", "family video", "children", "cooking", "social media", "animals"],
  textures: ["acoustic"],
  scenes: [
    "breakfast in a sunny kitchen",
    "a dog meeting the sea for the first time",
    "children building a den",
  ],
  titles: [
    ["Lemonade", "Sunny", "Pancake", "Little", "Picnic"],
    ["Morning", "Sunday", "Garden", "Bicycle", "Sandals"],
  ],
};
