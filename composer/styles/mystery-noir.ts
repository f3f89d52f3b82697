import { bassPattern, walkingBass } from "../idioms/bass.ts";
import { comp, pad } from "../idioms/harmony.ts";
import { melody } from "../idioms/melody.ts";
import { drums } from "../idioms/drums.ts";
import { guideLine, sparse } from "../idioms/colour.ts";
import type { Style } from "../lib/style.ts";

/** A lone muted horn, vibraphone, slow brushes and walking bass. */
export const mysteryNoir: Style = {
  name: "mystery noir",
  family: "suspense",
  genres: ["film noir", "jazz"],
  era: "1940s",
  metre: "4/4",
  tempo: [54, 72],
  swing: { grid: 8, amount: 0.9 },
  looseness: 16,
  keys: ["C", "D", "F", "G", "Bb"],
  modes: [
    {
      mode: "minor",
      scale: "harmonic minor",
      a: [
        "Im ImMaj7 | Im7 Im6 | bVImaj7 | V7b9",
        "Im69 | bVI7 | IIm7b5 | V7b9",
        "Im6 | IVm6 | Im69 | bVI7 V7#9",
      ],
      b: ["IVm9 | bVII13 | bIIImaj7 | bVI7", "IVm6 | Im69 | II7 | bVI7 V7b9"],
      cadence: "bVI7 V7#9",
      final: "Im69",
      moods: ["melancholic"],
    },
    {
      mode: "dorian",
      scale: "dorian",
      a: ["Im69 | IV9 | Im69 | bVII9", "Im9 | bIIImaj7 | IV9 | bVI7"],
      b: ["bVImaj7 | % | bIIImaj7 | V7#9", "IVm9 | % | bVImaj7 | V7b9"],
      cadence: "bII9",
      final: "Im69",
      moods: ["cool"],
    },
  ],
  form: "song",
  ending: "ritard",
  kit: ["brush"],
  room: 0.55,
  sound: "highpass=f=55,treble=g=-5:f=4500",
  parts: [
    {
      role: "bass",
      play: bassPattern([
        [0, "R-------"],
        [0.4, "R---5-.A|R---8---"],
      ]),
      on: ["double bass"],
      to: 0.8,
      pan: 0.1,
    },
    { role: "bass", play: walkingBass(), on: ["double bass"], from: 0.8, pan: 0.1 },
    {
      role: "harmony",
      play: comp(
        [
          [0, "x-------"],
          [0.4, "x-------|..x---x-"],
          [0.8, "x-.x--x-|..x-.x--"],
        ],
        { voices: 4, low: 55, high: 77, rootless: true, legato: 1 },
      ),
      on: ["vibraphone"],
      pan: -0.3,
      level: 0.85,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x--xxx--", ".xx-x---", "x----xxx", "..x-xxx-"],
        cadence: ["x-----..", "x-x---.."],
        leap: 0.5,
        ornament: 0.25,
        scoop: 0.55,
        legato: 0.97,
      }),
      on: ["muted trumpet", "tenor saxophone"],
      except: ["intro", "variation", "break"],
      pan: 0.05,
      level: 1.1,
    },
    {
      role: "melody",
      play: melody({
        cells: [".xxxx---", "x-xxxxx-", "..xx-xxx", "x-----xx"],
        cadence: ["x---....", "xx----.."],
        leap: 0.45,
        ornament: 0.2,
        scoop: 0.5,
        improvise: true,
        octave: -0.25,
      }),
      on: ["tenor saxophone", "clarinet"],
      only: ["variation"],
      pan: -0.1,
    },
    {
      role: "colour",
      play: sparse({ everyBeats: 5, grace: 0.6 }),
      on: ["piano", "jazz guitar"],
      only: ["intro", "break"],
      pan: 0.25,
      level: 0.85,
    },
    {
      role: "harmony",
      play: pad({ voices: 3, low: 55, high: 74 }),
      on: ["tremolo strings"],
      only: ["break"],
      level: 0.6,
    },
    {
      role: "counter",
      play: guideLine(),
      on: ["clarinet", "french horn", "cello"],
      from: 0.62,
      pan: 0.35,
      level: 0.7,
    },
    {
      role: "drums",
      // In a brush kit, key 40 is the swirl on the skin, key 38 the tap.
      play: drums(
        [
          [0, { electricSnare: "o...o...", pedalHat: "..x...x." }],
          [
            0.45,
            {
              electricSnare: "x...x...",
              snare: "..g...g.|..g...gg",
              pedalHat: "..x...x.",
              ride: "o...o..o",
            },
          ],
          [
            0.8,
            {
              electricSnare: "x...x...",
              snare: "..o...og|..o..go.",
              pedalHat: "..x...x.",
              ride: "x.xxx.xx",
              kick: "o...o...",
            },
          ],
        ],
        { fill: "none", crash: false },
      ),
      on: ["drums"],
      except: ["intro"],
      level: 0.85,
    },
  ],
  moods: {
    always: ["mysterious", "brooding"],
    calm: ["lonely", "sombre"],
    strong: ["sophisticated", "passionate"],
  },
  uses: ["detective", "crime", "city at night", "bar scene", "period film", "rainy day"],
  textures: ["acoustic", "small combo"],
  scenes: [
    "a private eye under a streetlamp in the rain",
    "smoke, venetian blinds and a lie",
    "a stranger at the end of the hotel bar",
  ],
  titles: [
    ["Last", "Shadow", "Velvet", "Harbour", "Second"],
    ["Alibi", "Cigarette", "Client", "Blinds", "Informant"],
  ],
};
