import type { CorpusPiece } from "../render/corpus.ts";
import { styleNamed } from "../styles/index.ts";
import { toMono, type Sound } from "./decode.ts";
import { decibels, longestClip, longestSilence, rootMeanSquare, tailDrop } from "./levels.ts";
import { frameRate, onsetEnvelope, onsetsBetween } from "./onsets.ts";
import { tempoFits, tempoOf } from "./tempo.ts";

/** Limits for every rendered piece. */
const limits = {
  /** Seconds below -60 dBFS before the last sound. */
  silence: 3,
  /** Samples in a row at full scale. */
  clip: 2,
  /** Decibels by which the last 50 ms are below the loudest 50 ms. */
  tail: 30,
  /** Seconds by which the audio may differ from the score. */
  length: 0.5,
  /** Decibels between the loudest and the softest section, or else ... */
  loudness: 2,
  /** ... the ratio of onsets per second in the busiest to those in the calmest section. */
  density: 1.25,
};

/** Measurements of one piece. */
export interface Measures {
  /** Seconds. */
  length: number;
  silence: number;
  /** Samples. */
  clip: number;
  /** Decibels. */
  tail: number;
  /** Decibels between the loudest and the softest section, without the ending, in which every piece dies away. */
  loudness: number;
  /** Onsets per second in the busiest section divided by those in the calmest (at least 0.5). */
  density: number;
  /** For pieces with drums: the detected tempo (null if none) and whether it matches the score. */
  tempo?: { heard: number | null; fits: boolean };
}

const ternaryMetres = ["3/4", "6/8", "12/8"];

/** Whether the beat is divided into three, by the metre or by swung quavers. */
export function isTernary(piece: CorpusPiece): boolean {
  return ternaryMetres.includes(piece.metre) || styleNamed(piece.style)?.swing !== undefined;
}

const spread = (values: readonly number[]): [low: number, high: number] => [
  Math.min(...values),
  Math.max(...values),
];

/** Measures a piece's audio. */
export function measure(sound: Sound, piece: CorpusPiece): Measures {
  const { rate, channels } = sound;
  const mono = toMono(sound);
  const envelope = onsetEnvelope(mono, rate);
  const sections = piece.sections.filter(({ label }) => label !== "ending");
  const [softest, loudest] = spread(
    sections.map(({ start, end }) =>
      decibels(rootMeanSquare(mono, Math.round(start * rate), Math.round(end * rate))),
    ),
  );
  const [calmest, busiest] = spread(
    sections.map(({ start, end }) => {
      const from = Math.round(start * frameRate);
      return onsetsBetween(envelope, from, Math.round(end * frameRate)).length / (end - start);
    }),
  );
  const heard = tempoOf(envelope) ?? null;
  const fits = heard !== null && tempoFits(heard, piece.bpm, isTernary(piece));
  return {
    length: mono.length / rate,
    silence: longestSilence(mono, rate),
    clip: Math.max(...channels.map(longestClip)),
    tail: tailDrop(mono, rate),
    loudness: loudest - softest,
    density: busiest / Math.max(calmest, 0.5),
    ...(piece.tags.includes("no drums") ? {} : { tempo: { heard, fits } }),
  };
}

/** The faults of a piece, a phrase for each. */
export function faultsOf(measures: Measures, piece: CorpusPiece): string[] {
  const { length, silence, clip, tail, loudness, density } = measures;
  const one = (value: number): string => value.toFixed(1);
  const alike = loudness < limits.loudness && density < limits.density;
  return [
    ...(silence > limits.silence ? [`is silent for ${one(silence)} s`] : []),
    ...(clip > limits.clip ? [`clips (${clip} samples in a row)`] : []),
    ...(tail < limits.tail ? [`is cut off (its end is ${one(tail)} dB under its peak)`] : []),
    ...(Math.abs(length - piece.seconds) > limits.length
      ? [`lasts ${one(length)} s instead of ${one(piece.seconds)} s`]
      : []),
    ...(alike ? [`has sections alike (${one(loudness)} dB, ${one(density)} times as busy)`] : []),
  ];
}
