import type { TextFile } from "../../contract/cue-sheet.ts";
import type { Check } from "../../contract/host-check.ts";

/** The browser functions that the stand-in needs; tests pass a fake. */
export interface Tab {
  /** Opens a page in a new tab; false if the browser blocked it. */
  openPage(page: string): boolean;
  /** Saves a text as a file and returns its place; null if the user cancelled. */
  save(file: TextFile): Promise<string | null>;
  /** Asks for a folder; null if the user cancelled. */
  chooseFolder(current: string | null): Promise<string | null>;
  /** A clip's picture at `at` seconds of its file, JPEG in base64. Rejects if it cannot be drawn. */
  draw(scenery: string, at: number, width: number, height: number): Promise<string>;
  checks(): Check[];
}
