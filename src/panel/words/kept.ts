import type { Collection } from "../../contract/kept.ts";
import type { Project } from "../../contract/place.ts";
import { count } from "./format.ts";

/** Everything the panel says about what is kept. */
export const KEPT = {
  lists: "Kept lists",
  favourites: "Favourites",
  recent: "Recent",
  used: "Used in this project",
  addFavourite: "Add to favourites",
  removeFavourite: "Remove from favourites",
  tooManyCollections: "There are too many collections. Delete one first.",
  undo: "Undo",
  newCollection: "New collection",
  newCollectionHelp: "Make a collection",
  name: "Name",
  create: "Create",
  rename: "Rename",
  save: "Save",
  cancel: "Cancel",
  delete: "Delete",
  deleteHelp: "Delete this collection. Its tracks stay where else they are.",
  forProject: "Only in this project",
  forProjectHelp: "Offer this collection first in this project, and apart in others",
  search: "Search in this list",
  searchHelp: "Keep the search to the tracks of this list",
  credits: "Copy credits",
  creditsHelp: "Copy the credit lines of these tracks",
  creditsCopied: "Credit lines copied.",
  noCredits: "None of these tracks asks for a credit.",
  noMusic: "This sequence has no music from Needledrop.",
  export: "Export…",
  exportHelp: "Save all lists and collections as a file",
  exportThis: "Export this…",
  exportThisHelp: "Save this list as a file",
  import: "Import…",
  importHelp: "Add the lists of a file to yours. Nothing is overwritten.",
  nothingToExport: "Nothing is kept yet.",
  looking: "Looking up the tracks…",
  gone: "Not in the catalogue any more",
  goneHelp: "Their folder or catalogue is missing. They come back with it.",
  remove: "Remove",
  removeTrack: "Remove track",
  removeTrackHelp: "Take the selected track out of this list",
  collect: "Add to a collection",
  noCollections: "There are no collections yet. Make the first one:",
  usedNoEditor: "No editor is connected, so the open sequence cannot be read.",
  lasts: "These lists last only until the panel is closed.",
} as const;

/** What an empty list says: what belongs there, and how it gets there. */
export const EMPTY = {
  favourites: [
    "No favourites yet",
    "Press F on a track, or its star, to find it here again in every project.",
  ],
  recent: [
    "Nothing heard yet",
    "Tracks appear here once you have listened for a few seconds or inserted them.",
  ],
  used: [
    "No music in this project yet",
    "Tracks appear here once they are inserted. Those in the open sequence come first.",
  ],
  collection: ["This collection is empty", "Select a track and press Shift+K to add it."],
} as const;

export const removedText = (title: string): string => `“${title}” removed.`;

export const deletedText = (name: string, tracks: number): string =>
  `Collection “${name}” with ${count(tracks, "track", "tracks")} deleted.`;

export const fullListText = (limit: number): string =>
  `This list is full: it takes ${limit} tracks. Remove some first.`;

export const setAsideText = (records: number): string =>
  `${count(records, "kept item", "kept items")} could not be read and ${records === 1 ? "was" : "were"} set aside.`;

export const removeText = (title: string): string => `Remove “${title}”`;

/** With its project, where that is another than the open one. */
export const collectionName = ({ name, project }: Collection, open: Project | null): string =>
  project === null || project.id === open?.id ? name : `${name} (${project.name})`;

const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

/** @param at when it was inserted, in milliseconds since 1970; null if that is not known */
export function usedText(isInSequence: boolean, at: number | null): string {
  const when = at === null ? "" : `inserted ${DAY.format(at)}`;
  const where = isInSequence ? "In this sequence" : "Not in this sequence";
  return when === "" ? where : `${where}, ${when}`;
}

/** How many items that were left out one sentence names. */
const MOST_LEFT_OUT = 3;

export function importedText(merged: {
  readonly entries: number;
  readonly collections: number;
  readonly leftOut: readonly string[];
}): string {
  const { entries, collections, leftOut } = merged;
  const came = [
    count(entries, "entry", "entries"),
    ...(collections === 0 ? [] : [count(collections, "collection", "collections")]),
  ].join(" and ");
  const said = entries + collections === 0 ? "Nothing new in this file." : `${came} added.`;
  if (leftOut.length === 0) return said;
  const shown = leftOut.slice(0, MOST_LEFT_OUT).join(" ");
  const more = leftOut.length - MOST_LEFT_OUT;
  return `${said} Left out: ${shown}${more > 0 ? ` And ${more} more.` : ""}`;
}

export const addedText = (title: string, collection: string): string =>
  `“${title}” added to “${collection}”.`;
