import { bassPattern } from "../idioms/bass.ts";
import { climb, snareBuild } from "../idioms/build-up.ts";
import { percussionLoop } from "../idioms/drums.ts";
import { arpeggio, comp, pad } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import type { Style } from "../lib/style.ts";

/** Sawtooth arpeggios over a rolling bass, with a long breakdown before the drop. */
export const trance: Style = {
  name: "trance",
  family: "electronic",
  genres: ["trance", "electronic", "dance"],
  era: "2000s",
  metre: "4/4",
  tempo: [136, 140],
  looseness: 0,
  keys: ["A", "B", "D", "E", "F", "G"],
  modes: [
    {
      mode: "minor",
      scale: "aeolian",
      a: ["Im | bVI | bIII | bVII", "bVI | bVII | Im | Im", "Im | bIII | bVII | IVm"],
      b: ["bVI | bIII | bVII | Im", "IVm | bVI | bIII | bVII"],
      cadence: "bVI bVII",
      final: "Im",
      moods: ["emotional"],
    },
    {
      mode: "major",
      scale: "major",
      a: ["VIm | IV | I | V", "IV | V | VIm | I"],
      b: ["IV | I | V | VIm", "IIm | IV | I | V"],
      cadence: "IV V",
      final: "Iadd9",
      moods: ["hopeful"],
    },
  ],
  form: "club",
  ending: "ring",
  kit: ["electronic"],
  room: 0.6,
  sound: "aecho=0.9:0.95:326:0.22",
  parts: [
    {
      role: "drums",
      play: percussionLoop([
        [0, { kick: "X...X...X...X...", hat: "..x...x...x...x." }],
        [
          0.48,
          {
            kick: "X...X...X...X...",
            openHat: "..X...X...X...X.",
            clap: "....X.......X...",
            hat: "x.oxx.oxx.oxx.ox",
          },
        ],
        [
          0.85,
          {
            kick: "X...X...X...X...",
            openHat: "..X...X...X...X.",
            clap: "....X.......X...",
            ride: "x...x...x...x...",
            hat: "xoxxxoxxxoxxxoxx",
            crash: "X...............|................|................|................",
          },
        ],
      ]),
      on: ["drums"],
      except: ["break", "build"],
    },
    { role: "drums", play: snareBuild(), on: ["percussion"], only: ["build"] },
    {
      role: "bass",
      play: bassPattern(
        [
          [0, "..R...R...R...R."],
          [0.5, "..RR..RR..RR..R8"],
          [0.85, "..RR.RR8..RR.RR8"],
        ],
        { legato: 0.75 },
      ),
      on: ["synth bass", "deep synth bass"],
      except: ["break"],
      level: 1.05,
    },
    {
      role: "harmony",
      play: climb(
        arpeggio(
          [
            [0, "0.2.1.3.4.3.2.1."],
            [0.5, "0213243546354231"],
          ],
          { voices: 3, low: 57, high: 74, ring: false },
        ),
      ),
      on: ["synth", "bell pad"],
      pan: -0.25,
      except: ["climax", "ending"],
      level: 0.85,
    },
    {
      role: "harmony",
      play: arpeggio([[0, "0353245302532453"]], { voices: 3, low: 60, high: 79, ring: false }),
      on: ["saw lead"],
      only: ["climax", "ending"],
      pan: 0.3,
      level: 0.75,
    },
    {
      role: "harmony",
      play: comp(
        [
          [0, ".-x-.-x-.-x-.-x-"],
          [0.85, ".xx-.xx-.xx-.xxx"],
        ],
        { voices: 4, low: 57, high: 79, legato: 0.95 },
      ),
      on: ["synth strings", "synth brass"],
      from: 0.48,
      except: ["build", "break"],
      pan: -0.1,
      level: 0.8,
    },
    {
      role: "harmony",
      play: pad({ voices: 4, low: 50, high: 76 }),
      on: ["warm pad", "choir pad", "strings"],
      only: ["break", "build", "intro"],
      level: 1.35,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x---x-x-", "x-----x-", "x--x--x-", "x---x---"],
        cadence: ["x-------", "x---x---"],
        leap: 0.45,
        octave: 0,
      }),
      on: ["piano", "vocal pad"],
      only: ["break"],
      level: 1.3,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x--x--x-", "x-x-x-x-", "x--xx-x-", "x---x-x-"],
        cadence: ["x--x----", "x---x---"],
        leap: 0.45,
        legato: 1,
        octave: 0.5,
      }),
      on: ["synth lead", "saw lead"],
      only: ["statement", "climax"],
      pan: 0.05,
    },
  ],
  moods: {
    always: ["euphoric", "uplifting"],
    calm: ["dreamy", "floating"],
    strong: ["energetic", "uplifting"],
  },
  uses: ["nightclub", "workout", "technology", "extreme sports", "time lapse", "sunrise"],
  textures: ["electronic", "four on the floor", "analogue synths"],
  scenes: [
    "ten thousand hands and a sunrise",
    "a stadium seen from a drone",
    "a marathon runner finding one more mile",
  ],
  titles: [
    ["Aurora", "First", "Open", "Helios", "Infinite", "Northern"],
    ["Rising", "Contact", "Horizon", "Sky", "Ascent", "Daylight"],
  ],
};
