import { bassPattern } from "../idioms/bass.ts";
import { comp, pad } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import { drums } from "../idioms/drums.ts";
import { ostinato, rollInto } from "../idioms/colour.ts";
import type { Style } from "../lib/style.ts";

/** Staccato strings, a ticking pulse, timpani under the headlines: urgent but neutral. */
export const newsBed: Style = {
  name: "news bed",
  family: "corporate",
  genres: ["news", "underscore"],
  metre: "4/4",
  tempo: [118, 136],
  looseness: 3,
  keys: ["C", "D", "E", "G", "A"],
  modes: [
    {
      mode: "minor",
      scale: "aeolian",
      a: ["Im | bVII/I | bVI/I | bVII/I", "Isus2 | Im | bVII/I | Im"],
      b: ["bIII | bVII | IVsus2 | Vsus4", "bVI | bVII | IVm7 | Vsus4"],
      cadence: "Vsus4",
      final: "I5",
      moods: ["dramatic"],
    },
    {
      mode: "mixolydian",
      scale: "mixolydian",
      a: ["Isus2 | bVII/I | IV/I | Isus2", "I5 | Isus4 | bVII/I | IV/I"],
      b: ["bVII | IV | Vsus4 | %", "IVsus2 | % | bVII | Vsus4"],
      cadence: "bVII",
      final: "Isus2",
      moods: ["dignified"],
    },
  ],
  form: "club",
  ending: "hit",
  kit: ["standard", "room"],
  room: 0.4,
  sound:
    "highpass=f=55,acompressor=threshold=0.1:ratio=2:attack=8:release=200:makeup=1.6,treble=g=3:f=3500",
  parts: [
    {
      role: "harmony",
      play: ostinato(
        [
          [0, "0.1.2.1.0.1.2.1."],
          [0.36, "0.120.120.120.12"],
          [0.5, "0012001200120210|0012..120012....|0012001200120210|0012001200122321"],
          [0.8, "0012001201230321|0012001200122321"],
        ],
        { low: 55, legato: 0.4 },
      ),
      on: ["strings"],
      pan: -0.3,
      except: ["ending"],
    },
    {
      role: "harmony",
      play: ostinato(
        [
          [0, "0000000000000000"],
          [0.8, "1000100010001000"],
        ],
        { low: 48, legato: 0.35, voices: 1 },
      ),
      on: ["synth", "square lead", "saw lead"],
      pan: 0.25,
      level: 0.6,
      except: ["ending"],
    },
    {
      role: "colour",
      play: ostinato(
        [
          [0, "0.00.0..0.0.00..|..0.00.00..0...."],
          [0.8, "0.00.0.00.0.00.0|0000.0.00.00.0.."],
        ],
        { low: 84, legato: 0.4, voices: 1 },
      ),
      on: ["xylophone", "glockenspiel"],
      pan: 0.4,
      level: 0.55,
      only: ["intro", "break", "climax"],
    },
    {
      role: "bass",
      play: bassPattern(
        [
          [0, "R.R.R...|R.R.R.R."],
          [0.58, "R.RR.RR.|R.RR.R8.|R.RR.RR.|RRRRR..."],
          [0.85, "RRRRRRR8"],
        ],
        { legato: 0.5 },
      ),
      on: ["synth bass", "contrabass"],
      from: 0.45,
      level: 0.85,
    },
    {
      role: "bass",
      play: bassPattern([
        [0, "R.......|............R.5."],
        [0.58, "R.......|....R.5.|R.......|........"],
        [0.85, "R..R..R.|........|R..R5.R.|........"],
      ]),
      on: ["timpani"],
      except: ["break"],
      level: 0.95,
    },
    {
      role: "colour",
      play: rollInto({ beats: 6 }),
      on: ["timpani"],
      only: ["break", "build"],
      level: 0.85,
    },
    {
      role: "harmony",
      play: comp(
        [
          [0, "X......X|........|........|........"],
          [0.85, "X..X..X.|........|X......X|x---...."],
        ],
        { voices: 3, low: 55, high: 74, legato: 0.6 },
      ),
      on: ["brass section", "trumpet"],
      pan: 0.1,
      except: ["statement", "break", "build"],
      level: 0.9,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x---x-x-", "x-----x-", "..x-x---"],
        cadence: ["x-------"],
        leap: 0.5,
        legato: 0.95,
      }),
      on: ["french horn"],
      only: ["build", "climax"],
      level: 0.7,
    },
    {
      role: "harmony",
      play: pad({ voices: 4, low: 48, high: 72 }),
      on: ["warm pad", "synth strings"],
      only: ["break", "build"],
      level: 0.75,
    },
    {
      role: "drums",
      play: drums(
        [
          [0, { hat: "x.o.x.o.x.o.x.o." }],
          [
            0.5,
            { kick: "X.......X.......", hat: "xooxxooxxooxxoxo", sidestick: "....x.......x..x" },
          ],
          [0.85, { kick: "X...X...X...X...", snare: "..g.X.gg..g.X.gg", hat: "xoxoxoxoxoxoxoxo" }],
        ],
        { fill: "snare", phrase: 8 },
      ),
      on: ["drums"],
      except: ["break"],
      level: 0.8,
    },
  ],
  moods: { always: ["urgent", "serious"], calm: ["tense"], strong: ["driving", "confident"] },
  uses: ["news", "weather report", "documentary", "presentation", "sports", "opening titles"],
  textures: ["hybrid", "pulsing"],
  scenes: [
    "headlines crossing the screen at the top of the hour",
    "a newsroom ten minutes before air",
    "polling stations opening across the country",
  ],
  titles: [
    ["Top", "Breaking", "Live", "Front", "World"],
    ["Desk", "Bulletin", "Report", "Wire", "Update"],
  ],
};
