import type { Action } from "./keys.ts";

/** What keys are about, in the order of the key sheet. */
export const KEY_SUBJECTS = ["search", "list", "listen", "edit", "keep", "panel"] as const;
export type KeySubject = (typeof KEY_SUBJECTS)[number];

/** What is about the panel as a whole is not listed. */
const ABOUT: Readonly<Record<Exclude<KeySubject, "panel">, readonly Action[]>> = {
  search: [
    ...(["search", "clear", "older-description", "newer-description", "focus-search"] as const),
    ...(["more-like", "less-like", "filters", "reset-filters", "cut"] as const),
  ],
  list: ["next", "previous", "first", "last", "page-down", "page-up", "get", "open-page"],
  listen: [
    ...(["toggle-play", "play-with-picture", "seek-back", "seek-forward", "stop"] as const),
    ...(["preview", "pin", "next-pinned", "previous-pinned"] as const),
    ...(["pinned-1", "pinned-2", "pinned-3", "pinned-4"] as const),
  ],
  edit: [
    ...(["passage-begin", "passage-end", "passage-clear", "insert", "insert-whole"] as const),
    ...(["fit", "fit-lay", "push", "replace", "mark", "duck", "unduck"] as const),
    ...(["choose-track", "choose-folder", "tools"] as const),
  ],
  keep: ["favourite", "cue-sheet"],
};

/** What the key of an action is about. */
export const subjectOf = (action: Action): KeySubject =>
  KEY_SUBJECTS.find((one) => one !== "panel" && ABOUT[one].includes(action)) ?? "panel";
