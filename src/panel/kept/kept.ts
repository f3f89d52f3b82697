import {
  COLLECTION_LIMIT,
  COLLECTION_NAME_LIMIT,
  KEPT_LIMIT,
  RECENT_LIMIT,
  type Collection,
  type KeptEntry,
  type ListId,
} from "../../contract/kept.ts";
import type { TrackTag } from "../../contract/cue-sheet.ts";
import type { Project } from "../../contract/place.ts";
import type { Track } from "../../contract/track.ts";
import { KEPT, fullListText, removedText, deletedText, setAsideText } from "../words/kept.ts";
import { failure, info, type Notice } from "../words/notice.ts";
import { keyOf, listOf, type KeptChange, type KeptLists } from "./kept-lists.ts";
import type { KeptStore } from "./kept-store.ts";
import { Shelf } from "./shelf.ts";

export interface KeptPanel {
  readonly openStore: () => Promise<KeptStore>;
  /** The open project, if any is known. */
  readonly project: () => Project | null;
  readonly tell: (notice: Notice) => void;
  readonly changed: () => void;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** Something that was taken away, and can come back. */
interface Removal {
  readonly text: string;
  readonly undo: KeptChange;
}

export const tagOf = ({ id, title, artist, licence }: Track): TrackTag => ({
  trackId: id,
  title,
  artist,
  licence,
});

/** Favourites, collections, recent tracks, and what went into which project. Nothing here rejects. */
export class Kept {
  private readonly shelf: Shelf;
  private removal: Removal | null = null;

  constructor(private readonly panel: KeptPanel) {
    this.shelf = new Shelf(panel.openStore, {
      failed: (error) => panel.tell(failure(error)),
      setAside: (count) => panel.tell(info(setAsideText(count))),
      changed: panel.changed,
    });
  }

  get lists(): KeptLists {
    return this.shelf.lists;
  }

  /** Why nothing is kept beyond this page, if so. */
  get problem() {
    return this.shelf.problem;
  }

  /** What was removed last, as a sentence; null if nothing was, or it has come back. */
  get removed(): string | null {
    return this.removal?.text ?? null;
  }

  start(): Promise<void> {
    return this.shelf.start();
  }

  /** Lets go of the store. */
  end(): void {
    this.shelf.end();
  }

  /** Other pages may have written. */
  follow(): void {
    void this.shelf.read();
  }

  isFavourite(trackId: string): boolean {
    return this.lists.has("favourites", trackId);
  }

  toggleFavourite(track: Track): void {
    if (this.isFavourite(track.id)) this.remove("favourites", track.id);
    else this.add("favourites", tagOf(track));
  }

  /** The track was listened to. */
  played(track: Track): void {
    this.remember([entryOf("recent", tagOf(track), this.now())]);
  }

  /** The track was put on a timeline. */
  inserted(track: Track): void {
    const at = this.now();
    const project = this.panel.project();
    const tag = tagOf(track);
    this.remember([
      entryOf("recent", tag, at),
      ...(project === null ? [] : [entryOf(`used:${project.id}`, tag, at)]),
    ]);
  }

  /** Puts a track into a list, unless it is there. Returns whether it is there now. */
  add(list: ListId, tag: TrackTag): boolean {
    if (this.lists.has(list, tag.trackId)) return true;
    if (this.lists.entries(list).length >= KEPT_LIMIT) {
      this.panel.tell(info(fullListText(KEPT_LIMIT)));
      return false;
    }
    this.removal = null;
    this.shelf.change({ entries: [entryOf(list, tag, this.now())] });
    return true;
  }

  remove(list: ListId, trackId: string): void {
    const entry = this.lists.find([list, trackId]);
    if (entry === undefined) return;
    this.takeAway(removedText(entry.tag.title), { droppedEntries: [[list, trackId]] });
  }

  /** Makes a collection, for the open project or for all; null if there can be no such one. */
  makeCollection(name: string, isForProject: boolean): Collection | null {
    const named = name.trim().slice(0, COLLECTION_NAME_LIMIT);
    const { collections } = this.lists;
    if (named === "") return null;
    if (collections.length >= COLLECTION_LIMIT) {
      this.panel.tell(info(KEPT.tooManyCollections));
      return null;
    }
    const project = isForProject ? this.panel.project() : null;
    const same = collections.find((one) => one.name === named && isOf(one, project));
    if (same !== undefined) return same;
    const collection = { id: randomId(), name: named, project, at: this.now() };
    this.removal = null;
    this.shelf.change({ collections: [collection] });
    return collection;
  }

  /** Gives a collection another name, or another place: the open project, or all. */
  changeCollection(id: string, change: { name?: string; forProject?: boolean }): void {
    const collection = this.lists.collection(id);
    const name = (change.name ?? collection?.name ?? "").trim().slice(0, COLLECTION_NAME_LIMIT);
    if (collection === undefined || name === "") return;
    const place = change.forProject;
    const project = place === undefined ? collection.project : place ? this.panel.project() : null;
    this.shelf.change({ collections: [{ ...collection, name, project }] });
  }

  /** Deletes a collection; its tracks stay wherever else they are kept. */
  deleteCollection(id: string): void {
    const collection = this.lists.collection(id);
    if (collection === undefined) return;
    const entries = this.lists.entries(listOf(collection));
    this.takeAway(deletedText(collection.name, entries.length), {
      droppedCollections: [id],
      droppedEntries: entries.map(keyOf),
    });
  }

  /** Forgets which tracks were played and inserted; no project loses any. */
  clearRecent(): void {
    this.shelf.change({ droppedEntries: this.lists.entries("recent").map(keyOf) });
    this.panel.changed();
  }

  /** Brings back what was removed last. */
  undo(): void {
    const { removal } = this;
    this.removal = null;
    if (removal !== null) this.shelf.change(removal.undo);
  }

  /** Takes in what a file brought. */
  merge(change: KeptChange): void {
    this.removal = null;
    this.shelf.change(change);
  }

  private takeAway(text: string, change: KeptChange): void {
    // Before the change is published, so that both are shown at once.
    this.removal = { text, undo: {} };
    this.removal = { text, undo: this.shelf.change(change) };
    this.panel.changed();
  }

  /** The oldest of the recent tracks go when there are too many. */
  private remember(entries: readonly KeptEntry[]): void {
    const fresh = new Set(entries.filter(({ list }) => list === "recent").map(idOf));
    const older = this.lists.entries("recent").filter((entry) => !fresh.has(idOf(entry)));
    const droppedEntries = older.slice(RECENT_LIMIT - fresh.size).map(keyOf);
    this.shelf.change({ entries, droppedEntries });
  }

  private now(): number {
    return (this.panel.now ?? Date.now)();
  }
}

const idOf = ({ tag }: KeptEntry): string => tag.trackId;
const entryOf = (list: ListId, tag: TrackTag, at: number): KeptEntry => ({ list, tag, at });
const isOf = ({ project: one }: Collection, project: Project | null): boolean =>
  one?.id === project?.id;

/** 128 random bits; a page without a secure context has no `randomUUID`. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
