import type { Device, EngineInfo } from "../../contract/engine.ts";
import { sizeText } from "./format.ts";

/** Everything the panel says about its settings. */
export const SETTINGS = {
  title: "Settings",
  help: "Device, what is kept, folders, version",
  device: "Models run on",
  remembered: "The choice is remembered.",
  music: "Music",
  musicFolder: "Project’s music folder",
  noMusicFolder: "Chosen at the first insert that needs it.",
  choose: "Choose…",
  own: "Your music and packs…",
  about: "About",
  version: "Needledrop",
  licence: "MIT licence. Tracks have licences of their own; each row names its one.",
  keys: "Keyboard shortcuts…",
  report: "Copy report",
  cancel: "Cancel",
} as const;

/** What is kept on this machine. */
export const SPACE = {
  title: "Kept on this machine",
  unknown: "The browser does not say how much is kept.",
  evictable: "The browser may throw it away when the disk is full; it is then made anew.",
  rebuild: "Rebuild the catalogue’s cache",
  rebuildHelp: "Read the catalogue that ships anew. Nothing of yours is touched.",
  rebuilding: "Rebuilding…",
  rebuilt: "The catalogue was read anew.",
  clear: "Clear history…",
  clearHelp: "Forget what was searched for and played",
  clearQuestion:
    "Forget what you searched for and the list of recent tracks? Favourites, collections and your music stay.",
  clearNow: "Clear",
  cleared: "History cleared.",
  inUse: "Another window of Needledrop uses it. Close that window, and try again.",
} as const;

export const DEVICES: Readonly<Record<Device, { name: string; help: string }>> = {
  wasm: { name: "Processor (WebAssembly)", help: "Works everywhere; quickest for a search." },
  webgpu: { name: "Graphics card (WebGPU)", help: "Can be quicker at listening to your music." },
};

/** `Runs on WebAssembly since WebGPU did not work: …` */
export const fellBackText = (why: string): string =>
  `WebGPU does not work here, so WebAssembly is used. ${why}`;

/** `182 MB of at most 9.4 GB`. */
export const usedText = (used: number, limit: number | null): string =>
  `${sizeText(used)}${limit === null ? "" : ` of at most ${sizeText(limit)}`}`;

/** `needledrop-base@1 (CC-BY-SA-4.0), 4000 tracks, 20000 sections`. */
export const engineText = ({ pack, packLicence, tracks, sections }: EngineInfo): string =>
  `Pack ${pack} (${packLicence}), ${tracks} tracks, ${sections} sections.`;
