import { TONICS } from "../query/understand/words/wanted.ts";
import { PITCH_CLASSES } from "./chroma.ts";

/** A key that was heard. */
export interface HeardKey {
  /** "C#", with sharps. */
  readonly tonic: string;
  readonly mode: "major" | "minor";
  /** 0 to 1: how much better it fits than the next key. */
  readonly confidence: number;
}

/** How much each pitch class sounds in music of a key, its tonic first. */
export interface KeyProfiles {
  readonly major: readonly number[];
  readonly minor: readonly number[];
}

/** Krumhansl and Kessler's, Tracing the dynamic changes in perceived tonal organization (1982). */
export const PROFILES: KeyProfiles = {
  major: [6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88],
  minor: [6.33, 2.68, 3.52, 5.38, 2.6, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17],
};

/**
 * The key whose profile is most like what sounds; null if nothing does.
 * @param chroma how much each pitch class sounds, [PITCH_CLASSES]
 */
export function keyOf(chroma: Float32Array, profiles: KeyProfiles = PROFILES): HeardKey | null {
  if (!chroma.some((value) => value > 0)) return null;
  const fits = (["major", "minor"] as const).flatMap((mode) =>
    TONICS.map((tonic, shift) => ({ tonic, mode, fit: likeness(chroma, profiles[mode], shift) })),
  );
  fits.sort((a, b) => b.fit - a.fit);
  const [best, next] = fits;
  if (best === undefined || next === undefined) return null;
  const confidence = Math.max(0, Math.min(1, best.fit - next.fit));
  return { tonic: best.tonic, mode: best.mode, confidence };
}

/** Correlation of what sounds with a profile whose tonic is `shift` semitones above C. */
function likeness(chroma: Float32Array, profile: readonly number[], shift: number): number {
  const rotated = Float32Array.from(
    { length: PITCH_CLASSES },
    (_, i) => profile[(i - shift + PITCH_CLASSES) % PITCH_CLASSES] ?? 0,
  );
  const [a, b] = [centred(chroma), centred(rotated)];
  const dot = (x: Float32Array, y: Float32Array): number =>
    x.reduce((sum, value, i) => sum + value * (y[i] ?? 0), 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b) || 1);
}

function centred(values: Float32Array): Float32Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

/** The mean of chroma frames, [PITCH_CLASSES]. */
export function meanChroma(frames: Float32Array): Float32Array {
  const sum = new Float32Array(PITCH_CLASSES);
  frames.forEach((value, i) => (sum[i % PITCH_CLASSES] = (sum[i % PITCH_CLASSES] ?? 0) + value));
  const total = sum.reduce((all, value) => all + value, 0);
  return total > 0 ? sum.map((value) => value / total) : sum;
}
