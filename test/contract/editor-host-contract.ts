import { describe } from "vitest";
import { Bench } from "./editor-host/bench.ts";
import { testConverting } from "./editor-host/converting.ts";
import { testCueSheet } from "./editor-host/cue-sheet.ts";
import { testCuts } from "./editor-host/cuts.ts";
import { testDucking } from "./editor-host/ducking.ts";
import { testDownloads } from "./editor-host/downloads.ts";
import { testFilesAndPages } from "./editor-host/files-and-pages.ts";
import { testFolders } from "./editor-host/folders.ts";
import { testFrames } from "./editor-host/frames.ts";
import type { EditorHostHarness } from "./editor-host/harness.ts";
import { testInserting } from "./editor-host/inserting.ts";
import { testInsertingElsewhere } from "./editor-host/inserting-elsewhere.ts";
import { testInsertingRows } from "./editor-host/inserting-rows.ts";
import { testListening } from "./editor-host/listening.ts";
import { testPlaying } from "./editor-host/playing.ts";
import { testMarkers } from "./editor-host/markers.ts";
import { testReading } from "./editor-host/reading.ts";
import { testReplacing } from "./editor-host/replacing.ts";
import { testTelling } from "./editor-host/telling.ts";

export type {
  AudioClipOnTimeline,
  EditorHostHarness,
  MarkerOnClip,
  SpokenWord,
  VolumePoint,
} from "./editor-host/harness.ts";

/** What every `EditorHost` does. `open` makes a fresh application for each test. */
export function testEditorHost(name: string, open: () => EditorHostHarness): void {
  describe(`${name} as an editor host`, () => {
    const bench = new Bench(open);
    testReading(bench);
    testInserting(bench);
    testInsertingElsewhere(bench);
    testInsertingRows(bench);
    testReplacing(bench);
    testMarkers(bench);
    testDucking(bench);
    testListening(bench);
    testPlaying(bench);
    testCueSheet(bench);
    testCuts(bench);
    testFrames(bench);
    testDownloads(bench);
    testFilesAndPages(bench);
    testFolders(bench);
    testConverting(bench);
    testTelling(bench);
  });
}
