import { suggestTempi } from "../../src/panel/cut/tempi.ts";
import {
  AT_RANDOM,
  editedAtRandom,
  editedToMusic,
  ON_BARS,
  ON_BEATS,
  randomNumbers,
  RATE,
} from "./edits.ts";

/** How many edits each figure is the mean of. */
const EDITS = 200;
const COUNTS = [12, 24, 48] as const;
/** A tempo is right within this share, and so are its half and its double. */
const RIGHT = 0.02;

/** Edits of one kind: for each number of cuts, the share for which it came out as it should. */
export interface TempoRow {
  readonly of: string;
  readonly shares: Readonly<Record<string, number>>;
}

/** How often the true tempo is among those that are suggested. */
export function foundTempi(): TempoRow[] {
  const rows: TempoRow[] = [];
  for (const [kind, beats] of [
    ["on bars", ON_BARS],
    ["on beats", ON_BEATS],
  ] as const) {
    for (const [jitter, disturbed] of [
      ...([0, 1, 2, 4] as const).map((frames) => [frames, 0] as const),
      ...([0, 1, 2] as const).map((frames) => [frames, 0.2] as const),
    ]) {
      const frames = jitter === 1 ? "1 frame" : `${jitter} frames`;
      const off = jitter === 0 ? "exact" : `off by up to ${frames}`;
      const rest = disturbed === 0 ? "" : ", a fifth missing and a fifth elsewhere";
      const shares = each((cuts, random) => {
        const bpm = 60 + 120 * random();
        const edit = editedToMusic({ bpm, cuts, beats, jitter, disturbed }, random);
        return suggestTempi({ cuts: edit, frameRate: RATE }).some((tempo) =>
          [0.5, 1, 2].some((times) => Math.abs((tempo.bpm * times) / bpm - 1) < RIGHT),
        );
      });
      rows.push({ of: `${kind}, ${off}${rest}`, shares });
    }
  }
  return rows;
}

/** How often nothing is suggested for edits to nothing. */
export const silentAtRandom = (): TempoRow[] =>
  Object.entries(AT_RANDOM).map(([of, shot]) => ({
    of,
    shares: each((cuts, random) => {
      const edit = editedAtRandom(cuts, shot, random);
      return suggestTempi({ cuts: edit, frameRate: RATE }).length === 0;
    }),
  }));

function each(isAsItShould: (cuts: number, random: () => number) => boolean) {
  const shares = COUNTS.map((cuts) => {
    const random = randomNumbers(cuts);
    const right = Array.from({ length: EDITS }, () => isAsItShould(cuts, random));
    return [String(cuts), right.filter(Boolean).length / EDITS] as const;
  });
  return Object.fromEntries(shares);
}
