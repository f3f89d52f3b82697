import { bassPattern } from "../idioms/bass.ts";
import { pad } from "../idioms/harmony.ts";
import { percussionLoop } from "../idioms/drums.ts";
import { ostinato, sparse } from "../idioms/colour.ts";
import { echoed } from "../idioms/echo.ts";
import type { Style } from "../lib/style.ts";

/** Small, clean, interlocking sounds; players come and go, and there is no tune. */
export const techMinimal: Style = {
  name: "tech minimal",
  family: "corporate",
  genres: ["minimal", "electronic"],
  era: "2010s",
  metre: "4/4",
  tempo: [96, 114],
  looseness: 2,
  keys: ["C", "D", "Eb", "F", "A"],
  modes: [
    {
      mode: "major",
      scale: "major",
      a: ["Iadd9 | % | VIm7 | %", "Imaj9 | % | IVmaj9 | %"],
      b: ["IVmaj9 | % | VIm7 | Vsus4", "IIm9 | % | IVmaj9 | %"],
      final: "Iadd9",
      moods: ["optimistic"],
    },
    {
      mode: "dorian",
      scale: "dorian",
      a: ["Im9 | % | IVadd9 | %", "Im7 | % | bIIImaj9 | IVadd9"],
      b: ["bIIImaj9 | % | bVIIadd9 | %", "bVIIadd9 | % | IVadd9 | %"],
      final: "Im9",
      moods: ["hypnotic"],
    },
  ],
  form: "rise",
  ending: "hit",
  kit: ["drum machine", "electronic"],
  room: 0.2,
  sound: "highpass=f=50,treble=g=3:f=6000",
  parts: [
    {
      role: "harmony",
      play: echoed(
        ostinato(
          [
            [0, "0..1....2..1....|0..1..3......1.."],
            [0.36, "0..1..2.....1...|0..1..3...2....."],
            [0.6, "0..1..2...3.1...|0..1..4...3..2.."],
          ],
          { low: 67, legato: 0.5 },
        ),
        { after: 0.75, times: 2, fade: 0.5 },
      ),
      on: ["synth", "pizzicato strings"],
      pan: 0.3,
      level: 1.1,
    },
    {
      role: "harmony",
      play: ostinato(
        [
          [0, "..0...0...0...0."],
          [0.6, "0.10.10.0.10.10."],
        ],
        { low: 52, legato: 0.3 },
      ),
      on: ["muted guitar"],
      from: 0.36,
      except: ["break"],
      pan: -0.5,
      level: 0.9,
    },
    {
      role: "harmony",
      play: ostinato(
        [
          [0, "0.1.2.0.1.2.0.1."],
          [0.6, "012.012.012.01.2"],
          [0.85, "0120120120120132"],
        ],
        { low: 57, legato: 0.5 },
      ),
      on: ["marimba", "kalimba"],
      from: 0.38,
      pan: 0.5,
      level: 0.8,
    },
    {
      role: "harmony",
      play: ostinato([[0, "0000000000000000"]], { low: 48, legato: 0.3, voices: 1 }),
      on: ["square lead"],
      from: 0.6,
      pan: -0.2,
      level: 0.45,
    },
    {
      role: "bass",
      play: bassPattern(
        [
          [0, "R-------|......R."],
          [0.6, "R--R....|R--R..8."],
        ],
        { legato: 0.7 },
      ),
      on: ["deep synth bass"],
      from: 0.38,
      level: 0.8,
    },
    {
      role: "harmony",
      play: pad({ voices: 4, low: 55, high: 76 }),
      on: ["warm pad", "soft strings"],
      only: ["intro", "break", "climax"],
      level: 0.6,
    },
    {
      role: "colour",
      play: echoed(sparse({ everyBeats: 5, grace: 0 }), { after: 1.5, times: 2, fade: 0.55 }),
      on: ["celesta", "vibraphone"],
      only: ["intro", "break"],
      pan: -0.4,
      level: 0.75,
    },
    {
      role: "drums",
      play: percussionLoop([
        [0, { claves: "..o...o.|..o..o..", hat: "..o...o...o...o." }],
        [0.36, { claves: "....o.......o...", hat: "..o...o...o...oo" }],
        [0.6, { kick: "x.......x.x.....", sidestick: "....x.......x..o", hat: "ooxoooxoooxoooxo" }],
        [
          0.85,
          {
            kick: "x...x...x...x.x.",
            sidestick: "....x..o....x..o",
            hat: "xoxoxoxoxoxoxoxo",
            cabasa: "..x...x...x...x.",
          },
        ],
      ]),
      on: ["percussion"],
      except: ["break"],
      level: 0.75,
    },
  ],
  moods: { always: ["positive", "cool"], calm: ["calm"], strong: ["confident", "futuristic"] },
  uses: [
    "technology",
    "explainer",
    "presentation",
    "product launch",
    "corporate",
    "tutorial",
    "science",
  ],
  textures: ["modern", "pulsing"],
  scenes: [
    "an interface drawn line by line",
    "a robot arm placing a chip",
    "data moving between quiet machines",
  ],
  titles: [
    ["Clear", "Vector", "Small", "White", "Parallel"],
    ["Interface", "Logic", "Prototype", "Sensor", "Margin"],
  ],
};
