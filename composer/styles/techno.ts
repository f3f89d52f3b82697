import { bassPattern } from "../idioms/bass.ts";
import { comp } from "../idioms/harmony.ts";
import { drums } from "../idioms/drums.ts";
import { sparse, drone, ostinato } from "../idioms/colour.ts";
import type { Style } from "../lib/style.ts";

/** Kick, hats, one short figure that comes and goes, hardly any harmony. */
export const techno: Style = {
  name: "techno",
  family: "electronic",
  genres: ["techno", "electronic", "dance"],
  era: "2000s",
  metre: "4/4",
  tempo: [126, 140],
  looseness: 0,
  keys: ["C", "D", "E", "F#", "A"],
  modes: [
    {
      mode: "minor",
      scale: "phrygian",
      a: ["Im | Im | Im | bII", "Im | Im | Im | Im"],
      b: ["bVI | Im | bII | Im", "Im | Im | bVII | Im"],
      final: "I5",
    },
    {
      mode: "minor",
      scale: "aeolian",
      a: ["Im7 | Im7 | Im7 | bVI"],
      b: ["bVI | bVII | Im | Im"],
      final: "I5",
    },
  ],
  form: "club",
  ending: "hit",
  kit: ["electronic", "drum machine"],
  room: 0.35,
  parts: [
    {
      role: "drums",
      play: drums(
        [
          [0, { hat: "..x...x...x...x." }],
          [0.38, { kick: "X...X...X...X...", hat: "..x...x...x...x." }],
          [
            0.6,
            {
              kick: "X...X...X...X...",
              openHat: "..X...X...X...X.",
              hat: "xxoxxxoxxxoxxxox",
              clap: "....x.......x...",
            },
          ],
          [
            0.85,
            {
              kick: "X...X...X...X..x",
              openHat: "..X...X...X...X.",
              hat: "XxoxXxoxXxoxXxox",
              clap: "....X.......X...",
              ride: "x.x.x.x.x.x.x.x.",
            },
          ],
        ],
        { fill: "roll", phrase: 8 },
      ),
      on: ["drums"],
    },
    {
      role: "harmony",
      play: ostinato(
        [
          [0, "0.00.01.0.00.02."],
          [0.6, "0.0010020.001032"],
        ],
        { low: 45, legato: 0.45 },
      ),
      on: ["synth bass", "saw lead"],
      pan: -0.1,
    },
    {
      role: "bass",
      play: bassPattern(
        [
          [0, "..R...R...R...R."],
          [0.6, ".RRR.RRR.RRR.RRR"],
        ],
        { legato: 0.6 },
      ),
      on: ["deep synth bass", "synth bass"],
      from: 0.5,
    },
    {
      role: "harmony",
      play: comp(
        [
          [0, "...x..x........."],
          [0.6, "...x..x...x....."],
          [0.85, "...x..x..x.x..x."],
        ],
        { voices: 3, low: 55, high: 74, legato: 0.6 },
      ),
      on: ["synth", "square lead"],
      from: 0.55,
      pan: 0.3,
      level: 0.75,
    },
    {
      role: "colour",
      play: drone({ low: 40 }),
      on: ["dark pad", "eerie pad"],
      to: 0.65,
      level: 0.75,
    },
    {
      role: "colour",
      play: sparse({ everyBeats: 4 }),
      on: ["atmosphere", "bell pad"],
      only: ["break", "build"],
      level: 0.7,
    },
  ],
  moods: { always: ["hypnotic", "driving"], calm: ["dark"], strong: ["intense", "energetic"] },
  uses: ["nightclub", "technology", "chase", "action", "workout", "racing"],
  textures: ["electronic", "mechanical", "four on the floor"],
  scenes: [
    "a strobe in a power station",
    "code running down a black screen",
    "a tunnel at full speed",
  ],
  titles: [
    ["Grid", "Sub", "Relay", "Carbon", "Phase"],
    ["Nine", "Level", "State", "Loop", "Control"],
  ],
};
