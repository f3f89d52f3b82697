import { runLibrary } from "../worker-scripts.ts";
import type * as Node from "./media.ts";

/** Name of the global variable in which a page's script of these libraries leaves them. */
export const MEDIA = "__needledropMedia";

/** The libraries that read audio files, from a script of their own. */
export const openMedia: typeof Node.openMedia = async () =>
  (await runLibrary<typeof Node.openMedia>("script/media", MEDIA))();
