import { bassPattern } from "../idioms/bass.ts";
import { pad } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import { drums } from "../idioms/drums.ts";
import { ostinato, rollInto } from "../idioms/colour.ts";
import type { Style } from "../lib/style.ts";

/** Full orchestra and big drums: an ostinato, a horn theme, a big climax. */
export const cinematicEpic: Style = {
  name: "cinematic epic",
  family: "cinematic",
  genres: ["cinematic", "orchestral", "trailer"],
  metre: "4/4",
  tempo: [92, 126],
  looseness: 8,
  keys: ["D", "C", "E", "G", "A"],
  modes: [
    {
      mode: "minor",
      scale: "aeolian",
      a: ["Im | bVI | bIII | bVII", "Im | bVI | IVm | bVII"],
      b: ["bVI | bVII | Im | %", "IVm | bVI | bVII | V"],
      cadence: "bVI bVII",
      final: "I5",
      moods: ["heroic", "dramatic"],
    },
    {
      mode: "dorian",
      scale: "dorian",
      a: ["Im | IV | bVII | Im", "Im | bIII | IV | bVII"],
      b: ["bVI | bIII | IV | IV"],
      cadence: "bVII",
      final: "I",
      moods: ["adventurous", "triumphant"],
    },
  ],
  form: "rise",
  ending: "hit",
  lift: 0.25,
  kit: ["orchestral"],
  room: 0.75,
  parts: [
    {
      role: "harmony",
      play: ostinato(
        [
          [0, "0.0.0.0."],
          [0.4, "00100120"],
          [0.6, "0010012000100123"],
        ],
        { low: 50, legato: 0.55 },
      ),
      on: ["strings"],
      pan: -0.25,
      except: ["ending"],
    },
    {
      role: "melody",
      play: melody({
        cells: ["x---x---", "x--xx---", "x-----xx", "x---x-x-"],
        cadence: ["x-------", "x---x---"],
        leap: 0.5,
        legato: 1,
      }),
      on: ["french horn", "brass section"],
      from: 0.38,
      pan: 0.15,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x---x---", "x--xx---", "x-----xx", "x---x-x-"],
        cadence: ["x-------", "x---x---"],
        leap: 0.4,
        octave: 0,
        legato: 1,
        thirds: true,
      }),
      on: ["violin", "trumpet"],
      from: 0.75,
      pan: -0.2,
      level: 0.85,
    },
    {
      role: "harmony",
      play: pad({ voices: 4, low: 48, high: 70 }),
      on: ["choir"],
      from: 0.6,
      level: 0.85,
    },
    {
      role: "harmony",
      play: pad({ voices: 4, low: 43, high: 65 }),
      on: ["brass section", "trombone"],
      from: 0.72,
      pan: 0.25,
      level: 0.8,
    },
    {
      role: "harmony",
      play: pad({ voices: 4, low: 48, high: 74 }),
      on: ["soft strings", "dark pad"],
      to: 0.5,
      level: 0.85,
    },
    {
      role: "bass",
      play: bassPattern(
        [
          [0, "R-------"],
          [0.6, "R-R-R-R-"],
          [0.85, "RRRRRRRR"],
        ],
        { legato: 0.8 },
      ),
      on: ["contrabass", "tuba"],
      from: 0.3,
    },
    {
      role: "colour",
      play: ostinato(
        [
          [0, "0-------"],
          [0.6, "0--0--0-"],
          [0.85, "0-00-00-0-00-000"],
        ],
        { low: 38, voices: 1 },
      ),
      on: ["taiko drums"],
      from: 0.4,
    },
    {
      role: "drums",
      play: drums(
        [
          [0, { kick: "X......." }],
          [0.6, { kick: "X..x..X.", snare: "....X..." }],
          [
            0.85,
            { kick: "X..x..X.X..x..X.", snare: "..o.X.o...o.X.oo", floorTom: "X.o.o.X.o.o.X.o." },
          ],
        ],
        { fill: "roll" },
      ),
      on: ["drums"],
      from: 0.55,
    },
    {
      role: "colour",
      play: rollInto({ beats: 4 }),
      on: ["timpani"],
      only: ["build", "break", "statement"],
      level: 0.9,
    },
  ],
  moods: {
    always: ["epic", "powerful"],
    calm: ["suspenseful", "majestic"],
    strong: ["intense", "majestic"],
  },
  uses: ["trailer", "battle", "sports", "game", "reveal", "fantasy", "aerial footage"],
  textures: ["orchestral", "rhythmic"],
  scenes: [
    "an army on the ridge at sunrise",
    "the ship leaving harbour for the unknown",
    "the last lap",
  ],
  titles: [
    ["Iron", "Burning", "The Last", "Distant", "Rising"],
    ["Dawn", "Crown", "Banner", "Wall", "Giants"],
  ],
};
