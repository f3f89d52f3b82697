import type { Energy, Vocals } from "../../contract/hearing.ts";
import { trackEvidence } from "../../contract/track.ts";
import type { Vocabulary } from "../encode/vocabulary.ts";
import type { JoinedIndex } from "../index/joined-index.ts";
import { energyOf, HIGH_ENERGY, LOW_ENERGY } from "./energy.ts";
import { presence } from "./reasons.ts";
import { createScanner } from "./scan.ts";
import { VOCALS } from "./scores.ts";
import { LEAST_PRESENCE, vectorOf, type Hearing } from "./tags.ts";

/**
 * From this probability on, a voice of any kind, or a choir, is taken to be there. Filters need more
 * than an even chance; figures are in docs/decisions/filters.md.
 */
export const PLAIN = 0.8;
/** The words for a voice, with the probability from which each is taken to be there. */
const VOICES = [
  [VOCALS, PLAIN],
  ["male vocals", LEAST_PRESENCE],
  ["female vocals", LEAST_PRESENCE],
] as const;
/** In less of a track than this, what is heard as a voice is taken for a mistake. */
const LEAST_SHARE = 0.1;
/** In less than this, a voice is there now and then. */
const LEADING_SHARE = 1 / 3;
/** In at least this share of its track a choir is heard. */
const CHOIR_SHARE = 1 / 2;
/**
 * Log odds by which energetic words must outweigh calm ones, or the other way round: nearly the same
 * number of recordings is low, medium and high then (docs/decisions/filters.md).
 */
const ENERGY_LEAN = 4;

/**
 * What is heard in tracks from their embeddings, where a pack is calibrated and a track was embedded
 * from its audio alone. Null where it cannot be told. All tracks are listened to when the first is
 * asked for.
 */
export interface TrackEar {
  /** Whether a section is more likely to have a voice than not. */
  readonly hearsVoice: Hearing;
  vocals(track: number): Vocals | null;
  energy(track: number): Energy | null;
}

/** An ear that hears nothing. */
export const DEAF: TrackEar = { hearsVoice: () => null, vocals: () => null, energy: () => null };

/** Prepares to listen. */
export function createEar(vocabulary: Vocabulary, index: JoinedIndex): TrackEar {
  const voice = listening(vocabulary, index, VOCALS);
  const choir = listening(vocabulary, index, "choir");
  const voices = VOICES.map(
    ([word, least]) => [listening(vocabulary, index, word), least] as const,
  );
  const energy = energyIn(vocabulary, index);
  return {
    hearsVoice: (track) => {
      const heard = voice(track);
      return heard === null ? null : mean(heard) > LEAST_PRESENCE;
    },
    vocals: (track) => {
      if (voice(track) === null) return null;
      const inChoir = shareOf([[choir(track), PLAIN]]);
      const sung = shareOf(voices.map(([hear, least]) => [hear(track), least]));
      return inChoir >= CHOIR_SHARE ? "choir" : vocalsOf(sung);
    },
    energy: (track) => {
      const lean = energy(track);
      return lean === null ? null : energyOf(lean, ENERGY_LEAN);
    },
  };
}

/** The first ear that can tell, for each question. */
export const firstEarOf = (ears: readonly TrackEar[]): TrackEar => ({
  hearsVoice: (track) => firstOf(ears, (ear) => ear.hearsVoice(track)),
  vocals: (track) => firstOf(ears, (ear) => ear.vocals(track)),
  energy: (track) => firstOf(ears, (ear) => ear.energy(track)),
});

function firstOf<T>(
  ears: readonly TrackEar[],
  ask: (ear: TrackEar) => NonNullable<T> | null,
): NonNullable<T> | null {
  for (const ear of ears) {
    const heard = ask(ear);
    if (heard !== null) return heard;
  }
  return null;
}

/** @param share of a track's sections that have a voice */
function vocalsOf(share: number): Vocals {
  if (share < LEAST_SHARE) return "none";
  return share < LEADING_SHARE ? "some" : "sung";
}

/** Share of a track's sections in which one of some words is at least as present as it must be. */
function shareOf(words: readonly (readonly [Float32Array | null, number])[]): number {
  const heard = words.flatMap(([presences, least]) =>
    presences === null ? [] : [{ presences, least }],
  );
  const sections = heard[0]?.presences.length ?? 0;
  let count = 0;
  for (let s = 0; s < sections; s += 1) {
    if (heard.some(({ presences, least }) => (presences[s] ?? 0) > least)) count += 1;
  }
  return sections === 0 ? 0 : count / sections;
}

const mean = (values: Float32Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Prepares to tell how present a word is in each section of a track; null if that cannot be told. */
function listening(
  vocabulary: Vocabulary,
  index: JoinedIndex,
  word: string,
): (track: number) => Float32Array | null {
  const number = vocabulary.words.indexOf(word);
  const known = vocabulary.calibration?.[number] ?? null;
  if (known === null) return () => null;
  const sectionsOf = scanned(index, vectorOf(vocabulary, number));
  return (track) => sectionsOf(track)?.map((cosine) => presence(cosine, known)) ?? null;
}

/**
 * How far the log odds of energetic words are above those of calm ones, on average over a track. The
 * log odds are linear in an embedding, so all words are heard in one scan.
 */
function energyIn(vocabulary: Vocabulary, index: JoinedIndex): (track: number) => number | null {
  const sum = new Float64Array(index.dimension);
  let bias = 0;
  const add = (words: readonly string[], sign: 1 | -1): number => {
    const known = words.flatMap((word) => {
      const number = vocabulary.words.indexOf(word);
      const calibration = vocabulary.calibration?.[number] ?? null;
      return calibration === null ? [] : [{ number, calibration }];
    });
    for (const { number, calibration } of known) {
      const share = sign / known.length;
      bias += share * calibration.bias;
      vectorOf(vocabulary, number).forEach((x, d) => {
        sum[d] = (sum[d] ?? 0) + share * calibration.scale * x;
      });
    }
    return known.length;
  };
  const [high, low] = [add(HIGH_ENERGY, 1), add(LOW_ENERGY, -1)];
  if (high === 0 || low === 0) return () => null;
  const sectionsOf = scanned(index, Float32Array.from(sum));
  return (track) => {
    const leans = sectionsOf(track);
    return leans === null ? null : mean(leans) + bias;
  };
}

/** The dot products of a track's sections with a vector; null for a track that cannot be heard. */
function scanned(index: JoinedIndex, vector: Float32Array): (track: number) => Float32Array | null {
  let products: Float32Array | null = null;
  function scan(): Float32Array {
    const all = new Float32Array(index.firstSection.at(-1) ?? 0);
    createScanner(index)(vector, all);
    return all;
  }
  return (track) => {
    const { [track]: asked } = index.tracks;
    if (asked === undefined || trackEvidence(asked) !== "audio") return null;
    products ??= scan();
    const own = products.subarray(index.firstSection[track], index.firstSection[track + 1]);
    return own.length === 0 ? null : own;
  };
}
