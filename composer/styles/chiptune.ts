import { bassPattern } from "../idioms/bass.ts";
import { arpeggio } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import { drums } from "../idioms/drums.ts";
import { guideLine } from "../idioms/colour.ts";
import type { Style } from "../lib/style.ts";

/** Square waves: arpeggios for chords, one lead voice, noise for drums. */
export const chiptune: Style = {
  name: "chiptune",
  family: "electronic",
  genres: ["chiptune", "electronic"],
  era: "1980s",
  metre: "4/4",
  tempo: [124, 168],
  looseness: 0,
  keys: ["C", "D", "F", "G", "A"],
  modes: [
    {
      mode: "major",
      scale: "major",
      a: ["I | V | VIm | IV", "I | IV | I | V", "I | bVII | IV | V"],
      b: ["IV | V | IIIm | VIm", "bVI | bVII | I | I"],
      cadence: "IV V",
      final: "I",
      moods: ["cheerful"],
    },
    {
      mode: "minor",
      scale: "harmonic minor",
      a: ["Im | bVI | bVII | Im", "Im | IVm | V | Im"],
      b: ["bVI | bVII | Im | V"],
      cadence: "IVm V",
      final: "Im",
      moods: ["heroic"],
    },
  ],
  form: "strains",
  ending: "hit",
  lift: 0.4,
  kit: ["drum machine"],
  room: 0.02,
  sound:
    "bass=g=-4:f=80,treble=g=-4:f=5000,acrusher=level_in=1:level_out=1:bits=7:mode=log:aa=1:samples=2:mix=0.5",
  parts: [
    {
      role: "melody",
      play: melody({
        cells: ["x.xxx.x.", "xxx.x.xx", "x--xx.x-", "x.x.xxxx"],
        cadence: ["x-x-x---", "x---x..."],
        leap: 0.55,
        ornament: 0.2,
        legato: 0.8,
      }),
      on: ["square lead"],
      except: ["intro"],
      level: 1,
    },
    {
      role: "harmony",
      play: arpeggio(
        [
          [0, "0123012301230123"],
          [0.6, "0121232101212321"],
        ],
        { voices: 3, low: 60, high: 79, ring: false },
      ),
      on: ["square lead"],
      pan: 0.25,
      level: 0.62,
    },
    {
      role: "bass",
      play: bassPattern(
        [
          [0, "R.8.R.8."],
          [0.6, "R8R8R85A"],
        ],
        { legato: 0.7 },
      ),
      on: ["square lead", "synth bass"],
      level: 0.9,
      pan: -0.1,
    },
    { role: "counter", play: guideLine(), on: ["saw lead"], from: 0.66, level: 0.55, pan: -0.3 },
    {
      role: "drums",
      play: drums(
        [
          [0, { hat: "x.x.x.x.x.x.x.x." }],
          [0.5, { kick: "X.......X.x.....", snare: "....X.......X...", hat: "x.xxx.xxx.xxx.xx" }],
          [0.8, { kick: "X..x..X.X..x..X.", snare: "....X.......X.xx", hat: "xxxxxxxxxxxxxxxx" }],
        ],
        { fill: "snare", crash: false },
      ),
      on: ["drums"],
      level: 0.85,
    },
  ],
  moods: { always: ["playful", "bouncy"], calm: ["cute"], strong: ["energetic", "fun"] },
  uses: ["game", "technology", "animation", "children", "social media"],
  textures: ["electronic", "retro"],
  scenes: [
    "a small hero jumping over pits",
    "a loading bar with personality",
    "the boss of level three",
  ],
  titles: [
    ["Pixel", "Level", "Extra", "Coin", "Turbo"],
    ["Quest", "Life", "Castle", "Hopper", "Snail"],
  ],
};
