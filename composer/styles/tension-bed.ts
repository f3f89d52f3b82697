import { pad } from "../idioms/harmony.ts";
import { percussionLoop } from "../idioms/drums.ts";
import { sparse, drone, cluster, ostinato, rollInto } from "../idioms/colour.ts";
import type { Style } from "../lib/style.ts";

/** Quiet unease: a pulse, a low drone, unresolved semitones. */
export const tensionBed: Style = {
  name: "tension underscore",
  family: "suspense",
  genres: ["underscore", "suspense", "thriller"],
  metre: "4/4",
  tempo: [76, 104],
  looseness: 5,
  keys: ["C", "D", "E", "B", "F#"],
  modes: [
    {
      mode: "phrygian",
      scale: "phrygian",
      a: ["Im | % | bII | Im", "Im | % | Im | bII"],
      b: ["bII | Im | bVIIm | Im", "Im | bVm | bII | Im"],
      final: "Im",
    },
    {
      mode: "minor",
      scale: "harmonic minor",
      a: ["Im | % | Idim | %", "Im | IVm | Im | V7b9"],
      b: ["bVI | Idim | bVI | V", "Im | Idim | bVI | IIm7b5"],
      final: "Im",
    },
  ],
  form: "creep",
  ending: "ring",
  kit: ["electronic", "orchestral"],
  room: 0.6,
  sound: "acompressor=threshold=0.02:ratio=2:attack=30:release=600,equalizer=f=1200:t=q:w=0.7:g=3",
  parts: [
    {
      role: "colour",
      play: drone({ low: 30, fifth: false }),
      on: ["dark pad", "contrabass"],
      level: 0.85,
    },
    {
      role: "harmony",
      play: ostinato(
        [
          [0, "0.0.0.0."],
          [0.35, "0.001.0."],
          [0.6, "0010002000100010"],
        ],
        { low: 40, legato: 0.4, voices: 3 },
      ),
      on: ["synth bass", "muted guitar", "pizzicato strings"],
      from: 0.2,
    },
    {
      role: "harmony",
      play: pad({ voices: 3, low: 55, high: 79 }),
      on: ["tremolo strings"],
      from: 0.3,
      pan: -0.3,
      level: 0.8,
    },
    {
      role: "colour",
      play: sparse({ everyBeats: 5, octave: 0, grace: 0.5 }),
      on: ["piano", "celesta", "vibraphone"],
      to: 0.7,
      pan: 0.3,
      level: 0.9,
    },
    {
      role: "colour",
      play: cluster({ width: 4 }),
      on: ["eerie pad", "strings"],
      from: 0.55,
      level: 0.7,
    },
    {
      role: "drums",
      play: percussionLoop([
        [0, { kick: "X..............." }],
        [0.5, { kick: "X.....x.X.......", hat: "..x...x...x...x." }],
        [0.8, { kick: "X..x..x.X..x..x.", hat: "x.xxx.xxx.xxx.xx", floorTom: "....X.......X..x" }],
      ]),
      on: ["drums"],
      from: 0.35,
    },
    {
      role: "colour",
      play: rollInto({ beats: 6 }),
      on: ["timpani", "taiko drums"],
      only: ["build", "statement"],
    },
  ],
  moods: {
    always: ["tense", "dark"],
    calm: ["suspenseful", "uneasy"],
    strong: ["menacing", "urgent"],
  },
  uses: ["suspense", "thriller", "crime", "detective", "spy", "documentary"],
  textures: ["hybrid", "pulsing"],
  scenes: [
    "a detective alone in the archive at night",
    "a car that has followed for three streets",
    "the countdown nobody else hears",
  ],
  titles: [
    ["Cold", "Silent", "Third", "Blind", "Dead"],
    ["File", "Witness", "Floor", "Corridor", "Signal"],
  ],
};
