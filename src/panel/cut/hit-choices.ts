import type { Cuts } from "../../contract/cuts.ts";
import { HIT_LIMIT } from "../../contract/fit.ts";

/** A place where something is to happen in the music, if the editor wants it. */
export interface HitChoice {
  /** Seconds from the beginning of the sequence. */
  readonly at: number;
  readonly from: "marker" | "cut";
  /** What the marker says; empty for a cut. */
  readonly name: string;
  readonly isOn: boolean;
}

/** Markers are hit points from the beginning where they are a few. */
const FEW = 8;
/** Most markers that are offered. */
const MOST = 100;

/**
 * What can be hit: the markers of the part that was read, and the cuts that the editor has picked.
 * Markers that stand where the part begins are left out, since there the music begins. What was chosen
 * before stays as it was.
 */
export function choicesFor(
  { of, span, markers, frameRate }: Cuts,
  before: readonly HitChoice[],
): HitChoice[] {
  const offered = markers.filter(({ at }) => at - span.start > 0.5 / frameRate).slice(0, MOST);
  const isOn = of !== "sequence" && offered.length <= FEW;
  const known = new Map(before.map((choice) => [keyOf(choice), choice]));
  const marked = offered.map(({ at, name }): HitChoice => {
    const choice = { at, name, from: "marker", isOn } as const;
    return { ...choice, isOn: known.get(keyOf(choice))?.isOn ?? isOn };
  });
  const picked = before.filter(
    ({ from, at, isOn }) => from === "cut" && isOn && at > span.start && at < span.end,
  );
  return sorted([...marked, ...picked]);
}

/**
 * With a hit point on or off. Those beyond `HIT_LIMIT` stay off. A cut that is off stays listed until
 * the cuts are read again, so that the focus stays where it is.
 */
export function choose(
  choices: readonly HitChoice[],
  at: number,
  isOn: boolean,
): readonly HitChoice[] {
  if (isOn && hitsOf(choices).length >= HIT_LIMIT) return choices;
  if (!choices.some((one) => one.at === at)) {
    return isOn ? sorted([...choices, { at, from: "cut", name: "", isOn }]) : choices;
  }
  return choices.map((one) => (one.at === at ? { ...one, isOn } : one));
}

/** The hit points, in seconds from the beginning of the sequence; ascending, each once. */
export const hitsOf = (choices: readonly HitChoice[]): number[] => [
  ...new Set(choices.filter(({ isOn }) => isOn).map(({ at }) => at)),
];

const keyOf = ({ at, from }: Pick<HitChoice, "at" | "from">): string => `${from} ${at}`;

const sorted = (choices: HitChoice[]): HitChoice[] => choices.sort((a, b) => a.at - b.at);
