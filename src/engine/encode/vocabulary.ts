import { PackError } from "../../contract/errors.ts";
import type { Pack } from "./pack.ts";
import { VocabularySchema } from "./pack-schema.ts";

/** The words that reasons are made of. */
export interface Vocabulary {
  readonly words: readonly string[];
  /** The text tower's embedding of each word, float32 [words x dimension]. */
  readonly vectors: Float32Array;
}

/**
 * Reads a pack's vocabulary.
 * @throws PackError the file is damaged, or its vectors do not fit its words.
 */
export async function loadVocabulary(pack: Pack): Promise<Vocabulary> {
  const { words, kinds, vectors } = await pack.readJson("vocabulary.json", VocabularySchema);
  const bytes = decodeBase64(vectors);
  if (kinds.length !== words.length || bytes?.length !== words.length * pack.dimension * 4) {
    throw new PackError({
      what: `The vocabulary's vectors are not ${words.length} words of ${pack.dimension} numbers.`,
      input: "vocabulary.json",
      next: "Reinstall Needledrop, or point it at a complete pack.",
    });
  }
  // Typed arrays read little endian on every machine Needledrop runs on.
  return { words, vectors: new Float32Array(bytes.buffer) };
}

function decodeBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
