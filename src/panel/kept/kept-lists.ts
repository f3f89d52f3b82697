import type { Collection, KeptEntry, ListId } from "../../contract/kept.ts";

/** What is written in one go: what comes or is replaced, and what goes. */
export interface KeptChange {
  readonly entries?: readonly KeptEntry[];
  readonly collections?: readonly Collection[];
  readonly droppedEntries?: readonly EntryKey[];
  /** Ids of collections. */
  readonly droppedCollections?: readonly string[];
}

/** An entry is known by its list and the id of its track. */
export type EntryKey = readonly [list: ListId, trackId: string];

export interface KeptRecords {
  readonly entries: readonly KeptEntry[];
  readonly collections: readonly Collection[];
}

export const keyOf = ({ list, tag }: KeptEntry): EntryKey => [list, tag.trackId];
export const listOf = ({ id }: Pick<Collection, "id">): ListId => `collection:${id}`;

/** All that is kept, in memory. */
export class KeptLists {
  private readonly lists = new Map<ListId, Map<string, KeptEntry>>();
  private readonly made = new Map<string, Collection>();
  private readonly sorted = new Map<ListId, readonly KeptEntry[]>();

  constructor({ entries, collections }: KeptRecords = { entries: [], collections: [] }) {
    this.apply({ entries, collections });
  }

  has(list: ListId, trackId: string): boolean {
    return this.lists.get(list)?.has(trackId) ?? false;
  }

  find([list, trackId]: EntryKey): KeptEntry | undefined {
    return this.lists.get(list)?.get(trackId);
  }

  /** Newest first; the same array until the list changes. */
  entries(list: ListId): readonly KeptEntry[] {
    const known = this.sorted.get(list);
    if (known !== undefined) return known;
    const entries = [...(this.lists.get(list)?.values() ?? [])].sort(newestFirst);
    this.sorted.set(list, entries);
    return entries;
  }

  /** Every list that holds something. */
  get listIds(): readonly ListId[] {
    return [...this.lists.keys()];
  }

  /** By name. */
  get collections(): readonly Collection[] {
    return [...this.made.values()].sort((a, b) => a.name.localeCompare(b.name) || a.at - b.at);
  }

  collection(id: string): Collection | undefined {
    return this.made.get(id);
  }

  /** Changes the lists, and returns the change that undoes it. */
  apply(change: KeptChange): KeptChange {
    const { entries = [], collections = [], droppedEntries = [], droppedCollections = [] } = change;
    const keys = [...entries.map(keyOf), ...droppedEntries];
    const ids = [...collections.map(({ id }) => id), ...droppedCollections];
    const undo = this.stateOf(keys, ids);
    for (const entry of entries) this.put(entry);
    for (const [list, trackId] of droppedEntries) this.drop(list, trackId);
    for (const collection of collections) this.made.set(collection.id, collection);
    for (const id of droppedCollections) this.made.delete(id);
    return undo;
  }

  /** The change that brings these back to what they are now. */
  private stateOf(keys: readonly EntryKey[], ids: readonly string[]): Required<KeptChange> {
    const isThere = ([list, trackId]: EntryKey): boolean => this.has(list, trackId);
    return {
      entries: keys.flatMap((key) => this.find(key) ?? []),
      droppedEntries: keys.filter((key) => !isThere(key)),
      collections: ids.flatMap((id) => this.made.get(id) ?? []),
      droppedCollections: ids.filter((id) => !this.made.has(id)),
    };
  }

  private put(entry: KeptEntry): void {
    const { list, tag } = entry;
    const known = this.lists.get(list) ?? new Map<string, KeptEntry>();
    known.set(tag.trackId, entry);
    this.lists.set(list, known);
    this.sorted.delete(list);
  }

  private drop(list: ListId, trackId: string): void {
    const known = this.lists.get(list);
    known?.delete(trackId);
    if (known?.size === 0) this.lists.delete(list);
    this.sorted.delete(list);
  }
}

const newestFirst = (a: KeptEntry, b: KeptEntry): number =>
  b.at - a.at || a.tag.title.localeCompare(b.tag.title) || (a.tag.trackId < b.tag.trackId ? -1 : 1);
