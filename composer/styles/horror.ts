import { pedalBass } from "../idioms/bass.ts";
import { melody } from "../idioms/melody.ts";
import { sparse, drone, cluster, ostinato, accents, rollInto } from "../idioms/colour.ts";
import type { Style } from "../lib/style.ts";

/** A detuned music box, string clusters, long near-silences. */
export const horror: Style = {
  name: "horror",
  family: "suspense",
  genres: ["horror", "dark ambient", "soundtrack"],
  metre: "3/4",
  tempo: [56, 76],
  looseness: 24,
  keys: ["B", "C", "F#", "Eb"],
  modes: [
    {
      mode: "minor",
      scale: "harmonic minor",
      a: ["Im | % | Idim | %", "Im | bVIm | Im | bVm"],
      b: ["bIIm | Im | bVm | Im", "Idim | % | bII | V7b9"],
      final: "ImMaj7",
    },
    {
      mode: "diminished",
      scale: "diminished",
      a: ["Idim | % | bIIIdim | %", "Im | bVm | Im | Idim"],
      b: ["bVm | % | bIIIm | Im"],
      final: "Idim",
    },
  ],
  form: "creep",
  ending: "ring",
  kit: ["orchestral"],
  room: 0.9,
  sound: "acompressor=threshold=0.02:ratio=2:attack=30:release=600",
  parts: [
    {
      role: "colour",
      play: drone({ low: 33, fifth: false }),
      on: ["eerie pad", "dark pad"],
      level: 0.85,
    },
    { role: "colour", play: cluster({ width: 5 }), on: ["tremolo strings"], from: 0.3, pan: -0.3 },
    {
      role: "colour",
      play: cluster({ width: 4 }),
      on: ["choir", "strings"],
      from: 0.6,
      pan: 0.35,
      level: 0.9,
    },
    {
      role: "melody",
      play: melody({
        cells: ["x-x-x-", "x---x-", "x-x---"],
        cadence: ["x-----", "x-...."],
        leap: 0.6,
        octave: 0,
        legato: 1,
      }),
      on: ["music box", "celesta"],
      to: 0.75,
    },
    {
      role: "colour",
      play: sparse({ everyBeats: 5, grace: 0.6 }),
      on: ["tubular bells", "piano", "vibraphone"],
      from: 0.3,
      level: 0.85,
    },
    { role: "colour", play: accents({ everyBars: 2 }), on: ["taiko drums", "timpani"], from: 0.6 },
    { role: "colour", play: rollInto({ beats: 6 }), on: ["timpani"], only: ["build", "statement"] },
    {
      role: "harmony",
      play: ostinato([[0, "000000"]], { low: 62, legato: 0.5, voices: 2 }),
      on: ["violin"],
      from: 0.85,
    },
    { role: "bass", play: pedalBass(), on: ["contrabass", "cello"], from: 0.5 },
  ],
  moods: {
    always: ["scary", "dark", "eerie"],
    calm: ["creepy", "ominous"],
    strong: ["menacing", "tense"],
  },
  uses: ["horror", "haunted house", "halloween", "suspense", "thriller"],
  textures: ["orchestral", "dissonant"],
  scenes: [
    "a child's room with the door ajar",
    "footsteps on the stairs of an empty house",
    "the thing behind the curtain",
  ],
  titles: [
    ["The Empty", "Under the", "Behind the", "Nobody's", "The Locked"],
    ["Nursery", "Stairs", "Curtain", "Doll", "Door"],
  ],
};
