import type { Cuts } from "../../../src/contract/cuts.ts";
import { foundAll } from "../../no-facets.ts";
import { NO_FOLDERS } from "../../panel/no-folders.ts";
import type { EditorHost, Theme } from "../../../src/contract/editor-host.ts";
import type { EngineInfo } from "../../../src/contract/engine.ts";
import type { CueSheet } from "../../../src/contract/cue-sheet.ts";
import type { OpenEngine } from "../../../src/panel/loading/bundled-engine.ts";
import { FIXED_FIT, FIXED_START } from "./fixed-fit.ts";
import { FIXED_SELECTION } from "./fixed-scene.ts";
import { CC0, CREDITED, PEAKS, RESULTS, UNKNOWN } from "./fixed-tracks.ts";
import { FIXED_MAP } from "./fixed-map.ts";
import { QUERY_WITHOUT_RESULTS, understandFixed } from "./fixed-understood.ts";

export const ENGINE: EngineInfo = {
  pack: "fixed@1",
  packLicence: "CC0-1.0",
  dimension: 128,
  device: "wasm",
  tracks: 4000,
  localTracks: 60,
  sections: 20_000,
  index: { from: "bundle" },
  loadMs: 900,
};

const NOTHING_FOR = ["nothing", QUERY_WITHOUT_RESULTS];

/** An engine that is ready at once and has one answer. */
export const openFixedEngine: OpenEngine = () =>
  Promise.resolve({
    engine: {
      search: (request) =>
        Promise.resolve({
          request,
          pack: ENGINE.pack,
          device: ENGINE.device,
          ms: { load: 0, encode: 8, search: 4 },
          understood: understandFixed(request),
          ...foundAll(NOTHING_FOR.includes(request.query) ? [] : RESULTS),
        }),
      peaks: () => Promise.resolve(PEAKS),
      ...NO_FOLDERS,
      fit: () => Promise.resolve({ fits: [FIXED_FIT, FIXED_START], problem: null }),
      map: () => Promise.resolve(FIXED_MAP),
      placeQuery: () =>
        Promise.resolve({
          point: { x: 0.3, y: 0.6 },
          admitted: new Uint8Array(FIXED_MAP.ids.length).fill(1),
        }),
    },
    info: ENGINE,
    failed: new Promise<never>(() => undefined),
    close: () => undefined,
  });

const row = (at: number, title: string, licence: typeof CC0) => ({
  trackId: title,
  title,
  artist: "Ada Quill",
  licence,
  audioTrack: 2,
  start: 30 * at,
  end: 30 * at + 24.5,
  sourceStart: 0,
});

export const CUES: CueSheet = {
  sequence: "Harbour film",
  frameRate: 25,
  zero: 3600,
  rows: [
    row(0, "Morning Routine", CC0),
    row(1, "Harbour Lights", CREDITED),
    row(3, "Nothing Known", UNKNOWN),
  ],
  unidentified: ["old-mix.wav"],
};

const PROJECT = { id: "harbour", name: "Harbour film" };

/** Half a minute that is cut to 120 beats a minute, with two markers. */
const CUTS: Cuts = {
  of: "selection",
  span: { start: 40, end: 70 },
  frameRate: 25,
  cuts: [44, 48, 50, 52, 54, 56, 57, 58, 59, 60, 61, 62, 64, 66],
  markers: [
    { at: 50, name: "The boat turns" },
    { at: 60.4, name: "First harbour light, seen from far out at sea in the fog" },
  ],
  omitted: 0,
};

const nothingDone = () => Promise.reject(new Error("The fixed editor does nothing."));

/** An editor that shows its sequence, and does nothing. */
export function fixedEditor(theme: Theme): EditorHost {
  const sequence = { name: "Harbour film", seconds: 300, playhead: 42, range: null };
  return {
    describe: () =>
      Promise.resolve({
        name: "Fixed editor",
        version: "1",
        theme,
        rowDrag: true,
        importable: ["mp3", "wav"],
        ownFolders: true,
        playsSequence: true,
        downloadHosts: [],
      }),
    readPlace: () =>
      Promise.resolve({ project: PROJECT, sequence: { ...sequence, audioTracks: 3 } }),
    readSelection: () => Promise.resolve(FIXED_SELECTION),
    readCuts: () => Promise.resolve(CUTS),
    insert: nothingDone,
    insertRow: nothingDone,
    replace: nothingDone,
    addMarkers: nothingDone,
    duck: nothingDone,
    unduck: nothingDone,
    playSequence: nothingDone,
    stopSequence: () => Promise.resolve(),
    preview: nothingDone,
    stopPreview: () => Promise.resolve(),
    offerDrag: () => Promise.resolve(),
    readCueSheet: () => Promise.resolve(CUES),
    saveText: () => Promise.resolve({ path: null }),
    framesOf: () => Promise.resolve({ frames: [], notes: [] }),
    readMusicFolder: () => Promise.resolve({ path: "/films/harbour/Music" }),
    chooseMusicFolder: () => Promise.resolve({ path: null }),
    findWav: nothingDone,
    writeWav: nothingDone,
    dropWav: () => Promise.resolve(),
    addFolder: () => Promise.resolve(null),
    knownFolders: () => Promise.resolve([]),
    listFolder: nothingDone,
    readFile: nothingDone,
    forgetFolder: () => Promise.resolve(),
    downloadSettings: () => Promise.resolve({ folder: null, trusted: [] }),
    chooseDownloadFolder: () => Promise.resolve(null),
    trustHost: () => Promise.resolve(),
    download: nothingDone,
    cancelDownload: () => Promise.resolve(),
    openPage: () => Promise.resolve(),
    check: () => Promise.resolve([]),
    echo: (text) => Promise.resolve(text),
    onEvent: () => () => undefined,
  };
}
