import type { KeySubject } from "../model/key-subjects.ts";

/** Headings of the key sheet. */
export const SUBJECTS: Readonly<Record<KeySubject, string>> = {
  search: "Describe and filter",
  list: "Results",
  listen: "Listen and compare",
  edit: "Lay into the timeline",
  keep: "Keep and credit",
  panel: "Panel",
};
