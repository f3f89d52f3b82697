import {
  COLLECTION_LIMIT,
  KEPT_LIMIT,
  RECENT_LIMIT,
  type Collection,
  type KeptEntry,
  type ListId,
} from "../../contract/kept.ts";
import type { KeptImport } from "./kept-file.ts";
import { keyOf, listOf, type KeptChange, type KeptLists } from "./kept-lists.ts";

/** What taking in a file comes to. */
export interface Merge {
  readonly change: KeptChange;
  /** How many entries and collections come. */
  readonly entries: number;
  readonly collections: number;
  readonly leftOut: readonly string[];
}

/**
 * Adds what a file brought to what is there. What is there stays as it is; of a recent track, the
 * later time counts. A collection is the same if its id is, or its name and project.
 * @param now milliseconds since 1970; a file cannot say that something was kept later
 */
export function mergeOf(lists: KeptLists, brought: KeptImport, now: number): Merge {
  const leftOut = [...brought.leftOut];
  const homes = new Map<ListId, ListId>(lists.collections.map((one) => [listOf(one), listOf(one)]));
  const collections: Collection[] = [];
  for (const one of brought.collections) {
    const same =
      lists.collection(one.id) ??
      [...lists.collections, ...collections].find((other) => isSame(one, other));
    if (same === undefined && lists.collections.length + collections.length >= COLLECTION_LIMIT) {
      leftOut.push(`Collection “${one.name}”: there are too many.`);
      continue;
    }
    homes.set(listOf(one), listOf(same ?? one));
    if (same === undefined) collections.push({ ...one, at: Math.min(one.at, now) });
  }
  const entries = new Map<string, KeptEntry>();
  const room = new Map<ListId, number>();
  for (const entry of brought.entries) {
    const list = entry.list.startsWith("collection:") ? homes.get(entry.list) : entry.list;
    if (list === undefined) {
      leftOut.push(`“${entry.tag.title}”: its collection is not in the file.`);
      continue;
    }
    const moved = { ...entry, list, at: Math.min(entry.at, now) };
    const known = lists.find(keyOf(moved));
    if (known !== undefined && (isKept(list) || known.at >= moved.at)) continue;
    const left = room.get(list) ?? KEPT_LIMIT - lists.entries(list).length;
    if (known === undefined && left <= 0) {
      leftOut.push(`“${entry.tag.title}”: the list is full.`);
      continue;
    }
    if (known === undefined) room.set(list, left - 1);
    entries.set(JSON.stringify(keyOf(moved)), moved);
  }
  const come = [...entries.values()];
  return {
    change: { collections, entries: come, droppedEntries: overRecent(lists, come) },
    ...{ entries: come.length, collections: collections.length, leftOut },
  };
}

/** Lists that the editor fills; the others are filled by what happens. */
const isKept = (list: ListId): boolean => list === "favourites" || list.startsWith("collection:");

const isSame = (one: Collection, other: Collection): boolean =>
  one.name === other.name && one.project?.id === other.project?.id;

/** Of the recent tracks, those that are too many. */
function overRecent(lists: KeptLists, come: readonly KeptEntry[]) {
  const fresh = come.filter(({ list }) => list === "recent");
  const ids = new Set(fresh.map(({ tag }) => tag.trackId));
  const older = lists.entries("recent").filter(({ tag }) => !ids.has(tag.trackId));
  const all = [...fresh, ...older].sort((a, b) => b.at - a.at);
  return all.slice(RECENT_LIMIT).map(keyOf);
}
