import { bassPattern } from "../idioms/bass.ts";
import { comp } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import { drums, percussionLoop } from "../idioms/drums.ts";
import type { Style } from "../lib/style.ts";

/** Chords on the off-beat, the drop on three, a melodic bass line. */
export const reggae: Style = {
  name: "reggae",
  family: "reggae",
  genres: ["reggae", "dub"],
  era: "1970s",
  metre: "4/4",
  tempo: [68, 84],
  swing: { grid: 16, amount: 0.3 },
  looseness: 10,
  keys: ["G", "A", "D", "C", "E"],
  modes: [
    {
      mode: "major",
      scale: "major pentatonic",
      a: ["I | IV | I | V", "I | VIm | IV | V", "I | IIm | I | IIm"],
      b: ["VIm | IIIm | IV | V", "IV | V | I | I"],
      cadence: "IV V",
      final: "I",
      moods: ["sunny", "happy"],
    },
    {
      mode: "minor",
      scale: "minor pentatonic",
      a: ["Im | IVm | Im | Vm", "Im | bVII | Im | bVII"],
      b: ["bVI | bVII | Im | Im"],
      cadence: "bVII",
      final: "Im",
      moods: ["mellow"],
    },
  ],
  form: "song",
  ending: "ring",
  kit: ["standard", "room"],
  room: 0.4,
  parts: [
    {
      role: "harmony",
      play: comp([[0, "..x...x...x...x."]], { voices: 3, low: 58, high: 75, legato: 0.5 }),
      on: ["electric guitar", "muted guitar"],
      pan: -0.35,
    },
    {
      role: "harmony",
      play: comp(
        [
          [0, "..x...x...x...x."],
          [0.55, "..xx..xx..xx..xx"],
        ],
        { voices: 3, low: 53, high: 70, legato: 0.5 },
      ),
      on: ["organ", "piano"],
      from: 0.4,
      pan: 0.35,
      level: 0.8,
    },
    {
      role: "bass",
      play: bassPattern(
        [
          [0, "R--R..5-....R-3-"],
          [0.6, "R-.R3-5-..R-5-3-|R-.R3-5-8-..5-3-"],
        ],
        { legato: 0.9 },
      ),
      on: ["electric bass", "fretless bass"],
      level: 1.1,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x-xx--x-", "..xxx-x-", "x--xx---", "xx.x-x.."],
        cadence: ["x-----..", "x-x-...."],
        leap: 0.35,
        scoop: 0.2,
        thirds: true,
      }),
      on: ["trombone", "tenor saxophone", "steel drums", "organ"],
      from: 0.42,
      except: ["break"],
      pan: 0.1,
    },
    {
      role: "drums",
      play: drums(
        [
          [0, { hat: "x.x.x.x.x.x.x.x.", sidestick: "....x.......x..." }],
          [
            0.42,
            { kick: "....X.......X...", sidestick: "....X.......X...", hat: "x.oxx.oxx.oxx.ox" },
          ],
          [
            0.75,
            {
              kick: "X...X...X...X...",
              snare: "....X.......X.g.",
              hat: "x.oxx.oxx.oxx.ox",
              openHat: "..............x.",
            },
          ],
        ],
        { fill: "toms" },
      ),
      on: ["drums"],
    },
    {
      role: "drums",
      play: percussionLoop([
        [
          0,
          {
            highBongo: "..x..x....x..xx.",
            lowBongo: "......x.......x.",
            shaker: "x.x.x.x.x.x.x.x.",
          },
        ],
      ]),
      on: ["bongos"],
      from: 0.62,
      chance: 0.6,
    },
  ],
  moods: { always: ["laid-back", "relaxed"], calm: ["sunny"], strong: ["positive", "groovy"] },
  uses: ["beach", "summer", "travel", "surf", "party"],
  textures: ["off-beat", "live band"],
  scenes: [
    "a hammock and nothing to do",
    "a beach bar opening its shutters",
    "a slow bus along the coast",
  ],
  titles: [
    ["Slow", "Mango", "Island", "Hammock", "Easy"],
    ["Tide", "Season", "Ferry", "Radio", "Afternoon"],
  ],
};
