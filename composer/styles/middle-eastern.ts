import { bassPattern } from "../idioms/bass.ts";
import { comp } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import { percussionLoop } from "../idioms/drums.ts";
import { drone } from "../idioms/colour.ts";
import type { Style } from "../lib/style.ts";

/** Scales with an augmented second, a plucked lead over a drone, hand drums in a long cycle. */
export const middleEastern: Style = {
  name: "middle eastern",
  family: "world",
  genres: ["middle eastern", "world"],
  metre: "4/4",
  tempo: [84, 112],
  looseness: 10,
  keys: ["D", "E", "A", "G"],
  modes: [
    {
      mode: "phrygian dominant",
      scale: "phrygian dominant",
      a: ["I | I | bII | I", "I | bII | bVIIm | I"],
      b: ["IVm | bII | I | I", "bVIIm | bII | I | I"],
      final: "I5",
    },
    {
      mode: "double harmonic",
      scale: "double harmonic major",
      a: ["I | I | bII | I", "I | IVm | bII | I"],
      b: ["IVm | I | bII | I"],
      final: "I5",
    },
  ],
  form: "rise",
  ending: "hit",
  kit: ["orchestral", "standard"],
  room: 0.45,
  parts: [
    { role: "colour", play: drone({ low: 43 }), on: ["strings", "warm pad", "cello"], level: 0.7 },
    {
      role: "melody",
      play: melody({
        cells: ["x-xxxxx-", "xxx-x-xx", "x---xxxx", "x-x-xx--"],
        cadence: ["x---xx--", "x-------"],
        leap: 0.25,
        ornament: 0.45,
        scoop: 0.35,
      }),
      on: ["shehnai", "english horn", "oboe", "violin"],
      from: 0.55,
      pan: 0.15,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x.xxx.xx", "xxxxx-x-", "x--xxxxx", "xx.xx.x-"],
        cadence: ["xxx-x---", "x---...."],
        leap: 0.25,
        ornament: 0.35,
      }),
      on: ["hammered dulcimer", "nylon guitar", "sitar"],
      except: ["climax"],
      pan: -0.2,
    },
    {
      role: "harmony",
      play: comp(
        [
          [0, "x..x..x."],
          [0.8, "x.xx..xx"],
        ],
        { voices: 3, low: 50, high: 69, legato: 0.4 },
      ),
      on: ["pizzicato strings", "nylon guitar"],
      from: 0.62,
      pan: 0.3,
      level: 0.7,
    },
    {
      role: "bass",
      play: bassPattern([
        [0, "R--R--R-"],
        [0.8, "R-RR--5R"],
      ]),
      on: ["double bass", "cello"],
      from: 0.4,
    },
    {
      role: "drums",
      play: percussionLoop([
        [0, { openConga: "X.......x.......", mutedConga: "..x...x...x.x..." }],
        [
          0.55,
          {
            openConga: "X.....x.x.......",
            mutedConga: "..xx..x...xxx.xx",
            tambourine: "x.o.x.o.x.o.x.o.",
          },
        ],
        [
          0.85,
          {
            kick: "X.....X.X.......",
            openConga: "X..x..x.x..x....",
            mutedConga: "..xx.x.x..xxx.xx",
            tambourine: "xoxoxoxoxoxoxoxo",
          },
        ],
      ]),
      on: ["hand drums"],
      from: 0.3,
    },
  ],
  moods: {
    always: ["exotic", "mysterious"],
    calm: ["meditative"],
    strong: ["passionate", "driving"],
  },
  uses: ["desert", "travel", "market scene", "history", "adventure"],
  textures: ["acoustic", "rhythmic"],
  scenes: [
    "a caravan on the ridge of a dune",
    "spice sellers calling at noon",
    "a palace at night",
  ],
  titles: [
    ["Saffron", "Amber", "Desert", "Lantern", "Hidden"],
    ["Caravan", "Dust", "Moon", "Court", "Gate"],
  ],
};
