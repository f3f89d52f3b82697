import { count } from "./format.ts";

/** What is said of kept tracks. */
export const KEPT = {
  favourites: "Favourites",
  recent: "Recent",
  used: "Used in this project",
  addFavourite: "Add to favourites",
  removeFavourite: "Remove from favourites",
  tooManyCollections: "There are too many collections. Delete one first.",
} as const;

export const removedText = (title: string): string => `“${title}” removed.`;

export const deletedText = (name: string, tracks: number): string =>
  `Collection “${name}” with ${count(tracks, "track", "tracks")} deleted.`;

export const fullListText = (limit: number): string =>
  `This list is full: it takes ${limit} tracks. Remove some first.`;

export const setAsideText = (records: number): string =>
  `${count(records, "kept item", "kept items")} could not be read and ${records === 1 ? "was" : "were"} set aside.`;
