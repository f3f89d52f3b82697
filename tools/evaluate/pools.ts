import { readIndexes } from "../../src/cli/assets.ts";
import type { Pack } from "../../src/engine/encode/pack.ts";
import { nodeRuntime } from "../../src/engine/encode/runtime-node.ts";
import type { TextTower } from "../../src/engine/encode/text-tower.ts";
import { loadVocabulary } from "../../src/engine/encode/vocabulary.ts";
import { joinIndexes } from "../../src/engine/index/join.ts";
import type { JoinedIndex } from "../../src/engine/index/joined-index.ts";
import { openSearcher } from "../../src/engine/open.ts";
import { createSearcher, type Searcher } from "../../src/engine/query/search.ts";

/** Tracks that are searched together. */
export interface Pool {
  /** The catalogue's name, or "all". */
  readonly name: string;
  readonly index: JoinedIndex;
  readonly searcher: Pick<Searcher, "search" | "find">;
}

/** What a pack finds in its indexes. */
export interface OpenedPack {
  /** Name and version. */
  readonly id: string;
  /** All indexes joined, as the product searches them. */
  readonly all: Pool;
  /** All of them, and then each index by itself. */
  readonly pools: readonly Pool[];
  /** All tracks without their tags, which the search reads where a query has a negation. */
  readonly untagged: Searcher;
  /** Frees the model. No search may follow. */
  release(): Promise<void>;
}

/** Opens a pack and its indexes. All pools share the model, and what it has embedded before. */
export async function openPack(pack: Pack, paths: readonly string[]): Promise<OpenedPack> {
  const indexes = await readIndexes(paths, pack);
  const opened = await openSearcher({ pack, indexes, runtime: nodeRuntime() });
  const { device } = opened;
  const vocabulary = await loadVocabulary(pack);
  const tower = remembering(opened.tower);
  const search = (index: JoinedIndex): Searcher =>
    createSearcher({ index, tower, vocabulary, device });
  const pool = (name: string, index: JoinedIndex): Pool => ({
    name,
    index,
    searcher: search(index),
  });
  const all = pool("all", opened.index);
  const each = indexes.map((index) =>
    pool(index.tracks[0]?.catalogue ?? "empty", joinIndexes([index])),
  );
  const pools = indexes.length > 1 ? [all, ...each] : [all];
  const tracks = opened.index.tracks.map((track) => ({ ...track, tags: [] }));
  const untagged = search({ ...opened.index, tracks });
  return { id: pack.id, all, pools, untagged, release: () => opened.release() };
}

/** A tower that embeds no text twice: each is searched for in several pools. */
function remembering(tower: TextTower): TextTower {
  const embedded = new Map<string, Promise<Float32Array>>();
  return {
    ...tower,
    embed: (text) => {
      const vector = embedded.get(text) ?? tower.embed(text);
      embedded.set(text, vector);
      return vector;
    },
  };
}
