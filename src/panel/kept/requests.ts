import { MAX_TEXT, type TextFile, type TrackTag } from "../../contract/cue-sheet.ts";
import { UsageError } from "../../contract/errors.ts";
import type { ListId } from "../../contract/kept.ts";
import { isLocalResult } from "../../contract/search.ts";
import { after } from "../../shared/clock.ts";
import { creditsText } from "../cue-sheet/credits.ts";
import type { PanelModel } from "../model/panel-model.ts";
import { KEPT, addedText, importedText } from "../words/kept.ts";
import { failure, good, info } from "../words/notice.ts";
import { KEPT_FILE_LIMIT, keptFile, readKeptFile, tooLargeFile } from "./kept-file.ts";
import type { ShownList } from "./kept-tab.ts";
import { mergeOf } from "./merge.ts";

/** What the elements of kept lists ask for. */
export type KeptRequest =
  | { readonly do: "open"; readonly list: ShownList }
  /** Makes a collection, and puts a track into it if one is given. */
  | {
      readonly do: "make";
      readonly name: string;
      readonly forProject: boolean;
      readonly tag: TrackTag | null;
    }
  | {
      readonly do: "collect";
      readonly collection: string;
      readonly tag: TrackTag;
      readonly isIn: boolean;
    }
  | {
      readonly do: "change";
      readonly collection: string;
      readonly name?: string;
      readonly forProject?: boolean;
    }
  | { readonly do: "delete"; readonly collection: string }
  /** Takes a track out of the list in sight. */
  | { readonly do: "remove"; readonly trackId: string }
  /** Rows of the list have come into sight. */
  | { readonly do: "look"; readonly from: number; readonly to: number }
  | { readonly do: "undo" }
  /** Searches among the tracks of the list in sight. */
  | { readonly do: "search" }
  | { readonly do: "credits" }
  /** Saves all lists as a file, or the one in sight. */
  | { readonly do: "export"; readonly all: boolean }
  | { readonly do: "import"; readonly file: File };

/** Does what is asked for. Never rejects. */
export async function fulfil(panel: PanelModel, request: KeptRequest): Promise<void> {
  const { kept, keptTab } = panel.parts;
  switch (request.do) {
    case "open":
      await keptTab.show(request.list);
      return panel.selectIn(keptTab.results);
    case "make": {
      const made = kept.makeCollection(request.name, request.forProject);
      if (made === null) return;
      if (request.tag !== null) put(panel, made.id, request.tag);
      else await keptTab.show(`collection:${made.id}`);
      return;
    }
    case "collect":
      if (request.isIn) put(panel, request.collection, request.tag);
      else kept.remove(`collection:${request.collection}`, request.tag.trackId);
      return;
    case "change":
      return kept.changeCollection(request.collection, request);
    case "delete":
      return kept.deleteCollection(request.collection);
    case "remove":
      return removeFrom(panel, request.trackId);
    case "look": {
      const inSight = keptTab.results.slice(request.from, request.to).filter(isLocalResult);
      return panel.parts.session.readPeaks(inSight.map(({ track }) => track.id));
    }
    case "undo":
      kept.undo();
      return panel.selectIn(keptTab.results);
    case "search":
      return searchIn(panel);
    case "credits": {
      const text = creditsText({ rows: keptTab.entries.map(({ tag }) => tag) });
      if (text === "") return panel.tell(info(KEPT.noCredits));
      return panel.copy(text, KEPT.creditsCopied);
    }
    case "export":
      return exportLists(panel, request.all);
    case "import":
      return importFile(panel, request.file);
  }
}

function put(panel: PanelModel, collection: string, tag: TrackTag): void {
  const { kept } = panel.parts;
  const name = kept.lists.collection(collection)?.name ?? "";
  if (kept.add(`collection:${collection}`, tag)) panel.tell(good(addedText(tag.title, name)));
}

/** Selects the track `by` places further in the list in sight, or its first or last. */
export function stepKept(panel: PanelModel, by: number): void {
  const { keptTab, results } = panel.parts;
  const listed = keptTab.results;
  const at = listed.findIndex(({ track }) => track.id === results.selected?.track.id);
  const next = listed[Math.min(listed.length - 1, Math.max(0, at + by))];
  if (next !== undefined) panel.select(next);
}

/** The next row is selected, as the one that was is gone. */
export function removeFrom(panel: PanelModel, trackId: string): void {
  const { kept, keptTab } = panel.parts;
  const list = storedList(panel);
  if (list === null) return;
  const at = keptTab.results.findIndex(({ track }) => track.id === trackId);
  kept.remove(list, trackId);
  panel.selectIn(keptTab.results, at);
}

async function searchIn(panel: PanelModel): Promise<void> {
  const { flow, keptTab } = panel.parts;
  const tracks = keptTab.results.map(({ track }) => track.id);
  const { filters } = flow.view.wishes;
  panel.showTab("results");
  await flow.change({ filters: { ...filters, tracks } });
}

/** The list in sight, as it is stored. */
function storedList({ parts: { keptTab, editor } }: PanelModel): ListId | null {
  const { shown } = keptTab;
  if (shown !== "used") return shown;
  const project = editor.place?.project ?? null;
  return project === null ? null : `used:${project.id}`;
}

async function exportLists(panel: PanelModel, all: boolean): Promise<void> {
  const { kept, tools, editor } = panel.parts;
  const { lists } = kept;
  if (lists.listIds.length === 0 && lists.collections.length === 0)
    return panel.tell(info(KEPT.nothingToExport));
  const file = keptFile(lists, all ? null : storedList(panel));
  if (editor.host === null) return download(file);
  if (file.text.length > MAX_TEXT) return panel.tell(failure(tooMuch(file.name)));
  await tools.save(file);
}

/** Without an editor, the browser keeps files. */
function download({ name, text }: TextFile): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = name;
  link.click();
  after(60_000, () => URL.revokeObjectURL(link.href));
}

async function importFile(panel: PanelModel, file: File): Promise<void> {
  const { kept, keptTab } = panel.parts;
  try {
    if (file.size > KEPT_FILE_LIMIT) throw tooLargeFile(file.name);
    const brought = readKeptFile(file.name, await file.text());
    const { change, ...merged } = mergeOf(kept.lists, brought, Date.now());
    kept.merge(change);
    panel.tell((merged.leftOut.length === 0 ? good : info)(importedText(merged)));
    await keptTab.refresh();
  } catch (thrown) {
    panel.tell(failure(thrown));
  }
}

const tooMuch = (input: string): UsageError =>
  new UsageError({
    what: "These lists are too long for one file.",
    input,
    next: "Open each collection and export it by itself.",
  });
