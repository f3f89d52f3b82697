import { EmptyQueryError } from "../../contract/errors.ts";
import type { Pack } from "./pack.ts";
import type { Graph, Runtime } from "./runtime.ts";
import { MARKS, loadTokenizer, type Tokenizer } from "./tokenizer.ts";

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
