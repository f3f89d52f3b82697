import type { InsertRequest } from "../contract/cue.ts";
import type { CueSheet } from "../contract/cue-sheet.ts";

/** What lies over the panel and takes all keys until it is closed. */
export type Sheet =
  | { readonly name: "keys" }
  /** Asks before everything later is pushed. */
  | { readonly name: "push"; readonly request: InsertRequest & { readonly at: number } }
  | { readonly name: "cues"; readonly cues: CueSheet }
  | { readonly name: "check" };
