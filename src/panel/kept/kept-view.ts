import type { TrackTag } from "../../contract/cue-sheet.ts";
import type { Collection } from "../../contract/kept.ts";
import type { Project } from "../../contract/place.ts";
import type { NeedledropError } from "../../contract/errors.ts";
import type { PanelParts } from "../model/panel-parts.ts";
import type { SearchResult } from "../../contract/search.ts";
import type { Sheet, Tab } from "../model/panel-view.ts";
import type { RowSource, RowView } from "../model/results-view.ts";
import { collectionName, KEPT, usedText } from "../words/kept.ts";
import { listOf } from "./kept-lists.ts";
import { idIn, type ShownEntry, type ShownList } from "./kept-tab.ts";

/** A list that can be opened. */
export interface ListChoice {
  readonly list: ShownList;
  readonly name: string;
  /** How many tracks; null where that is read only when it is opened. */
  readonly count: number | null;
}

/** A collection, as far as one track is concerned. */
export interface CollectionChoice {
  readonly collection: Collection;
  readonly name: string;
  readonly isIn: boolean;
}

/** What the panel shows of what is kept. */
export interface KeptView {
  readonly lists: readonly ListChoice[];
  readonly shown: ShownList;
  /** The open list, if it is a collection. */
  readonly collection: Collection | null;
  readonly rows: RowSource;
  /** Where the selected track stands; null if it is not in the list. */
  readonly selectedAt: number | null;
  /** Tracks that no index holds, by what was stored of them. */
  readonly gone: readonly TrackTag[];
  /** Whether tracks are being looked up. */
  readonly isLooking: boolean;
  readonly isEmpty: boolean;
  /** Why the list may not be whole. */
  readonly note: string | null;
  /** What was removed last, and can come back. */
  readonly removed: string | null;
  /** Why nothing is kept beyond this page, if so. */
  readonly problem: NeedledropError | null;
  readonly project: Project | null;
  /** Where a track is to be put: the collections to choose from. */
  readonly choices: readonly CollectionChoice[];
}

const NOTHING: Omit<KeptView, "lists" | "shown" | "collection" | "project" | "choices"> = {
  ...{ rows: { count: 0, at: () => null }, selectedAt: null },
  ...{ gone: [], isLooking: false, isEmpty: true },
  ...{ note: null, removed: null, problem: null },
};

/** What is not in sight is not made: it would be made several times a second while music plays. */
export function keptView(
  parts: PanelParts,
  { tab, sheet }: { readonly tab: Tab; readonly sheet: Sheet | null },
  rowOf: (result: SearchResult) => RowView,
): KeptView {
  const { kept, keptTab, editor } = parts;
  const { shown } = keptTab;
  const frame = {
    ...NOTHING,
    shown,
    lists: [],
    collection: kept.lists.collection(idIn(shown)) ?? null,
    project: editor.place?.project ?? null,
    choices: sheet?.name === "collect" ? choicesFor(parts, sheet.tag.trackId) : [],
  };
  if (tab !== "kept") return frame;
  const { entries } = keptTab;
  return {
    ...frame,
    lists: listChoices(parts),
    ...rowsOf(entries, parts.results.selected?.track.id, rowOf),
    gone: entries.flatMap(({ tag, result }) => (result === null ? tag : [])),
    isLooking: entries.some(({ result }) => result === undefined),
    isEmpty: entries.length === 0,
    note: keptTab.problem,
    removed: kept.removed,
    problem: kept.problem,
  };
}

function rowsOf(
  entries: readonly ShownEntry[],
  selectedId: string | undefined,
  rowOf: (result: SearchResult) => RowView,
): Pick<KeptView, "rows" | "selectedAt"> {
  const found = entries.flatMap(({ result, ...entry }) => (result ? { ...entry, result } : []));
  const selectedAt = found.findIndex(({ result }) => result.track.id === selectedId);
  const at = (place: number): RowView | null => {
    const entry = found[place];
    if (entry === undefined) return null;
    const { isInSequence } = entry;
    const note = isInSequence === null ? null : usedText(isInSequence, entry.at);
    return { ...rowOf(entry.result), note };
  };
  return { rows: { count: found.length, at }, selectedAt: selectedAt === -1 ? null : selectedAt };
}

function listChoices({ kept, editor }: PanelParts): ListChoice[] {
  const { lists } = kept;
  const project = editor.place?.project ?? null;
  return [
    { list: "favourites", name: KEPT.favourites, count: lists.entries("favourites").length },
    { list: "recent", name: KEPT.recent, count: lists.entries("recent").length },
    { list: "used", name: KEPT.used, count: null },
    ...inOrder(lists.collections, project).map((collection) => ({
      list: `collection:${collection.id}` as const,
      name: collectionName(collection, project),
      count: lists.entries(listOf(collection)).length,
    })),
  ];
}

function choicesFor({ kept, editor }: PanelParts, trackId: string): CollectionChoice[] {
  const project = editor.place?.project ?? null;
  return inOrder(kept.lists.collections, project).map((collection) => ({
    collection,
    name: collectionName(collection, project),
    isIn: kept.lists.has(listOf(collection), trackId),
  }));
}

/** Those of the open project, those of all projects, and then those of others, so none is lost. */
function inOrder(collections: readonly Collection[], project: Project | null): Collection[] {
  const place = (one: Collection): number =>
    one.project === null ? 1 : one.project.id === project?.id ? 0 : 2;
  return [...collections].sort((a, b) => place(a) - place(b));
}
