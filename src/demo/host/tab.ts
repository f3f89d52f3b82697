import type { TextFile } from "../../contract/cue-sheet.ts";
import type { Check } from "../../contract/host-check.ts";

/** What the stand-in wants of the browser; tests hand in an imitation. */
export interface Tab {
  /** Opens a page somewhere else; false where that was not allowed. */
  openPage(page: string): boolean;
  /** Keeps a text as a file and says where; null when the person changed their mind. */
  save(file: TextFile): Promise<string | null>;
  /** Asks for a folder; null when the person changed their mind. */
  chooseFolder(current: string | null): Promise<string | null>;
  /** A clip's picture as JPEG in base64. Rejects where the browser cannot draw it. */
  draw(scenery: string, width: number, height: number): Promise<string>;
  checks(): Check[];
}
