import type { Fit, FitRequest } from "../../contract/fit.ts";

/** Longest fade of a beginning that is cut off, or of an end that is joined late, in seconds. */
const LONGEST_FADE_OUT = 3;
const LONGEST_FADE_IN = 1.5;
/** Fades take at most this share of the whole. */
const SHARE = 0.25;

/** A fit without what depends on the music. */
type Plain = Omit<Fit, "hits">;

/**
 * A track without jumps: its beginning, faded out, and its end, faded in. One that is shorter than the
 * length leaves silence after it or before it.
 * @param length of the track, in seconds
 */
export function plainFits({ seconds, frameRate }: FitRequest, length: number): Plain[] {
  const played = Math.min(seconds, length);
  const isCut = length > seconds;
  const common = { seconds, frameRate, seams: [] };
  return [
    {
      ...common,
      kind: "start",
      passages: [{ source: { start: 0, end: played }, at: 0 }],
      hasEnding: !isCut,
      fadeIn: 0,
      fadeOut: isCut ? Math.min(LONGEST_FADE_OUT, SHARE * seconds) : 0,
    },
    {
      ...common,
      kind: "end",
      passages: [{ source: { start: length - played, end: length }, at: seconds - played }],
      hasEnding: true,
      fadeIn: isCut ? Math.min(LONGEST_FADE_IN, SHARE * seconds) : 0,
      fadeOut: 0,
    },
  ];
}
