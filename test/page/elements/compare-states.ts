import { html } from "lit";
import type { CellView } from "../../../src/panel/compare/compare-view.ts";
import { levelsOf } from "../../../src/panel/compare/levels.ts";
import { isLocalResult } from "../../../src/contract/search.ts";
import { LETTERS } from "../../../src/panel/words/compare.ts";
import type { ElementState } from "./element-states.ts";
import { PEAKS, RESULTS } from "./fixed-tracks.ts";

/** Loudness in LUFS of the pinned tracks; nobody has measured the third. */
const LOUDNESS = [-11.4, -18.2, null, -14];

function cells(count: number, current: number | null): CellView[] {
  const results = RESULTS.filter(isLocalResult)
    .slice(0, count)
    .map((result, i) => {
      const integrated = LOUDNESS[i] ?? null;
      const loudness = integrated === null ? {} : { loudness: { integrated, range: 6, peak: -1 } };
      return { ...result, track: { ...result.track, heard: loudness } };
    });
  const levels = levelsOf(results.map(({ track }) => track));
  return results.map((result, i) => ({
    letter: LETTERS[i] ?? "",
    result,
    peaks: PEAKS,
    level: levels[i] ?? { gain: 1, decibels: null },
    isCurrent: i === current,
    time: i === current ? 40 : null,
  }));
}

const strip = (state: string, shown: readonly CellView[]): ElementState => ({
  element: "nd-compare-strip",
  state,
  shown: html`<nd-compare-strip .cells=${shown}></nd-compare-strip>`,
});

export const COMPARE_STATES: readonly ElementState[] = [
  strip("one pinned track", cells(1, null)),
  strip("two, of which the second plays", cells(2, 1)),
  strip("four, of which one is unmeasured", cells(4, 0)),
];
