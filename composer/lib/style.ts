import type { Chord } from "./harmony.ts";
import type { Instrument, KitName } from "./instruments.ts";
import type { FormName } from "./forms.ts";
import type { Rng } from "./rng.ts";
import type { Note, Role, Section } from "./score.ts";

/** The context in which a player writes one section. Beats count from the section's start. */
export interface Scene {
  section: Section;
  beatsPerBar: number;
  chords: readonly Chord[];
  /** The chord that follows the section. */
  following: Chord;
  /** Pitch classes of the scale, tonic first, transposed as the section is. */
  scale: readonly number[];
  instrument: Instrument;
  /** 0..1, how hard. */
  energy: number;
  /** Random numbers for this section of this part. */
  rng: Rng;
  /** The same random numbers in every section of this part, for material that returns. */
  pieceRng: Rng;
  /** The part's memory from one section to the next. */
  memory: PartMemory;
}

export interface PartMemory {
  voicing?: number[];
  pitch?: number;
}

/** A way of playing: writes the notes of one part for one section. */
export type Idiom = (scene: Scene) => Note[];

/** One player's place in the arrangement. */
export interface PartPlan {
  role: Role;
  play: Idiom;
  /** Instruments to choose from, or for drums the label ("drums", "congas"). */
  on: readonly string[];
  /** Plays in sections whose energy lies in this range. */
  from?: number;
  to?: number;
  only?: readonly Section["label"][];
  except?: readonly Section["label"][];
  /** Probability that a piece has this part at all; 1 by default. */
  chance?: number;
  /** Loudness relative to the instrument table's, which is 1. */
  level?: number;
  /** -1 left .. 1 right. */
  pan?: number;
  /** Milliseconds behind the beat; negative is ahead. */
  late?: number;
}

/** A mode and its progressions. */
export interface ModePlan {
  /** Musicians' name for it: "major", "minor", "dorian". */
  mode: string;
  /** The melody's scale by its English name. */
  scale: string;
  /** Progressions for the main and the contrasting theme. */
  a: readonly string[];
  b: readonly string[];
  /** The bar before the last chord: "V7", "IVm IV". By default the progression runs into it. */
  cadence?: string;
  /** The last chord; by default "I" or "Im", as the scale has it. */
  final?: string;
  moods?: readonly string[];
}

export type Metre = "4/4" | "3/4" | "6/8" | "2/4" | "5/4" | "12/8";

/** How a piece ends: it rings out, slows down and rings out, stops with one short hit, or fades. */
export type Ending = "ring" | "ritard" | "hit" | "fade";

/** Sections of a music library; each holds styles that an editor would look for together. */
export const styleFamilies = [
  "ambient",
  "classical",
  "cinematic",
  "suspense",
  "comedy",
  "corporate",
  "folk",
  "rock",
  "soul",
  "jazz",
  "latin",
  "reggae",
  "hip-hop",
  "electronic",
  "world",
  "dance hall",
  "seasonal",
] as const;
export type StyleFamily = (typeof styleFamilies)[number];

/** A style in a musician's terms. */
export interface Style {
  name: string;
  family: StyleFamily;
  genres: readonly string[];
  /** The decade or century whose sound the music has. */
  era?: string;
  metre: Metre;
  /** Felt beats per minute, slowest and fastest. */
  tempo: readonly [number, number];
  /** Delay of the off-beat quaver or semiquaver: 0 straight .. 1 triplets. */
  swing?: { grid: 8 | 16; amount: number };
  /** Spread of the players' timing around the beat, in milliseconds; 0 for machines. */
  looseness: number;
  keys: readonly string[];
  modes: readonly ModePlan[];
  form: FormName;
  /** Bars in a chorus, if the form needs whole choruses: 12 for a blues. */
  chorus?: number;
  ending: Ending;
  /** Probability that the climax goes up a tone. */
  lift?: number;
  kit?: readonly KitName[];
  /** Size of the room, 0 dry .. 1 cathedral. */
  room: number;
  /** A chain of ffmpeg audio filters that gives the sound of the genre's records. */
  sound?: string;
  parts: readonly PartPlan[];
  moods: { always: readonly string[]; calm?: readonly string[]; strong?: readonly string[] };
  uses: readonly string[];
  /** "acoustic", "electronic", "orchestral" and the like. */
  textures: readonly string[];
  /** Scenes in a film-maker's words: "a walk in the woods at dawn". */
  scenes: readonly string[];
  /** Two columns of words for titles. */
  titles: readonly [readonly string[], readonly string[]];
}
