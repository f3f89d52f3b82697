import { drone } from "../idioms/colour.ts";
import { melody } from "../idioms/melody.ts";
import { alap, droneStrokes, sweep, tanpura } from "../idioms/raga.ts";
import { tala } from "../idioms/tala.ts";
import type { Levels } from "../lib/pattern.ts";
import type { Style } from "../lib/style.ts";

/** Sixteen beats in two bars, of which the second is lighter; then the same with runs. */
const sixteen: Levels<string> = [
  [0, "dha dhin dhin dha dha dhin dhin dha | dha tin tin ta ta dhin dhin dha"],
  [
    0.55,
    "dha - dhin ti dhin - dha na dha ti dhin - dhin na dha ge |" +
      "dha - tin ti tin - ta na ta ti dhin - dhin na dha ge",
  ],
  [
    0.8,
    "dha ti ra ki dhin - dha ti dha na dhin - dha ge ti ra |" +
      "ta ti ra ki tin - ta ti dha ge dhin na dha ti ra ki",
  ],
];

/** Sitar and tabla over one tonic: first without a beat, then a tune in a cycle of sixteen, then fast. */
export const indian: Style = {
  name: "indian",
  family: "world",
  genres: ["indian", "world"],
  metre: "4/4",
  tempo: [80, 104],
  looseness: 8,
  keys: ["C", "C#", "D", "B"],
  // A raga has no chords: these are the tones on which its phrases rest.
  modes: [
    {
      mode: "lydian",
      scale: "lydian",
      a: ["I | IIIm | I | VIIm"],
      b: ["V | IIIm | VIm | I"],
      final: "I5",
      moods: ["peaceful", "romantic"],
    },
    {
      mode: "mixolydian",
      scale: "mixolydian",
      a: ["I | IV | I | Vm", "I | VIm | IV | I"],
      b: ["IV | VIm | Vm | I"],
      final: "I5",
      moods: ["charming"],
    },
    {
      mode: "double harmonic",
      scale: "double harmonic major",
      a: ["I | IVm | I | IVm"],
      b: ["IVm | bII | IVm | I"],
      final: "I5",
      moods: ["mysterious"],
    },
    {
      mode: "minor pentatonic",
      scale: "malkos raga",
      a: ["IVm | Im | bVI | IVm"],
      b: ["bVI | IVm | bVII5 | IVm"],
      final: "I5",
      moods: ["mystical"],
    },
  ],
  form: "rise",
  ending: "hit",
  kit: ["standard"],
  room: 0.4,
  parts: [
    { role: "colour", play: tanpura({ low: 47 }), on: ["sitar"], level: 0.62, pan: -0.45 },
    {
      role: "harmony",
      play: drone({ low: 47 }),
      on: ["harmonium"],
      level: 0.42,
      pan: 0.3,
    },
    { role: "melody", play: alap(), on: ["sitar"], only: ["intro", "break"] },
    {
      role: "melody",
      play: melody({
        cells: ["x-xx-xx-", "x--xx-xx", "xx-xxx-x", "x-xxxx--"],
        cadence: ["xxx-x---", "x-xx----"],
        leap: 0.25,
        ornament: 0.3,
        scoop: 0.55,
        legato: 1,
      }),
      on: ["sitar"],
      only: ["statement", "build", "climax", "ending"],
    },
    {
      role: "melody",
      play: melody({
        cells: ["x---..xx", "x-x-x---", "xx-x----"],
        cadence: ["x-------", "x-----.."],
        leap: 0.25,
        ornament: 0.5,
        scoop: 0.7,
        legato: 1,
      }),
      on: ["flute", "pan flute", "shehnai"],
      only: ["build", "climax"],
      pan: 0.25,
      level: 0.85,
    },
    {
      role: "colour",
      play: droneStrokes([
        [0, "..x...x."],
        [0.6, ".xx..xx."],
        [0.85, ".xxx.xxx.xxx.xxx"],
      ]),
      on: ["sitar"],
      from: 0.5,
      level: 0.7,
      pan: 0.1,
    },
    {
      role: "colour",
      play: sweep({ everyBars: 4 }),
      on: ["hammered dulcimer"],
      to: 0.75,
      pan: -0.3,
      level: 0.75,
    },
    {
      role: "drums",
      play: tala(sixteen, "right"),
      on: ["hand drums"],
      except: ["intro", "break"],
      pan: 0.15,
    },
    {
      role: "colour",
      play: tala(sixteen, "left"),
      on: ["hand drums"],
      except: ["intro", "break"],
      pan: 0.2,
    },
  ],
  moods: {
    always: ["exotic", "hypnotic"],
    calm: ["meditative", "reflective"],
    strong: ["lively", "joyful"],
  },
  uses: ["travel", "market scene", "cooking", "yoga", "history", "wedding"],
  textures: ["acoustic", "traditional", "rhythmic"],
  scenes: [
    "a night train crossing the plains",
    "lamps set floating on a river",
    "a kitchen full of roasting spices",
    "the first rain after the heat",
  ],
  titles: [
    ["Marigold", "Monsoon", "River", "Jasmine", "Sandalwood", "Peacock"],
    ["Morning", "Lamps", "Courtyard", "Rain", "Bazaar", "Steps"],
  ],
};
