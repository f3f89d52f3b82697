import type { CueSheet, CueSheetRow } from "../../../src/contract/cue-sheet.ts";

/** A row of 30 s from 12 s on, of a track that is free of any duty, but for what is given. */
export const rowOf = (facts: Partial<CueSheetRow> = {}): CueSheetRow => ({
  trackId: "dawn",
  title: "Dawn",
  artist: "Mara",
  licence: { id: "CC0-1.0", name: "CC0 1.0" },
  audioTrack: 2,
  start: 12,
  end: 42,
  sourceStart: 0,
  ...facts,
});

/** The sheet of a sequence at 25 frames a second whose time code begins at zero. */
export const sheetOf = (rows: readonly CueSheetRow[], facts: Partial<CueSheet> = {}): CueSheet => ({
  sequence: "Cut",
  frameRate: 25,
  zero: 0,
  rows: [...rows],
  unidentified: [],
  ...facts,
});
