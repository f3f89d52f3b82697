import { bassPattern } from "../idioms/bass.ts";
import { strum, arpeggio } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import type { Style } from "../lib/style.ts";

/** Banjo rolls, fiddle and mandolin over a two-beat bass: quick and bright. */
export const bluegrass: Style = {
  name: "bluegrass",
  family: "folk",
  genres: ["bluegrass", "country", "folk"],
  metre: "2/4",
  tempo: [112, 144],
  looseness: 6,
  keys: ["G", "D", "A", "C"],
  modes: [
    {
      mode: "major",
      scale: "major pentatonic",
      a: ["I | I | IV | I | I | I | V7 | I", "I | IV | I | V7", "I | VIm | IV | V7"],
      b: ["IV | IV | I | I | II7 | II7 | V7 | V7", "VIm | VIm | I | I | IV | IV | V7 | V7"],
      cadence: "V7",
      final: "I",
    },
    {
      mode: "mixolydian",
      scale: "mixolydian",
      a: ["I | I | bVII | bVII | I | I | bVII | I"],
      b: ["IV | I | bVII | I"],
      cadence: "bVII",
      final: "I",
      moods: ["rustic"],
    },
  ],
  form: "strains",
  ending: "hit",
  room: 0.18,
  parts: [
    {
      role: "harmony",
      play: arpeggio(
        [
          [0, "02130213"],
          [0.5, "20312031|02313102"],
          [0.8, "21432143|02134213"],
        ],
        { voices: 4, low: 55, high: 76, ring: false },
      ),
      on: ["banjo"],
      pan: -0.25,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x-xxx-x-", "xxxxx-x-", "x-x-xxx-", "xxx-xxx-"],
        cadence: ["x---x---", "x-x-x---"],
        leap: 0.35,
        ornament: 0.3,
        scoop: 0.25,
        legato: 0.9,
      }),
      on: ["fiddle"],
      only: ["statement", "climax"],
      pan: 0.25,
    },
    {
      role: "melody",
      play: melody({
        cells: ["xxxxxxxx", "x-xxxxx-", "xxx-xxxx"],
        cadence: ["x-x-x---", "x---x---"],
        leap: 0.3,
        ornament: 0.1,
        legato: 0.8,
      }),
      on: ["mandolin", "acoustic guitar", "harmonica"],
      only: ["variation", "break"],
      pan: 0.3,
    },
    {
      role: "harmony",
      play: strum(
        [
          [0, "..D-..D-"],
          [0.6, "..D-..DU"],
        ],
        { voices: 5, low: 48, high: 69 },
      ),
      on: ["acoustic guitar", "mandolin"],
      from: 0.42,
      pan: 0.1,
      level: 0.8,
    },
    {
      role: "bass",
      play: bassPattern(
        [
          [0, "R-5-"],
          [0.8, "R-5A"],
        ],
        { legato: 0.8 },
      ),
      on: ["double bass"],
      from: 0.36,
    },
  ],
  moods: {
    always: ["lively", "rustic", "cheerful"],
    calm: ["laid-back"],
    strong: ["energetic", "joyful"],
  },
  uses: ["road trip", "countryside", "comic chase", "barn dance", "travel"],
  textures: ["acoustic", "twangy"],
  scenes: [
    "a pickup full of pumpkins on a dirt road",
    "a pie contest at the county fair",
    "a getaway by tractor",
  ],
  titles: [
    ["Crooked", "Hickory", "Dusty", "Runaway", "Cornbread"],
    ["Creek", "Wagon", "Holler", "Rooster", "Breakdown"],
  ],
};
