/** Beats of a bar that are considered. */
const METRES = [2, 3, 4] as const;
/** What it costs to lose or gain a beat within a bar. */
const SLIP = 6;
/** Least probability that decides anything. */
const FLOOR = 0.005;

/** The bars of a row of beats. */
export interface BarPath {
  readonly beatsPerBar: number;
  /** For each beat, whether a bar begins there. */
  readonly isDownbeat: readonly boolean[];
  /** How much better per bar this metre and phase explain the beats than a bar anywhere, in nats. */
  readonly plainness: number;
}

/**
 * The most probable bars: one metre throughout, whose place may slip where a beat was lost.
 * @param beat probability of a beat, at each beat
 * @param downbeat probability of a downbeat there
 * @returns null for fewer beats than two bars have
 */
export function barsOf(beat: Float32Array, downbeat: Float32Array): BarPath | null {
  const down = downbeat.map((p) => Math.log(Math.max(p, FLOOR)));
  const up = beat.map((p, i) => Math.log(Math.max(p - (downbeat[i] ?? 0), FLOOR)));
  const paths = METRES.filter((metre) => beat.length >= 2 * metre)
    .map((metre) => ({ metre, ...placesOf(down, up, metre) }))
    .sort((a, b) => b.score - a.score);
  const [best] = paths;
  if (best === undefined) return null;
  // Without knowledge, each beat is a downbeat as often as there are bars.
  const blind = down.reduce((sum, value, i) => {
    const share = 1 / best.metre;
    return sum + share * value + (1 - share) * (up[i] ?? 0);
  }, 0);
  return {
    beatsPerBar: best.metre,
    isDownbeat: best.places.map((place) => place === 0),
    plainness: ((best.score - blind) * best.metre) / beat.length,
  };
}

/** The place in its bar of each beat, by the Viterbi algorithm. */
function placesOf(
  down: Float32Array,
  up: Float32Array,
  metre: number,
): { places: number[]; score: number } {
  let scores = Array.from({ length: metre }, () => 0);
  const came: number[][] = [];
  down.forEach((value, beat) => {
    const last = scores.indexOf(Math.max(...scores));
    const from = scores.map((_, place) => {
      const expected = (place + metre - 1) % metre;
      const stays = (scores[expected] ?? 0) >= (scores[last] ?? 0) - SLIP;
      return stays ? expected : last;
    });
    const before = scores;
    scores = from.map((source, place) => {
      const slip = source === (place + metre - 1) % metre ? 0 : SLIP;
      return (before[source] ?? 0) - slip + (place === 0 ? value : (up[beat] ?? 0));
    });
    came.push(from);
  });
  const score = Math.max(...scores);
  const places: number[] = [];
  let place = scores.indexOf(score);
  for (const from of came.reverse()) {
    places.push(place);
    place = from[place] ?? 0;
  }
  return { places: places.reverse(), score };
}
