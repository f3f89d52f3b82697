import { DEFAULT_PACK, diskAssets } from "../../../../src/cli/assets.ts";
import { loadTokenizer } from "../../../../src/engine/encode/text-tower.ts";
import { loadVocabulary } from "../../../../src/engine/encode/vocabulary.ts";
import { loadPack } from "../../../../src/engine/open.ts";
import { createLexicon, type Lexicon } from "../../../../src/engine/query/understand/lexicon.ts";

/** The lexicon of the pack that ships: these tests are about its words. */
export async function shippedLexicon(): Promise<Lexicon> {
  const pack = await loadPack(diskAssets({ pack: DEFAULT_PACK }));
  const [vocabulary, tokenizer] = await Promise.all([loadVocabulary(pack), loadTokenizer(pack)]);
  return createLexicon(vocabulary, (word) => tokenizer.knows(word));
}
