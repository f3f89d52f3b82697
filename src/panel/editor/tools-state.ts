import type { InsertRequest, TargetTrack } from "../../contract/cue.ts";
import type { CueSheet } from "../../contract/cue-sheet.ts";
import type { DuckSettings } from "../../contract/ducking.ts";
import type { LocalResult } from "../../contract/search.ts";
import type { Notice } from "../words/notice.ts";
import type { MarkerKind } from "./music-markers.ts";

/** What the editor is asked to do. */
export type Deed =
  "insert" | "fit" | "push" | "replace" | "mark" | "duck" | "cue-sheet" | "save" | "folder";

/** Settings for these; remembered while the panel is open. */
export interface ToolSettings {
  readonly track: TargetTrack;
  readonly markers: MarkerKind;
  readonly ducking: DuckSettings;
}

/** What the tools are doing, and what they remember. */
export interface ToolsState {
  /** What is being done now; nothing else begins meanwhile. */
  readonly busy: Deed | null;
  readonly isOpen: boolean;
  readonly settings: ToolSettings;
  /** Where the music of the project is kept, when that is known. */
  readonly folder: string | null;
}

/** What the tools lay over the panel: a question before everything later is pushed, or a list. */
export type ToolSheet =
  | { readonly name: "push"; readonly request: InsertRequest & { readonly at: number } }
  | { readonly name: "cues"; readonly cues: CueSheet };

/** Where the tools say what came of it. */
export interface ToolsPanel {
  tell(notice: Notice | null): void;
  show(sheet: ToolSheet | null): void;
  /** `result` lies on a timeline now. */
  placed(result: LocalResult): void;
  changed(): void;
}
