import "fake-indexeddb/auto";
import { deleteDB } from "idb";
import { afterEach, beforeAll, onTestFinished } from "vitest";
import { diskAssets } from "../../../src/cli/assets.ts";
import type { Track } from "../../../src/contract/track.ts";
import type { AudioTower } from "../../../src/engine/encode/audio-tower.ts";
import type { Pack } from "../../../src/engine/encode/pack.ts";
import { nodeRuntime } from "../../../src/engine/encode/runtime-node.ts";
import type { SectionIndex } from "../../../src/engine/index/section-index.ts";
import { OwnFolders } from "../../../src/engine/library/own-folders.ts";
import { loadPack, openAudioTower } from "../../../src/engine/open.ts";
import {
  LIBRARY_NAME,
  openLibraryStore,
  type LibraryStore,
  type StoredIndex,
} from "../../../src/engine/store/library-store.ts";
import { TOY_PACK } from "../../cli/support/paths.ts";

export let pack: Pack;
export let tower: AudioTower;
let store: LibraryStore | null = null;

beforeAll(async () => {
  pack = await loadPack(diskAssets({ pack: TOY_PACK }));
  tower = await openAudioTower({ pack, runtime: nodeRuntime() });
});

afterEach(async () => {
  store?.close();
  await deleteDB(LIBRARY_NAME);
});

/** The store of this test; a test has one at a time. */
export async function openStore(): Promise<LibraryStore> {
  store?.close();
  return (store = await openLibraryStore());
}

/** The editor's folders, and what came of them. */
export interface Opened {
  readonly own: OwnFolders;
  /** Ids of the tracks to search, each time they change. */
  readonly searched: string[][];
  readonly embedded: () => number;
  /** The tracks that are there to search. */
  readonly tracks: () => readonly Track[];
}

/** Opens the library, as a start of the panel does; `now` is its clock. */
export async function open({
  by = pack,
  now = (): number => 0,
  catalogue = [] as readonly Track[],
} = {}): Promise<Opened> {
  const kept = await openStore();
  const searched: string[][] = [];
  let sections = 0;
  let last: readonly Track[] = [];
  const counting: AudioTower = {
    ...tower,
    embed: async function* (chunks) {
      sections += 1;
      yield* tower.embed(chunks);
    },
  };
  const own = await OwnFolders.open({
    model: { pack: by, runtime: nodeRuntime() },
    store: kept,
    openTower: () => Promise.resolve(counting),
    catalogue: () => catalogue,
    onIndexes: (indexes: readonly SectionIndex[]) => {
      last = indexes.flatMap(({ tracks }) => tracks);
      searched.push(indexes.flatMap(({ tracks }) => tracks.map(({ id }) => id.slice(-5))));
    },
    now,
  });
  return { own, searched, embedded: () => sections, tracks: () => last };
}

/** The library of a second panel on the same store. */
export async function openBeside(): Promise<OwnFolders> {
  const beside = await openLibraryStore();
  onTestFinished(() => beside.close());
  return OwnFolders.open({
    model: { pack, runtime: nodeRuntime() },
    store: beside,
    openTower: () => Promise.resolve(tower),
    onIndexes: () => undefined,
  });
}

/** The store that is open. */
export const opened = (): LibraryStore => {
  if (store === null) throw new Error("The store is not open.");
  return store;
};

/** What is kept of the folder "mine". */
export async function allParts(): Promise<StoredIndex[]> {
  const parts: StoredIndex[] = [];
  for await (const part of store?.parts("mine") ?? []) parts.push(part);
  return parts;
}
