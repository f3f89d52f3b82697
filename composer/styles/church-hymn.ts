import { accents } from "../idioms/colour.ts";
import { chorale } from "../idioms/chorale.ts";
import type { Style } from "../lib/style.ts";

/** Organ and choir in four parts, with a chord on every note; verses grow up to a full choir. */
export const churchHymn: Style = {
  name: "church hymn",
  family: "classical",
  genres: ["choral", "classical"],
  metre: "4/4",
  tempo: [72, 92],
  looseness: 14,
  keys: ["F", "G", "D", "Eb", "C", "A"],
  modes: [
    {
      mode: "major",
      scale: "major",
      a: [
        "I V/VII I IV | I/V V I % | VIm IIIm IV I/III | IIm7 V I %",
        "I I/III IV V | VIm V/VII I % | IV I/III IIm VIm | I/V V7 I %",
        "I IV I V | I IIm7/IV V % | V/VII I IV V | VIm V7 I %",
        "I VIm IIIm IV | I/III V/II I % | VIm V I/III IV | I/V V7 I %",
      ],
      b: [
        "V V/VII I II/#IV | V II7 V % | IV V/IV I/III IIm7 | I/V V7 I %",
        "VIm III7 VIm V/VII | I IV III % | VIm IIm7/IV V I | IV V7 I %",
        "IV I/III IIm VIm | II7/#IV V V7/IV I/III | IV IIm7 V VIm | IIm7 V7 I %",
      ],
      cadence: "IV",
      final: "I",
      moods: ["joyful", "hopeful"],
    },
    {
      mode: "minor",
      scale: "harmonic minor",
      a: [
        "Im V/VII Im IVm | Im/V V Im % | bVI bIII IVm Im/bIII | IIm7b5/IV V Im %",
        "Im Im/bIII IVm V | bVI IIm7b5/IV V % | bIII bVII/II Im IVm | Im/V V7 Im %",
      ],
      b: [
        "bIII bVII/II bIII bVI | bIII/V bVII bIII % | IVm Im/bIII V/VII Im | IVm V7 Im %",
        "bVI bIII/V IVm bIII | bVII bVII/II bIII % | Im V/VII Im IVm | Im/V V Im %",
      ],
      cadence: "IVm",
      final: "I",
      moods: ["melancholic"],
    },
  ],
  form: "song",
  ending: "ritard",
  lift: 0.4,
  room: 0.95,
  sound: "bass=g=3:f=90,aecho=0.9:0.7:60|110:0.14|0.1",
  parts: [
    {
      role: "harmony",
      play: chorale({ passing: 0.6 }),
      on: ["church organ"],
      except: ["break"],
      pan: -0.1,
      level: 1.25,
    },
    {
      role: "bass",
      play: chorale({ voices: ["bass"], octave: -1 }),
      on: ["church organ"],
      from: 0.4,
      level: 1.1,
    },
    {
      role: "harmony",
      play: chorale({ voices: ["soprano", "alto"], octave: 1 }),
      on: ["church organ"],
      from: 0.6,
      pan: 0.15,
      level: 0.6,
    },
    {
      role: "harmony",
      play: chorale({ passing: 0.6 }),
      on: ["choir"],
      only: ["variation", "break", "climax", "ending"],
      pan: 0.1,
      level: 0.9,
    },
    {
      role: "melody",
      play: chorale({ voices: ["soprano"] }),
      on: ["trumpet", "oboe", "brass section"],
      only: ["climax"],
      chance: 0.45,
      pan: 0.3,
      level: 0.7,
    },
    {
      role: "colour",
      play: accents({ everyBars: 4 }),
      on: ["church bell"],
      only: ["climax", "intro"],
      chance: 0.4,
      pan: -0.4,
      level: 0.7,
    },
  ],
  moods: {
    always: ["solemn", "spiritual"],
    calm: ["reflective", "peaceful"],
    strong: ["majestic", "uplifting"],
  },
  uses: ["church", "wedding", "funeral", "ceremony", "period film"],
  textures: ["acoustic", "spacious"],
  scenes: [
    "a village church, the doors still open",
    "a bride on her father's arm",
    "candles for those who did not come back",
    "light through a stained glass window",
  ],
  titles: [
    ["Evening", "All the", "Lord of", "Stone and", "Faithful"],
    ["Bells", "Harvest", "Light", "Shepherds", "Grace"],
  ],
};
