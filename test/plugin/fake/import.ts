import { PLUGIN_FOLDER } from "./disk.ts";
import { childrenOf } from "./items.ts";
import type { FakeState, ItemNode } from "./state.ts";
import { TICKS_PER_SECOND } from "./times.ts";

/** Not in Adobe's list of formats that Premiere imports. */
const UNKNOWN_CODECS = /\.(flac|ogg|opus)$/i;
const WINDOWS_PATH = /^([A-Za-z]:\\|\\\\)/;
/** Windows without long paths: MAX_PATH less the end mark. */
const LONGEST_WINDOWS_PATH = 259;

/**
 * What `importFiles` does to `bin`.
 * @returns false: the host refuses, and imports nothing more
 * @throws Error a file is missing, or no native path
 */
export function importInto(state: FakeState, bin: ItemNode, paths: readonly string[]): boolean {
  state.imports++;
  if (state.faults.refuseImports) return false;
  return paths.every((path) => importFile(state, bin, path));
}

function importFile(state: FakeState, bin: ItemNode, path: string): boolean {
  if (path.startsWith("plugin:")) throw new Error(`Not a native path: ${path}`);
  if (path.startsWith(PLUGIN_FOLDER)) throw new Error(`Inside the plugin's folder: ${path}`);
  if (WINDOWS_PATH.test(path) && path.length > LONGEST_WINDOWS_PATH) return false;
  const seconds = state.disk.audioSeconds(path);
  if (seconds === null || UNKNOWN_CODECS.test(path)) return false;
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  const duration = Math.round(seconds * TICKS_PER_SECOND);
  list(state, bin, state.makeItem(name, { path, duration }));
  return true;
}

/** At once, or late, as large projects are reported to do. */
function list(state: FakeState, bin: ItemNode, item: ItemNode): void {
  const { listings = 0, ms = 0 } = state.faults.lateItems ?? {};
  const arrive = (): void => {
    if (listings > 0) state.late.push({ bin, item, listings });
    else childrenOf(bin).push(item);
  };
  if (ms > 0) setTimeout(arrive, ms);
  else arrive();
}
