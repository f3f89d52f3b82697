import type { MeasuredAll, MeasuredFit, MeasuredSeam } from "./measure.ts";

/** Figures of a group of tracks; shares 0 to 1. */
export interface FitFigures {
  readonly tracks: number;
  /** Fits without hits, and how many of them could not be edited. */
  readonly fits: number;
  readonly notEdited: number;
  /** Share of all best fits that are exactly as long as asked, in samples. */
  readonly exact: number;
  readonly seams: number;
  readonly seamsPerFit: number;
  /** Share of seams whose both sides are on bar lines that the composer wrote; null if unknown. */
  readonly onLines: number | null;
  /** The same for beats. */
  readonly onBeats: number | null;
  /** On bar lines, with the shortened bars that hits ask for. */
  readonly onLinesWithHits: number | null;
  /** Share of seams with no more flux than nine in ten bar lines, and the median seam among these. */
  readonly smooth: number;
  readonly medianRank: number;
  /** Share of seams after which no more of what sounds on is gone than at nine in ten bar lines; and the median. */
  readonly ringing: number;
  readonly medianFallRank: number;
  readonly ease: number;
  /** Share of hits within two frames, of those that something happens near anyway. */
  readonly oneHit: number | null;
  readonly threeHits: number | null;
  /** Milliseconds of a processor: decoding, the first fit of a track, further fits. */
  readonly decodeMs: number;
  readonly firstMs: Spread;
  readonly nextMs: Spread;
  readonly withHitsMs: Spread;
}
interface Spread {
  readonly median: number;
  readonly p95: number;
}

export function figuresOf(all: readonly MeasuredAll[]): FitFigures {
  const fits = all.flatMap((one) => one.fits);
  const plain = fits.filter(({ hits }) => hits === 0);
  const seams = plain.flatMap((fit) => fit.seams);
  const ranks = seams.map(({ rank }) => rank);
  const falls = seams.map(({ fallRank }) => fallRank);
  const edited = plain.filter(({ problem }) => problem === null);
  return {
    tracks: all.length,
    fits: plain.length,
    notEdited: plain.length - edited.length,
    exact: share(fits, ({ samplesOff }) => samplesOff === 0) ?? 1,
    seams: seams.length,
    seamsPerFit: seams.length / Math.max(1, edited.length),
    onLines: onGrid(plain, ({ isOnLines }) => isOnLines),
    onBeats: onGrid(plain, ({ isOnBeats }) => isOnBeats),
    onLinesWithHits: onGrid(fits, ({ isOnLines }) => isOnLines),
    smooth: share(ranks, (rank) => rank <= 0.9) ?? 1,
    medianRank: quantile(ranks, 0.5),
    ringing: share(falls, (rank) => rank <= 0.9) ?? 1,
    medianFallRank: quantile(falls, 0.5),
    ease: quantile(
      seams.map(({ ease }) => ease),
      0.5,
    ),
    oneHit: metOf(fits, 1),
    threeHits: metOf(fits, 3),
    decodeMs: quantile(
      all.map(({ decodeMs }) => decodeMs),
      0.5,
    ),
    firstMs: spread(fits.filter(({ isFirst }) => isFirst)),
    nextMs: spread(plain.filter(({ isFirst }) => !isFirst)),
    withHitsMs: spread(fits.filter(({ hits }) => hits > 0)),
  };
}

function onGrid(
  fits: readonly MeasuredFit[],
  isOn: (seam: MeasuredSeam) => boolean | null,
): number | null {
  const known = fits.flatMap(({ seams }) => seams.map(isOn)).filter((on) => on !== null);
  return share(known, (on) => on);
}

function metOf(fits: readonly MeasuredFit[], count: number): number | null {
  const those = fits.filter(({ hits }) => hits === count);
  const sum = (of: (fit: MeasuredFit) => number): number =>
    those.reduce((all, fit) => all + of(fit), 0);
  const reachable = sum((fit) => fit.reachable);
  return reachable === 0 ? null : sum((fit) => fit.met) / reachable;
}

const spread = (fits: readonly MeasuredFit[]): Spread => {
  const ms = fits.map((fit) => fit.ms);
  return { median: quantile(ms, 0.5), p95: quantile(ms, 0.95) };
};

function share<T>(values: readonly T[], holds: (value: T) => boolean): number | null {
  return values.length === 0 ? null : values.filter(holds).length / values.length;
}

function quantile(values: readonly number[], at: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(at * (values.length - 1))] ?? 0;
}
