import type { FolderEngine } from "../../src/panel/own-music/own-music.ts";

const never = (): Promise<never> => Promise.reject(new Error("There are no folders here."));

/** An engine without folders of the editor's own. */
export const NO_FOLDERS: FolderEngine = {
  folders: () => Promise.resolve([]),
  updateFolder: never,
  stopFolder: never,
  removeFolder: never,
};
