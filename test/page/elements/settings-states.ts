import { html } from "lit";
import { DeviceError, StorageError } from "../../../src/contract/errors.ts";
import type { Job } from "../../../src/panel/jobs/jobs.ts";
import type { EngineState } from "../../../src/panel/loading/engine-session.ts";
import type { SettingsState } from "../../../src/panel/settings/settings.ts";
import { DEFAULT_SETTINGS } from "../../../src/panel/settings/settings-store.ts";
import type { SpaceState } from "../../../src/panel/settings/space.ts";
import type { ElementState } from "./element-states.ts";
import { ENGINE } from "./fixed-sources.ts";

const READY: EngineState = { name: "ready", info: ENGINE };
const NO_GPU = new DeviceError({
  what: "No graphics adapter is available to WebGPU here.",
  next: "Use WebAssembly.",
});
const NOT_KEPT = new StorageError({
  what: "Settings cannot be kept on this machine.",
  next: "They hold until the panel is closed.",
});
const SPACE: SpaceState = { used: 182e6, limit: 9.4e9, isEvictable: true, isRebuilding: false };
const UNKNOWN: SpaceState = { used: null, limit: null, isEvictable: null, isRebuilding: true };
const IDLE = {
  arrivals: [],
  settings: { folder: null, trusted: ["example.org"] },
  isOffered: true,
};
const ARRIVALS = [
  {
    ...{ trackId: "far", title: "Far", host: "incompetech.com", step: "downloading" as const },
    ...{ done: 0, total: null },
  },
];

const settings = (
  name: string,
  state: SettingsState,
  engine: EngineState,
  space: SpaceState,
): ElementState => ({
  element: "nd-settings",
  state: name,
  shown: html`<nd-settings
    .state=${state}
    .engine=${engine}
    .space=${space}
    .downloads=${IDLE}
    .folder=${"/films/harbour/Music"}
    connected
    version="0.3.0"
  ></nd-settings>`,
});

const JOBS: readonly Job[] = [
  {
    ...{ id: "folder:a", text: "Reading “Library”: 37 of 120 files", share: 0.3, left: 166 },
    canStop: true,
  },
  {
    id: "pack",
    text: "Verifying clap-htsat-unfused: 40 %",
    share: 0.4,
    left: null,
    canStop: false,
  },
  {
    id: "folder:b",
    text: "Reading “A folder with a name as long as those on a server”: Reading the folder…",
    ...{ share: null, left: null, canStop: true },
  },
];

const trustLine = (state: string, engine: EngineState, downloads: object): ElementState => ({
  element: "nd-trust-line",
  state,
  shown: html`<nd-trust-line .engine=${engine} .downloads=${downloads}></nd-trust-line>`,
});

export const SETTINGS_STATES: readonly ElementState[] = [
  settings(
    "kept",
    { settings: { ...DEFAULT_SETTINGS, device: "wasm" }, problem: null },
    READY,
    SPACE,
  ),
  settings(
    "without WebGPU, and not kept",
    { settings: { ...DEFAULT_SETTINGS, device: "webgpu" }, problem: NOT_KEPT },
    { ...READY, fellBack: NO_GPU },
    UNKNOWN,
  ),
  { element: "nd-jobs", state: "three", shown: html`<nd-jobs .jobs=${JOBS}></nd-jobs>` },
  trustLine("quiet", READY, IDLE),
  trustLine("downloading", READY, { ...IDLE, arrivals: ARRIVALS }),
];
