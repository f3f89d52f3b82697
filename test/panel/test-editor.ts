import { vi } from "vitest";
import type { InsertReport } from "../../src/contract/cue.ts";
import type { EditorHost, HostEvent, HostInfo } from "../../src/contract/editor-host.ts";
import type { Place } from "../../src/contract/place.ts";
import { NO_SELECTION } from "../../src/contract/selection.ts";
import type { Section } from "../../src/contract/track.ts";
import { sheetOf } from "./cue-sheet/sheets.ts";

export const INFO: HostInfo = {
  name: "Editor",
  version: "1",
  theme: "dark",
  rowDrag: true,
  importable: ["mp3", "wav"],
  ownFolders: false,
  playsSequence: true,
  downloadHosts: [],
};

export const REPORT: InsertReport = {
  clipName: "Dawn",
  audioTrack: 2,
  start: 12,
  end: 42,
  pushed: 0,
  undoSteps: 1,
  notes: [],
};

/** A sequence of 300 s with three audio tracks. */
export const placeAt = (playhead: number, range: Section | null = null): Place => ({
  project: { id: "film", name: "Film" },
  sequence: { name: "Cut", seconds: 300, playhead, range, audioTracks: 3 },
});

/** An editor that answers at once, as if all had gone well; the test says where it differs. */
export class TestEditor implements EditorHost {
  info = INFO;
  place = placeAt(12);
  private readonly listeners = new Set<(event: HostEvent) => void>();

  readonly describe = vi.fn<EditorHost["describe"]>(() => Promise.resolve(this.info));
  readonly readPlace = vi.fn<EditorHost["readPlace"]>(() => Promise.resolve(this.place));
  readonly readSelection = vi.fn<EditorHost["readSelection"]>(() => Promise.resolve(NO_SELECTION));
  readonly insert = vi.fn<EditorHost["insert"]>(() => Promise.resolve(REPORT));
  readonly insertRow = vi.fn<EditorHost["insertRow"]>(({ passages }) =>
    Promise.resolve({ ...REPORT, clips: passages.length }),
  );
  readonly replace = vi.fn<EditorHost["replace"]>(() => Promise.resolve(REPORT));
  readonly addMarkers = vi.fn<EditorHost["addMarkers"]>(({ markers }) =>
    Promise.resolve({ added: markers.length, present: 0, undoSteps: 1 }),
  );
  readonly duck = vi.fn<EditorHost["duck"]>(() =>
    Promise.resolve({ clips: 2, dips: 14, basis: "clips", dialogue: [0], notes: [] }),
  );
  readonly unduck = vi.fn<EditorHost["unduck"]>(() => Promise.resolve({ clips: 2, notes: [] }));
  readonly playSequence = vi.fn<EditorHost["playSequence"]>(({ from }) =>
    Promise.resolve({ isPlaying: true, at: from, frame: 0.04 }),
  );
  readonly stopSequence = vi.fn<EditorHost["stopSequence"]>(() => Promise.resolve());
  readonly preview = vi.fn<EditorHost["preview"]>(() => Promise.resolve());
  readonly stopPreview = vi.fn<EditorHost["stopPreview"]>(() => Promise.resolve());
  readonly offerDrag = vi.fn<EditorHost["offerDrag"]>(() => Promise.resolve());
  readonly readCueSheet = vi.fn<EditorHost["readCueSheet"]>(() => Promise.resolve(sheetOf([])));
  readonly saveText = vi.fn<EditorHost["saveText"]>(({ name }) =>
    Promise.resolve({ path: `/chosen/${name}` }),
  );
  readonly readCuts = vi.fn<EditorHost["readCuts"]>(() =>
    Promise.resolve({
      of: "sequence",
      span: { start: 0, end: 300 },
      frameRate: 25,
      cuts: [],
      markers: [],
      omitted: 0,
    }),
  );
  readonly framesOf = vi.fn<EditorHost["framesOf"]>(() =>
    Promise.resolve({ frames: [], notes: [] }),
  );
  readonly readMusicFolder = vi.fn<EditorHost["readMusicFolder"]>(() =>
    Promise.resolve({ path: "/project/music" }),
  );
  readonly chooseMusicFolder = vi.fn<EditorHost["chooseMusicFolder"]>(() =>
    Promise.resolve({ path: "/other/music" }),
  );
  readonly findWav = vi.fn<EditorHost["findWav"]>(() => Promise.resolve({ path: null }));
  readonly writeWav = vi.fn<EditorHost["writeWav"]>(({ name, bytes, position, data }) => {
    const end = position + Buffer.from(data, "base64").length;
    return Promise.resolve({ path: end < bytes ? null : `/project/music/${name}` });
  });
  readonly dropWav = vi.fn<EditorHost["dropWav"]>(() => Promise.resolve());
  readonly addFolder = vi.fn<EditorHost["addFolder"]>(() => Promise.resolve(null));
  readonly knownFolders = vi.fn<EditorHost["knownFolders"]>(() => Promise.resolve([]));
  readonly listFolder = vi.fn<EditorHost["listFolder"]>(() =>
    Promise.resolve({ files: [], unreadable: [], done: true }),
  );
  readonly readFile = vi.fn<EditorHost["readFile"]>(() => Promise.resolve(""));
  readonly forgetFolder = vi.fn<EditorHost["forgetFolder"]>(() => Promise.resolve());
  readonly downloadSettings = vi.fn<EditorHost["downloadSettings"]>(() =>
    Promise.resolve({ folder: null, trusted: [] }),
  );
  readonly chooseDownloadFolder = vi.fn<EditorHost["chooseDownloadFolder"]>(() =>
    Promise.resolve(null),
  );
  readonly trustHost = vi.fn<EditorHost["trustHost"]>(() => Promise.resolve());
  readonly download = vi.fn<EditorHost["download"]>(({ address }) =>
    Promise.resolve({ name: address.replace(/^.*\//, ""), bytes: 7, isNew: true }),
  );
  readonly cancelDownload = vi.fn<EditorHost["cancelDownload"]>(() => Promise.resolve());
  readonly openPage = vi.fn<EditorHost["openPage"]>(() => Promise.resolve());
  readonly check = vi.fn<EditorHost["check"]>(() => Promise.resolve([]));
  readonly echo = vi.fn<EditorHost["echo"]>((text) => Promise.resolve(text));

  readonly onEvent: EditorHost["onEvent"] = (listener) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  emit(event: HostEvent): void {
    this.listeners.forEach((listener) => listener(event));
  }

  /** Titles that were put on the drag strip; null where it was emptied. */
  get offered(): (string | null)[] {
    return this.offerDrag.mock.calls.map(([cue]) => cue?.title ?? null);
  }
}
