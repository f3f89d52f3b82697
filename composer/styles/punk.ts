import { bassPattern } from "../idioms/bass.ts";
import { powerChords } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import { drums } from "../idioms/drums.ts";
import { drone } from "../idioms/colour.ts";
import type { Style } from "../lib/style.ts";

/** Three chords, all downstrokes, fast and short: loud guitars in a small room. */
export const punk: Style = {
  name: "punk",
  family: "rock",
  genres: ["punk", "rock"],
  era: "1970s",
  metre: "4/4",
  tempo: [176, 208],
  looseness: 9,
  keys: ["A", "E", "G", "D", "C"],
  modes: [
    {
      mode: "major",
      scale: "major pentatonic",
      a: ["I | IV | V | IV", "I | I | IV V | I", "I | VIm | IV | V"],
      b: ["IV | I | IV | V", "V | IV | V | IV V", "VIm | IV | I | V"],
      cadence: "IV V",
      final: "I5",
      moods: ["fun"],
    },
    {
      mode: "mixolydian",
      scale: "mixolydian",
      a: ["I | bVII | IV | I", "I bIII | IV | I bIII | IV", "I | I | bIII | IV"],
      b: ["bVII | IV | I | V", "IV | IV | bVII | V"],
      cadence: "bIII IV",
      final: "I5",
      moods: ["menacing"],
    },
  ],
  form: "song",
  ending: "hit",
  lift: 0.2,
  kit: ["standard", "power"],
  room: 0.12,
  sound:
    "highpass=f=85,equalizer=f=2600:t=q:w=0.8:g=4,acompressor=threshold=0.15:ratio=2:makeup=1.6",
  parts: [
    {
      role: "harmony",
      play: powerChords([
        [0, "X-------|........"],
        [0.36, "XmmmXmmm|XmmmXmmm|XmmmXmmm|XxxxX..."],
        [0.6, "XxxxXxxx|XxxxX.Xx"],
      ]),
      on: ["overdriven guitar"],
      except: ["break"],
      pan: -0.65,
    },
    {
      role: "harmony",
      play: powerChords([
        [0, "xxxxxxxx"],
        [0.85, "XxXxXxXx"],
      ]),
      on: ["distorted guitar"],
      from: 0.6,
      pan: 0.65,
      level: 0.85,
    },
    {
      role: "bass",
      play: bassPattern(
        [
          [0, "RRRRRRRR"],
          [0.36, "RRRRRRRR|RRRRRR5A"],
          [0.85, "RRRRRRRR|RRR8RR5A"],
        ],
        { legato: 0.8 },
      ),
      on: ["picked bass"],
      level: 1.1,
    },
    {
      role: "melody",
      play: melody({
        cells: ["xxxxx...", "x-xxx-..", "x-x-x-x-", "xx.xx..."],
        cadence: ["x-x-....", "x---...."],
        leap: 0.2,
        scoop: 0.3,
        legato: 0.85,
        phrase: 2,
      }),
      on: ["overdriven guitar"],
      only: ["variation", "climax"],
      pan: 0.1,
      level: 0.95,
    },
    {
      role: "colour",
      play: drone({ low: 52, fifth: false }),
      on: ["distorted guitar"],
      only: ["break"],
      pan: 0.5,
      level: 0.5,
    },
    {
      role: "drums",
      play: drums(
        [
          [0, { floorTom: "X.xxX.xx", kick: "X...X..." }],
          [0.45, { kick: "X..xX...|X..xX.x.", snare: "..X...X.", hat: "XxXxXxXx" }],
          [0.62, { kick: "X.X.X.X.", snare: ".X.X.X.X", openHat: "X.X.X.X." }],
          [
            0.85,
            { kick: "X..xX..x|X.xxX..x", snare: "..X...X.", crash: "X...X...", ride: "x.x.x.x." },
          ],
        ],
        { fill: "toms", phrase: 8 },
      ),
      on: ["drums"],
    },
  ],
  moods: { always: ["rebellious", "gritty"], calm: ["tense"], strong: ["energetic", "aggressive"] },
  uses: ["extreme sports", "party", "city", "coming of age", "comic chase"],
  textures: ["electric", "live band"],
  scenes: [
    "a bedroom door slammed on a Saturday",
    "skateboards down a supermarket ramp",
    "a basement show with sixty people in it",
  ],
  titles: [
    ["No", "Plastic", "Riot", "Broken", "Bored"],
    ["Homework", "Saturday", "Radio", "Neighbours", "Teeth"],
  ],
};
