import { bandShare, loudnessOf, rawInput, silenceAndClipping, type Loudness } from "./measure.ts";
import { sampleRate, type Take } from "./takes.ts";

/** A take's score: fitting dynamics, no gaps, neither mud nor shrillness. 1 is perfect. */
export function soundQuality(
  { samples, piece }: Pick<Take, "samples" | "piece">,
  { range }: Pick<Loudness, "range">,
): number {
  // bandShare's gentle filters pass at most 0.31 and 0.22 of a tone in these bands, so neither bound is reached
  // today. Lower bounds would choose other takes than those in the catalogue.
  const { silence } = silenceAndClipping(samples, sampleRate);
  const mud = bandShare(samples, sampleRate, 120, 420);
  const shrill = bandShare(samples, sampleRate, 2500, 7000);
  const wantedRange = piece.style.form === "club" ? 6 : 9;
  return (
    1 -
    0.06 * Math.abs(range - wantedRange) -
    0.6 * Math.max(0, mud - 0.4) -
    0.8 * Math.max(0, shrill - 0.25) -
    0.3 * Math.max(0, silence - 1.5)
  );
}

/** The take with the best score, and its loudness in LUFS. Throws if there are no takes. */
export async function bestOf(takes: readonly Take[]): Promise<{ take: Take; loudness: number }> {
  let best: { take: Take; loudness: number; quality: number } | undefined;
  for (const take of takes) {
    const loudness = await loudnessOf(rawInput(take.file, sampleRate));
    const quality = soundQuality(take, loudness);
    if (!best || quality > best.quality) best = { take, loudness: loudness.integrated, quality };
  }
  if (!best) throw new Error("A slot needs at least one take");
  return best;
}
