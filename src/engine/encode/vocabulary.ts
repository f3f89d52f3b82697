import type * as v from "valibot";
import { PackError } from "../../contract/errors.ts";
import type { Pack } from "./pack.ts";
import { VocabularySchema, type WordKind } from "./pack-schema.ts";

/**
 * How a word is heard in audio: the probability that a section has the tag is
 * 1 / (1 + exp(-(scale x cosine + bias))); see `presence`.
 */
export interface Calibration {
  readonly scale: number;
  readonly bias: number;
  /** ROC-AUC of the word on held-out music, 0.5 to 1. */
  readonly reliability: number;
}

/** The words that reasons are made of. */
export interface Vocabulary {
  readonly words: readonly string[];
  /** The text tower's embedding of each word, float32 [words x dimension]. */
  readonly vectors: Float32Array;
  /**
   * [words], null for a word that cannot be heard well enough; left out by a pack that does not say
   * how its words are heard.
   */
  readonly calibration?: readonly (Calibration | null)[];
}

/** A vocabulary as a pack holds it: each word with what it describes. */
export interface PackVocabulary extends Vocabulary {
  readonly kinds: readonly WordKind[];
}

/**
 * Reads a pack's vocabulary.
 * @throws PackError the file is damaged, or its vectors or its calibration do not fit its words.
 */
export async function loadVocabulary(pack: Pack): Promise<PackVocabulary> {
  const read = await pack.readJson("vocabulary.json", VocabularySchema);
  const { words, kinds, vectors } = read;
  const bytes = decodeBase64(vectors);
  if (kinds.length !== words.length || bytes?.length !== words.length * pack.dimension * 4) {
    throw unfit(
      `The vocabulary's vectors are not ${words.length} words of ${pack.dimension} numbers.`,
    );
  }
  const calibration = calibrationOf(read);
  return {
    words,
    kinds,
    // Typed arrays read little endian on every machine Needledrop runs on.
    vectors: new Float32Array(bytes.buffer),
    ...(calibration === null ? {} : { calibration }),
  };
}

/** How each word is heard, from the three columns; null if there are none. */
function calibrationOf({
  words,
  scale,
  bias,
  reliability,
}: v.InferOutput<typeof VocabularySchema>): (Calibration | null)[] | null {
  const columns = [scale, bias, reliability].filter((column) => column !== undefined);
  if (columns.length === 0) return null;
  if (columns.some((column) => column.length !== words.length)) throw uneven();
  return words.map((_, w) => {
    const [s, b, r] = [scale?.[w] ?? null, bias?.[w] ?? null, reliability?.[w] ?? null];
    if (s !== null && b !== null && r !== null) return { scale: s, bias: b, reliability: r };
    if (s === null && b === null && r === null) return null;
    throw uneven();
  });
}

const uneven = (): PackError =>
  unfit("The vocabulary does not give scale, bias and reliability for the same words.");

const unfit = (what: string): PackError =>
  new PackError({
    what,
    input: "vocabulary.json",
    next: "Reinstall Needledrop, or point it at a complete pack.",
  });

function decodeBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
