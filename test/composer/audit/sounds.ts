import type { CorpusPiece } from "../../../composer/render/corpus.ts";

/** Samples per second. */
export const rate = 8000;

export function sine(hertz: number, seconds: number, level: number): Float32Array {
  return Float32Array.from({ length: Math.round(seconds * rate) }, (_, i) => {
    return level * Math.sin((2 * Math.PI * hertz * i) / rate);
  });
}

export const join32 = (...parts: Float32Array[]): Float32Array =>
  Float32Array.from(parts.flatMap((part) => [...part]));
export const silence = (seconds: number): Float32Array =>
  new Float32Array(Math.round(seconds * rate));

/** Short bursts at a tempo; `level` gives the level of each burst by its number, 0 leaves it out. */
export function clicks(bpm: number, seconds: number, level: (i: number) => number): Float32Array {
  const sound = silence(seconds);
  for (let i = 0; (i * 60) / bpm < seconds - 0.1; i += 1) {
    const from = Math.round((i * 60 * rate) / bpm);
    for (let j = 0; j < 400; j += 1) {
      // A rising frequency reaches many bands.
      sound[from + j] = level(i) * Math.exp(-j / 80) * Math.sin(j * j * 0.004);
    }
  }
  return sound;
}

/** A piece of the given length with two sections. */
export function promised(seconds: number, changes: Partial<CorpusPiece> = {}): CorpusPiece {
  return {
    id: "test-000001",
    style: "none",
    midi: "midi/test-000001.mid",
    seconds,
    bpm: 120,
    metre: "4/4",
    instruments: [],
    tags: ["no drums"],
    sections: [
      { label: "intro", start: 0, end: seconds / 2 },
      { label: "statement", start: seconds / 2, end: seconds },
    ],
    ...changes,
  };
}
