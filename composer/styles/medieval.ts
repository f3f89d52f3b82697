import { arpeggio } from "../idioms/harmony.ts";
import { drone } from "../idioms/colour.ts";
import { percussionLoop } from "../idioms/drums.ts";
import { organum, together } from "../idioms/ensemble.ts";
import { melody } from "../idioms/melody.ts";
import type { Style } from "../lib/style.ts";

/** The dance tune in long-short steps, shared by all players, some of them a fifth apart. */
const tune = {
  cells: ["x-xx-x", "x-xxxx", "x--x-x", "xxxx-x"],
  cadence: ["x-xx--", "x--x--"],
  leap: 0.3,
  ornament: 0.3,
  legato: 0.88,
};

const register = { low: 62, high: 76 };

/** An estampie in a stone hall: pipe and fiddle over a drone, parallel fifths, tabor and jingles. */
export const medieval: Style = {
  name: "medieval",
  family: "classical",
  genres: ["medieval", "folk"],
  metre: "6/8",
  tempo: [66, 88],
  looseness: 10,
  keys: ["D", "G", "A", "C", "E"],
  modes: [
    {
      mode: "dorian",
      scale: "dorian",
      a: ["Im | Im | bVII | Im", "Im | bVII | bIII bVII | Im", "Im | IV | bVII | Im"],
      b: ["bIII | bVII | IV | Im", "Vm | IV | bVII | Im", "bVII | IV | bIII bVII | Im"],
      cadence: "bVII",
      final: "I5",
      moods: ["majestic", "mysterious"],
    },
    {
      mode: "mixolydian",
      scale: "mixolydian",
      a: ["I | I | bVII | I", "I | IV | bVII | I", "I | Vm | IV bVII | I"],
      b: ["IV | bVII | IV | I", "Vm | bVII | IV | I"],
      cadence: "bVII",
      final: "I5",
      moods: ["joyful", "rustic"],
    },
  ],
  form: "strains",
  ending: "ring",
  kit: ["standard"],
  room: 0.6,
  parts: [
    {
      role: "harmony",
      play: drone({ low: 50 }),
      on: ["bagpipes", "fiddle", "harmonium"],
      level: 0.62,
      pan: -0.1,
    },
    {
      role: "melody",
      play: together(melody(tune), { ...register }),
      on: ["recorder"],
      only: ["intro", "statement", "climax", "ending"],
      pan: 0.2,
    },
    {
      role: "melody",
      play: organum(together(melody(tune), { ...register })),
      on: ["fiddle", "viola"],
      only: ["variation", "climax", "ending"],
      pan: -0.3,
      level: 0.9,
    },
    {
      role: "melody",
      play: organum(
        together(melody({ ...tune, cells: ["x-----", "x--x--", "x--x-x"] }), register),
        [-7, -12],
      ),
      on: ["choir"],
      only: ["break", "intro"],
      chance: 0.6,
      level: 0.9,
    },
    {
      role: "melody",
      play: together(melody({ ...tune, ornament: 0.1 }), register),
      on: ["hammered dulcimer", "nylon guitar"],
      from: 0.5,
      pan: 0.35,
      level: 0.75,
    },
    {
      role: "harmony",
      play: arpeggio(
        [
          [0, "0--2--"],
          [0.5, "0-20-2"],
          [0.8, "0-2020"],
        ],
        { voices: 3, low: 50, high: 67 },
      ),
      on: ["harp"],
      except: ["intro"],
      pan: -0.4,
      level: 0.85,
    },
    {
      role: "drums",
      play: percussionLoop([
        [0, { floorTom: "x..o.." }],
        [0.5, { floorTom: "X....o|X..o.o", lowConga: "...x..", jingle: "..o..o" }],
        [0.65, { floorTom: "X..o.o", lowConga: "..xx.x", tambourine: "x..x.o" }],
        [0.85, { floorTom: "X..X.o", lowConga: "..xx.x|.xxx.x", tambourine: "X.oX.o" }],
      ]),
      on: ["frame drum"],
      from: 0.5,
      level: 0.85,
    },
  ],
  moods: {
    always: ["rustic", "lively"],
    calm: ["dignified"],
    strong: ["festive", "joyful"],
  },
  uses: ["history", "fantasy", "market scene", "castle", "fairy tale", "game"],
  textures: ["acoustic", "traditional"],
  scenes: [
    "a feast in the great hall, dogs under the table",
    "a market day below the castle",
    "pilgrims on a muddy road",
    "a fool who tells the king the truth",
  ],
  titles: [
    ["The Falcon's", "The King's", "Saint John's", "Candle", "The Weaver's", "Abbey"],
    ["Feast", "Round", "Fair", "Pilgrim", "Garland", "Gate"],
  ],
};
