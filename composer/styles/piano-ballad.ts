import { arpeggio } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import { sparse } from "../idioms/colour.ts";
import type { Style } from "../lib/style.ts";

/** One piano, close and unhurried: broken chords in the left hand, a lyrical right hand. */
export const pianoBallad: Style = {
  name: "solo piano ballad",
  family: "classical",
  genres: ["ballad", "modern classical"],
  metre: "4/4",
  tempo: [62, 80],
  looseness: 14,
  keys: ["C", "G", "F", "D", "Eb", "Ab"],
  modes: [
    {
      mode: "major",
      scale: "major",
      a: ["Iadd9 | V/VII | VIm7 | IVmaj7", "I | IIIm7 | IVmaj7 | Vsus4 V"],
      b: ["VIm7 | IVmaj7 | I/III | V", "IIm7 | V | IIIm7 | VIm7"],
      cadence: "IVadd9 Vsus4",
      final: "Iadd9",
      moods: ["tender", "hopeful"],
    },
    {
      mode: "minor",
      scale: "aeolian",
      a: ["Im | bVImaj7 | bIII | bVII", "Im | Vm7 | bVImaj7 | IVm7"],
      b: ["bVImaj7 | bVII | Im | bIII", "IVm7 | bVII | bIIImaj7 | bVImaj7"],
      cadence: "IVm6 V7",
      moods: ["sad", "heartbreaking"],
    },
  ],
  form: "song",
  ending: "ritard",
  room: 0.5,
  parts: [
    {
      role: "harmony",
      play: arpeggio(
        [
          [0, "b-2-3-2-"],
          [0.45, "b1232123"],
          [0.8, "b123432143212312"],
        ],
        { voices: 3, low: 50, high: 67 },
      ),
      on: ["piano"],
      level: 0.78,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x--xx-x-", "x-x-x---", ".xx-x-x-", "x---x-xx"],
        cadence: ["x-x-----", "x-----.."],
        leap: 0.35,
        ornament: 0.12,
        thirds: true,
        legato: 1,
      }),
      on: ["piano"],
      from: 0.36,
    },
    {
      role: "colour",
      play: sparse({ everyBeats: 4, octave: 1, grace: 0.5 }),
      on: ["piano"],
      only: ["intro", "break"],
      level: 0.85,
    },
  ],
  moods: {
    always: ["intimate", "emotional"],
    calm: ["gentle", "reflective"],
    strong: ["passionate"],
  },
  uses: ["sad scene", "romance", "farewell", "flashback", "drama", "wedding", "interview"],
  textures: ["acoustic"],
  scenes: [
    "a letter read twice by the window",
    "two people saying goodbye on a platform",
    "an old photograph",
  ],
  titles: [
    ["Last", "Unsent", "Winter", "Quiet", "Evening"],
    ["Letters", "Window", "Rooms", "Goodbye", "Rain"],
  ],
};
