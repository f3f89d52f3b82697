import { Tokenizer as HuggingFaceTokenizer } from "@huggingface/tokenizers";
import * as v from "valibot";
import { QUERY_LIMIT } from "../../contract/engine.ts";
import { PackError } from "../../contract/errors.ts";
import type { Pack } from "./pack.ts";

/** Turns text into the token ids that the text tower reads. */
export interface Tokenizer {
  /**
   * Token ids of `text` between the start and end marks, at most `maxTokens` of them.
   * Only the marks are left when the text holds nothing to read.
   */
  encode(text: string): number[];
  /** Whether `word`, in lower case, is one token, so that the text tower was trained on it as such. */
  knows(word: string): boolean;
}

/** Ids that every text gets: the start and the end mark. */
export const MARKS = 2;

/** How tokenizers mark a token that begins a word: WordPiece not at all, BPE and Unigram with these. */
const WORD_STARTS = ["", "\u0120", "\u2581"];

/** @throws PackError tokenizer.json is damaged or of a kind the tokenizer does not know. */
export async function loadTokenizer(pack: Pack): Promise<Tokenizer> {
  const json = await pack.readJson("tokenizer.json", v.looseObject({}));
  const { maxTokens } = pack.manifest.text;
  const tokenizer = build(json);
  return {
    encode: (text) => truncate(tokenizer.encode(cut(text, QUERY_LIMIT)).ids, maxTokens),
    knows: (word) => WORD_STARTS.some((mark) => tokenizer.token_to_id(mark + word) !== undefined),
  };
}

function build(json: object): HuggingFaceTokenizer {
  try {
    return new HuggingFaceTokenizer(json, {});
  } catch (cause) {
    throw new PackError({
      what: "The pack's tokenizer cannot be built.",
      input: "tokenizer.json",
      next: "Reinstall Needledrop, or point it at a complete pack.",
      cause,
    });
  }
}

/** Cuts a text before it is tokenised, since that takes time in proportion to its length. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const splitsPair = /[\uD800-\uDBFF]/.test(text.charAt(limit - 1));
  return text.slice(0, splitsPair ? limit - 1 : limit);
}

// The tower was trained only on texts that end with the end mark.
function truncate(ids: readonly number[], maxTokens: number): number[] {
  return ids.length <= maxTokens ? [...ids] : [...ids.slice(0, maxTokens - 1), ...ids.slice(-1)];
}
