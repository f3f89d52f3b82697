import { packHashOf } from "../index/reader.ts";
import type { LibraryStore, StoredIndex } from "./library-store.ts";

/** The part of a library whose indexes `isOwn` admits, by the hash of the pack that made them. */
export function storeOf(
  store: LibraryStore,
  isOwn: (packHash: string | null) => boolean,
): LibraryStore {
  const own = ({ bytes }: StoredIndex): boolean => isOwn(packHashOf(bytes));
  return {
    ...store,
    async *parts(id) {
      for await (const part of store.parts(id)) if (own(part)) yield part;
    },
    journal: async (id) => (await store.journal(id)).filter(own),
  };
}

/** Forgets all indexes that were made with a pack. @throws StorageError */
export async function forgetPack(store: LibraryStore, packHash: string): Promise<void> {
  const own = storeOf(store, (hash) => hash === packHash);
  for (const folder of await store.folders()) {
    const removed: number[] = [];
    for await (const { key } of own.parts(folder.id)) removed.push(key);
    const settled = (await own.journal(folder.id)).map(({ key }) => key);
    await store.change(folder, { added: [], removed, settled });
  }
}
