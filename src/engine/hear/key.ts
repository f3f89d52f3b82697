import { TONICS } from "../query/understand/words/wanted.ts";
import { CHROMA_RATE, PITCH_CLASSES } from "./chroma.ts";
import { KEY_PROFILES } from "./key-profiles.ts";

/** A key that was heard. */
export interface HeardKey {
  /** "C#", with sharps. */
  readonly tonic: string;
  readonly mode: "major" | "minor";
  /** Probability that it is the key. */
  readonly confidence: number;
}

/** How much of the beginning, and of the end, says more about the key than the rest. */
const EDGE = 4 * CHROMA_RATE;
const MODES = ["major", "minor"] as const;

/**
 * The key in which most of the music is, and in which it begins and ends; null if nothing sounds.
 * @param frames chroma, [frames x PITCH_CLASSES]
 */
export function keyOf(frames: Float32Array): HeardKey | null {
  const sounding = soundingFrames(frames);
  if (sounding.length === 0) return null;
  // The last frame may be all but empty.
  const end = Math.max(1, sounding.length - 1);
  const parts = {
    whole: standardised(sounding),
    beginning: standardised(sounding.slice(0, EDGE)),
    ending: standardised(sounding.slice(Math.max(0, end - EDGE), end)),
  };
  const fits = MODES.flatMap((mode) =>
    TONICS.map((tonic, shift) => {
      const { whole, beginning, ending, bias } = KEY_PROFILES[mode];
      const fit =
        bias +
        likeness(parts.whole, whole, shift) +
        likeness(parts.beginning, beginning, shift) +
        likeness(parts.ending, ending, shift);
      return { tonic, mode, fit };
    }),
  );
  const best = fits.reduce((a, b) => (b.fit > a.fit ? b : a));
  const total = fits.reduce((sum, { fit }) => sum + Math.exp(fit - best.fit), 0);
  return { tonic: best.tonic, mode: best.mode, confidence: 1 / total };
}

function soundingFrames(frames: Float32Array): Float32Array[] {
  return Array.from({ length: frames.length / PITCH_CLASSES }, (_, n) =>
    frames.subarray(n * PITCH_CLASSES, (n + 1) * PITCH_CLASSES),
  ).filter((frame) => frame.some((value) => value > 0));
}

/** The mean of frames, in deviations from the mean of its pitch classes. */
function standardised(frames: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(PITCH_CLASSES);
  for (const frame of frames) {
    for (let i = 0; i < PITCH_CLASSES; i += 1) sum[i] = (sum[i] ?? 0) + (frame[i] ?? 0);
  }
  const mean = sum.reduce((all, value) => all + value, 0) / PITCH_CLASSES;
  const variance = sum.reduce((all, value) => all + (value - mean) ** 2, 0) / PITCH_CLASSES;
  const deviation = Math.sqrt(variance);
  return sum.map((value) => (deviation > 1e-6 * mean ? (value - mean) / deviation : 0));
}

/** What sounds, weighted by a profile whose tonic is `shift` semitones above C. */
function likeness(chroma: Float32Array, profile: readonly number[], shift: number): number {
  return chroma.reduce(
    (sum, value, i) => sum + value * (profile[(i - shift + PITCH_CLASSES) % PITCH_CLASSES] ?? 0),
    0,
  );
}
