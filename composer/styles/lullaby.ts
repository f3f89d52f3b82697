import { pedalBass } from "../idioms/bass.ts";
import { guideLine, sparse } from "../idioms/colour.ts";
import { together } from "../idioms/ensemble.ts";
import { arpeggio, pad } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import type { Style } from "../lib/style.ts";

const tune = {
  cells: ["x--x-x", "x-xx--", "x--x--", "x-xxxx"],
  cadence: ["x-----", "x--..."],
  leap: 0.3,
  ornament: 0.12,
  legato: 1,
};

const register = { low: 72, high: 86 };

/** A rocking metre: music box above, harp below, very soft strings. */
export const lullaby: Style = {
  name: "lullaby",
  family: "classical",
  genres: ["lullaby", "children", "classical"],
  metre: "6/8",
  tempo: [40, 52],
  looseness: 16,
  keys: ["F", "Eb", "Db", "Ab", "G", "Bb"],
  modes: [
    {
      mode: "major",
      scale: "major",
      a: [
        "I | I | IV | I | I | VIm | IIm V7 | I",
        "I | V/VII | VIm | I/V | IV | I/III | IIm V7 | I",
        "I | IV/I | I | V7/I | I | IV | V7 | I",
      ],
      b: [
        "IV | I/III | IIm | I | IV | IVm | I/V | V7",
        "VIm | IIIm | IV | I | VIm | IIIm | IIm | V7",
      ],
      cadence: "V7",
      final: "I",
      moods: ["tender"],
    },
    {
      mode: "major pentatonic",
      scale: "major pentatonic",
      a: ["I | VIm | IV | I | I | VIm | V7sus4 | I", "I | IIm7/I | I | VIm"],
      b: ["VIm | IV | I/III | IIm7", "IV | VIm | IIm7 | V7sus4"],
      cadence: "IV",
      final: "Iadd9",
      moods: ["dreamy"],
    },
  ],
  form: "arc",
  ending: "ritard",
  room: 0.5,
  sound: "lowpass=f=7500,treble=g=-2:f=4500",
  parts: [
    {
      role: "melody",
      play: together(melody(tune), register),
      on: ["music box"],
      except: ["break"],
      pan: 0.1,
    },
    {
      role: "melody",
      play: together(melody({ ...tune, ornament: 0 }), { low: 60, high: 74 }),
      on: ["flute", "clarinet", "violin"],
      only: ["variation", "break"],
      pan: -0.15,
      level: 0.7,
    },
    {
      role: "harmony",
      play: arpeggio(
        [
          [0, "b-1-2-"],
          [0.34, "b-121-"],
          [0.5, "b12321"],
        ],
        { voices: 3, low: 53, high: 70 },
      ),
      on: ["harp"],
      pan: -0.3,
      level: 0.85,
    },
    {
      role: "colour",
      play: sparse({ everyBeats: 4, grace: 0.5 }),
      on: ["celesta"],
      from: 0.3,
      pan: 0.4,
      level: 0.6,
    },
    {
      role: "harmony",
      play: pad({ voices: 3, low: 53, high: 69, velocity: 0.5 }),
      on: ["soft strings"],
      from: 0.34,
      pan: 0.2,
      level: 0.7,
    },
    {
      role: "counter",
      play: guideLine(),
      on: ["choir", "vocal pad"],
      from: 0.46,
      level: 0.6,
    },
    { role: "bass", play: pedalBass(), on: ["cello"], from: 0.46, level: 0.6 },
  ],
  moods: {
    always: ["gentle", "sleepy", "innocent"],
    calm: ["peaceful", "soothing"],
    strong: ["warm"],
  },
  uses: ["sleep", "baby", "family video", "fairy tale", "flashback"],
  textures: ["acoustic", "spacious"],
  scenes: [
    "a mobile turning above a cot",
    "the night light stays on",
    "a grandmother's hands closing the picture book",
    "snow outside, a child asleep in the car seat",
  ],
  titles: [
    ["Cradle", "Feather", "Little Moon", "Goodnight", "Cotton"],
    ["Boat", "Pillow", "Lantern", "Meadow", "Stars"],
  ],
};
