import { Tokenizer as HuggingFaceTokenizer } from "@huggingface/tokenizers";
import * as v from "valibot";
import { QUERY_LIMIT } from "../../contract/search.ts";
import { EmptyQueryError, PackError } from "../../contract/errors.ts";
import type { Pack } from "./pack.ts";
import type { Graph, Runtime } from "./runtime.ts";

/** Embeds text. Open one with `openTextTower`. */
export interface TextTower {
  /**
   * The embedding of a text, L2-normalised, float32 [dimension].
   * @throws EmptyQueryError the text is blank, or holds nothing readable.
   * @throws DeviceError the device failed.
   */
  embed(text: string): Promise<Float32Array>;
  /** Whether `word`, in lower case, is one of the tokenizer's; rarer words are read in pieces. */
  knows(word: string): boolean;
  /** Frees the model. No call may follow. */
  release(): Promise<void>;
}

/** Makes the text tower from its graph and runs it once, so that the first query pays no warm-up. */
export async function createTextTower(pack: Pack, runtime: Runtime): Promise<TextTower> {
  const { file } = pack.manifest.text;
  const [tokenizer, graph] = await Promise.all([
    loadTokenizer(pack),
    pack.read(file).then((bytes) => runtime.open(file, bytes, pack.dimension)),
  ]);
  await embed("music", tokenizer, graph);
  return {
    embed: (text) => embed(text, tokenizer, graph),
    knows: (word) => tokenizer.knows(word),
    release: () => graph.release(),
  };
}

async function embed(text: string, tokenizer: Tokenizer, graph: Graph): Promise<Float32Array> {
  const ids = tokenizer.encode(text);
  if (ids.length <= MARKS) {
    throw new EmptyQueryError({
      what: "There is nothing to search for.",
      next: "Describe the scene in a few words.",
    });
  }
  const dims = [1, ids.length] as const;
  const inputs = {
    input_ids: { type: "int64", data: BigInt64Array.from(ids, BigInt), dims },
    attention_mask: { type: "int64", data: new BigInt64Array(ids.length).fill(1n), dims },
  } as const;
  return graph.run(inputs, 1);
}

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
const MARKS = 2;

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

// The tower was trained only on texts that end with the end mark.
function truncate(ids: readonly number[], maxTokens: number): number[] {
  return ids.length <= maxTokens ? [...ids] : [...ids.slice(0, maxTokens - 1), ...ids.slice(-1)];
}

/** Cuts a text before it is tokenised, since that takes time in proportion to its length. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const splitsPair = /[\uD800-\uDBFF]/.test(text.charAt(limit - 1));
  return text.slice(0, splitsPair ? limit - 1 : limit);
}
