import { walkingBass } from "../idioms/bass.ts";
import { drums, percussionLoop } from "../idioms/drums.ts";
import { comp } from "../idioms/harmony.ts";
import { hornSection } from "../idioms/horns.ts";
import { melody } from "../idioms/melody.ts";
import type { Style } from "../lib/style.ts";

/** Fast off-beat chops, a walking bass, a horn section. */
export const ska: Style = {
  name: "ska",
  family: "reggae",
  genres: ["ska"],
  era: "1960s",
  metre: "4/4",
  tempo: [146, 176],
  swing: { grid: 8, amount: 0.2 },
  looseness: 6,
  keys: ["A", "C", "D", "E", "F", "G"],
  modes: [
    {
      mode: "major",
      scale: "major",
      a: ["I | VIm | IV | V", "I | I | IV | V7", "I | IIIm | IV | V"],
      b: ["IV | V | IIIm | VIm", "IIm | V7 | I | VI7", "IV | IV | I | V"],
      cadence: "IV V7",
      final: "I6",
      moods: ["cheerful"],
    },
    {
      mode: "minor",
      scale: "dorian",
      a: ["Im | IVm | Im | V7", "Im | bVII | bVI | V7", "Im | Im | IV | V7"],
      b: ["bVI | bIII | IVm | V7", "IVm | Im | IVm | V7"],
      cadence: "IVm V7",
      final: "Im6",
      moods: ["cool"],
    },
  ],
  form: "head",
  ending: "hit",
  kit: ["standard", "room"],
  room: 0.18,
  sound: "highpass=f=60,treble=g=1:f=4500",
  parts: [
    {
      role: "harmony",
      play: comp(
        [
          [0, ".X.X.X.X"],
          [0.75, ".X.X.X.X|.X.X.XgX"],
        ],
        { voices: 4, low: 62, high: 79, legato: 0.32 },
      ),
      on: ["electric guitar"],
      pan: -0.4,
      level: 1.05,
    },
    {
      role: "harmony",
      play: comp([[0, "..x...x...x...x."]], { voices: 3, low: 55, high: 72, legato: 0.5 }),
      on: ["piano", "organ"],
      from: 0.5,
      pan: 0.4,
      level: 0.75,
    },
    { role: "bass", play: walkingBass(), on: ["electric bass", "picked bass"], level: 1.05 },
    {
      role: "melody",
      play: hornSection(
        melody({
          cells: ["x.xx.xx.", ".xxx.x.x", "x-x.xx.x", "xx.x..x."],
          cadence: ["x-x-....", "xx.X...."],
          leap: 0.4,
          ornament: 0.1,
          scoop: 0.15,
          legato: 0.7,
          octave: 0.5,
        }),
      ),
      on: ["brass section"],
      except: ["solo", "break"],
      pan: 0.1,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x-xx.xx-", "..xxx-x-", "x--xxx.x"],
        cadence: ["x-x-....", "x---...."],
        leap: 0.45,
        ornament: 0.15,
        scoop: 0.4,
        legato: 0.85,
        solo: ["xxx-xx-x", ".xxxxxx-", "x-x-xxxx", "xx-xx-xx"],
      }),
      on: ["trombone", "tenor saxophone", "trumpet"],
      only: ["solo"],
      pan: 0.15,
    },
    {
      role: "counter",
      play: comp([[0, "........|....X.X.|........|..X.X.X."]], {
        voices: 2,
        low: 50,
        high: 67,
        legato: 0.6,
      }),
      on: ["trombone", "tenor saxophone"],
      only: ["solo", "variation"],
      pan: -0.15,
      level: 0.85,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x.x.xx.x", "..x.xxx.", "xx..x.x."],
        cadence: ["x.x.....", "x---...."],
        leap: 0.4,
        thirds: true,
        legato: 0.6,
      }),
      on: ["organ", "rock organ"],
      only: ["break"],
      pan: 0.3,
    },
    {
      role: "drums",
      play: drums(
        [
          [0, { sidestick: "..x...x.", hat: "oxoxoxox" }],
          [0.45, { kick: "..X...X.", snare: "..X...X.", hat: "oxoxoxox" }],
          [
            0.64,
            { kick: "X.X.X.X.", snare: "..X...X.|..X..gX.", openHat: ".X.X.X.X", hat: "o.o.o.o." },
          ],
        ],
        { fill: "snare" },
      ),
      on: ["drums"],
    },
    {
      role: "drums",
      play: percussionLoop([[0, { tambourine: "..x...x." }]]),
      on: ["percussion"],
      from: 0.62,
      chance: 0.5,
    },
  ],
  moods: {
    always: ["fun", "lively"],
    calm: ["cool", "playful"],
    strong: ["energetic", "rebellious"],
  },
  uses: ["party", "summer", "extreme sports", "comedy", "city", "comic chase"],
  textures: ["off-beat", "live band"],
  scenes: [
    "scooters in a row down the sea front",
    "a getaway on a shopping trolley",
    "a school band that has had enough of marches",
  ],
  titles: [
    ["Checkered", "Pork Pie", "Kingston", "Bank Holiday", "Scooter", "Rude"],
    ["Tie", "Skipper", "Pier", "Stomp", "Dash", "Holiday"],
  ],
};
