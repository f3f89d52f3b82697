/** Frames of the net per second. */
export const FRAME_RATE = 50;

/** Shortest and longest time between two beats, in frames: 231 and 40 beats per minute. */
export const SHORTEST = 13;
export const LONGEST = 75;
export const INTERVALS = LONGEST - SHORTEST + 1;

/** A beat may come this much earlier or later than the one before it did, as a share. */
export const REACH = 0.15;
/** What a change of the interval costs, times the square of its logarithm. */
export const TIGHTNESS = 1500;
/** What a beat is worth beyond the log odds of its frames: beats are expected where none is heard. */
export const WORTH = 3;
/** Log odds are cut off here: no frame alone decides. */
export const MOST_ODDS = 5;
/** How much the frames before, at and after a beat count. */
export const SPREAD = [0.5, 1, 0.5] as const;

/** A most probable row of beats. */
export interface BeatPath {
  /** Frames, ascending. */
  readonly beats: readonly number[];
  /** How much better it explains the probabilities than silence does, in nats. */
  readonly score: number;
}

/**
 * The most probable row of beats: those at which beats are heard, at intervals that hardly change.
 *
 * A beat and the interval before it are the state of a Viterbi search from beat to beat, so that tempo
 * and phase are found together (Krebs, Böck and Widmer, *An efficient state-space model for joint tempo
 * and meter tracking*, ISMIR 2015, whose states are frames).
 * @param probabilities of a beat, by frame
 * @param preference for an interval of SHORTEST + i frames, [INTERVALS], added for each beat
 */
export function pathOf(probabilities: Float32Array, preference: Float32Array): BeatPath {
  const evidence = evidenceOf(probabilities);
  const frames = evidence.length;
  const changes = costsOfChanges();
  // Scores of beats to come, by frame and interval; a frame is read once and then belongs to a later one.
  const ring = new Float32Array((LONGEST + 1) * INTERVALS).fill(-Infinity);
  const before = new Uint8Array(frames * INTERVALS).fill(NONE);
  let best = { score: -Infinity, frame: -1, interval: -1 };
  for (let frame = 0; frame < frames; frame += 1) {
    const row = (frame % (LONGEST + 1)) * INTERVALS;
    const own = evidence[frame] ?? 0;
    for (let i = 0; i < INTERVALS; i += 1) {
      let score = ring[row + i] ?? -Infinity;
      // The first beat is within an interval of the beginning, and costs nothing.
      if (frame < SHORTEST + i && score < 0) {
        score = 0;
        before[frame * INTERVALS + i] = NONE;
      }
      if (score === -Infinity) continue;
      ring[row + i] = score + own;
      if (frame + SHORTEST + i >= frames && score + own > best.score) {
        best = { score: score + own, frame, interval: i };
      }
    }
    for (let i = 0; i < INTERVALS; i += 1) {
      if (preference[i] === -Infinity) continue;
      const [from, costs] = changes[i] ?? NO_CHANGE;
      let [top, last] = [-Infinity, NONE];
      for (let k = 0; k < costs.length; k += 1) {
        const score = (ring[row + from + k] ?? -Infinity) - (costs[k] ?? 0);
        if (score > top) [top, last] = [score, from + k];
      }
      const next = frame + SHORTEST + i;
      if (next >= frames || top === -Infinity) continue;
      ring[(next % (LONGEST + 1)) * INTERVALS + i] = top + (preference[i] ?? 0);
      before[next * INTERVALS + i] = last;
    }
    ring.fill(-Infinity, row, row + INTERVALS);
  }
  return { beats: tracedBack(before, best.frame, best.interval), score: best.score };
}

const NONE = 255;
const NO_CHANGE = [0, new Float32Array(0)] as const;

function tracedBack(before: Uint8Array, frame: number, interval: number): number[] {
  const beats: number[] = [];
  let [at, i] = [frame, interval];
  while (at >= 0) {
    beats.push(at);
    const last = before[at * INTERVALS + i] ?? NONE;
    if (last === NONE) break;
    at -= SHORTEST + i;
    i = last;
  }
  return beats.reverse();
}

/** How much better a beat in each frame explains the probabilities around it than none does. */
function evidenceOf(probabilities: Float32Array): Float32Array {
  const odds = probabilities.map((p) =>
    Math.max(-MOST_ODDS, Math.min(MOST_ODDS, Math.log(p / (1 - p)))),
  );
  return odds.map((_, frame) =>
    SPREAD.reduce(
      (sum, weight, k) => sum + weight * ((odds[frame + k - 1] ?? -MOST_ODDS) + WORTH),
      0,
    ),
  );
}

/** For each interval, the first that may come before it, and what those from there on cost. */
function costsOfChanges(): (readonly [number, Float32Array])[] {
  return Array.from({ length: INTERVALS }, (_, i) => {
    const interval = SHORTEST + i;
    const reach = Math.max(1, Math.floor(REACH * interval));
    const from = Math.max(0, i - reach);
    const count = Math.min(INTERVALS - 1, i + reach) - from + 1;
    const cost = (k: number): number => TIGHTNESS * Math.log((SHORTEST + from + k) / interval) ** 2;
    return [from, Float32Array.from({ length: count }, (_value, k) => cost(k))] as const;
  });
}
