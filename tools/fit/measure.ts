import { decodeWhole, type WholeAudio } from "../../src/engine/fit/whole-audio.ts";
import { Analysis } from "../../src/engine/fit/analysis.ts";
import { fitTrack } from "../../src/engine/fit/fit-track.ts";
import { FluxMeter, rankIn } from "../../src/engine/fit/flux.ts";
import { mixDown } from "../../src/engine/fit/frames.ts";
import { blocksOf } from "../../src/engine/fit/render.ts";
import type { BeatNet } from "../../src/engine/hear/beat-net.ts";
import { withDiskSource } from "../../src/cli/audio/disk-source.ts";
import type { Fit, FitAnswer } from "../../src/contract/fit.ts";
import type { Structure } from "../../src/contract/track.ts";
import { BESIDE, fallAt } from "./fall.ts";
import type { MeasuredTrack } from "./tracks.ts";

const FRAME_RATE = 25;
const SHORTEST = 10;
/** Hits are asked for with every so many lengths. */
const HITS_EVERY = 4;
/** Frames that a hit may be off, and how near a section change must be without it, in seconds. */
const FRAMES = 2;
const WITHIN = 4;
/** How far from a bar line a jump may be, in seconds. */
const ON_LINE = 0.03;
/** Music around a seam that is looked at, in seconds. */
const AROUND = BESIDE + 0.05;
/** Hits keep so far from the ends, and from each other, in seconds. */
const APART = 2.5;

/** A jump of a fit. */
export interface MeasuredSeam {
  readonly ease: number;
  /** Both sides lie on bar lines that the composer wrote; null where nobody did. */
  readonly isOnLines: boolean | null;
  /** The same for beats. */
  readonly isOnBeats: boolean | null;
  /** The share of the track's own bar lines with less spectral flux. */
  readonly rank: number;
  /** The share of them at which less of what sounds on is gone soon after; see `fallAt`. */
  readonly fallRank: number;
}

/** The bar lines that fits of a track go by: spectral flux there, and falls of the level. */
interface OwnLines {
  readonly flux: readonly number[];
  readonly falls: readonly number[];
}

/** What was measured of one fit. */
export interface MeasuredFit {
  readonly track: string;
  readonly seconds: number;
  readonly hits: number;
  readonly problem: string | null;
  /** Samples too many or too few in the best fit. */
  readonly samplesOff: number;
  readonly seams: readonly MeasuredSeam[];
  /** Of hits near which something happens anyway: how many there are, and how many are met. */
  readonly reachable: number;
  readonly met: number;
  /** Milliseconds of a processor; the first fit of a track also studies it. */
  readonly ms: number;
  readonly isFirst: boolean;
}

/** What was measured of a track. */
export interface MeasuredAll {
  readonly seconds: number;
  readonly decodeMs: number;
  readonly fits: readonly MeasuredFit[];
}

/**
 * Fits a track to lengths from ten seconds to twice its own; to every fourth also with one hit, and three.
 * @param isTold whether its structure is given away
 */
export async function measureTrack(
  track: MeasuredTrack,
  lengths: number,
  isTold: boolean,
  net: BeatNet,
): Promise<MeasuredAll> {
  let begun = cpuMs();
  const audio = await withDiskSource(track.file, (source) => decodeWhole(source, () => undefined));
  const decodeMs = cpuMs() - begun;
  const analysis = new Analysis(audio);
  const structure = isTold ? track.structure : null;
  const open = (): Promise<BeatNet> => Promise.resolve(net);
  const own = await ownLines(analysis, structure, open);
  const random = generator(track.name);
  const fits: MeasuredFit[] = [];
  // Another analysis, so that the first fit has everything to do.
  const fresh = new Analysis(audio);
  for (let n = 0; n < lengths; n += 1) {
    const share = lengths === 1 ? 0.5 : n / (lengths - 1);
    const exact = SHORTEST + share * (2 * audio.seconds - SHORTEST);
    const seconds = Math.round(exact * FRAME_RATE) / FRAME_RATE;
    let plain: Fit | null = null;
    for (const count of n % HITS_EVERY === HITS_EVERY - 1 ? [0, 1, 3] : [0]) {
      const hits = hitsFor(seconds, count, random);
      if (hits === null) continue;
      begun = cpuMs();
      const request = { seconds, frameRate: FRAME_RATE, hits, structure };
      const answer = await fitTrack(fresh, request, open);
      const ms = cpuMs() - begun;
      if (count === 0) plain = answer.problem === null ? (answer.fits[0] ?? null) : null;
      // Where would something have happened anyway? Hits that the plain fit has nothing near are left out.
      const wanted = plain === null ? [] : await nearSomething(fresh, structure, open, plain, hits);
      fits.push({
        ...{ track: track.name, seconds, hits: count, ms, isFirst: fits.length === 0 },
        ...judge(answer, audio, track.structure, own),
        ...metIn(answer, wanted),
      });
    }
  }
  return { seconds: audio.seconds, decodeMs, fits };
}

function judge(
  answer: FitAnswer,
  audio: WholeAudio,
  composed: Structure | null,
  own: OwnLines,
): Pick<MeasuredFit, "problem" | "samplesOff" | "seams"> {
  const [fit] = answer.fits;
  if (fit === undefined) throw new Error("A track without any fit.");
  const { windows, frames } = playedAround(
    audio,
    fit,
    fit.seams.map(({ at }) => at),
  );
  const isOn = (lines: readonly number[] | null, second: number): boolean =>
    lines?.some((line) => Math.abs(line - second) <= ON_LINE) === true;
  const beats = composed === null ? null : beatsOf(composed);
  const seams = fit.seams.map(({ ease }, n): MeasuredSeam => {
    const sides = [fit.passages[n]?.source.end ?? 0, fit.passages[n + 1]?.source.start ?? 0];
    const { samples, sampleRate } = mixDown({ ...audio, channels: windows[n] ?? [] });
    return {
      ease,
      isOnLines: composed === null ? null : sides.every((side) => isOn(composed.bars, side)),
      isOnBeats: composed === null ? null : sides.every((side) => isOn(beats, side)),
      rank: rankIn(own.flux, new FluxMeter(sampleRate).at(samples, AROUND)),
      fallRank: rankIn(own.falls, fallAt(samples, sampleRate, AROUND)),
    };
  });
  const samplesOff = frames - Math.round(fit.seconds * audio.sampleRate);
  return { problem: answer.problem, samplesOff, seams };
}

/** Plays a fit; keeps how many samples it has, and what is around some moments. */
function playedAround(
  audio: WholeAudio,
  fit: Fit,
  moments: readonly number[],
): { readonly windows: Float32Array[][]; readonly frames: number } {
  const length = Math.round(2 * AROUND * audio.sampleRate);
  const windows = moments.map(() => audio.channels.map(() => new Float32Array(length)));
  let frames = 0;
  for (const block of blocksOf(audio, fit)) {
    const size = block[0]?.length ?? 0;
    moments.forEach((moment, n) => {
      const first = Math.round((moment - AROUND) * audio.sampleRate);
      const [from, to] = [Math.max(first, frames), Math.min(first + length, frames + size)];
      if (to <= from) return;
      block.forEach((samples, channel) =>
        windows[n]?.[channel]?.set(samples.subarray(from - frames, to - frames), from - first),
      );
    });
    frames += size;
  }
  return { windows, frames };
}

/** The beats of a composer's bars. */
const beatsOf = ({ bars, beatsPerBar }: Structure): number[] =>
  bars.flatMap((bar, n) => {
    const length = (bars[n + 1] ?? bar) - bar;
    return Array.from({ length: beatsPerBar }, (_, k) => bar + (k * length) / beatsPerBar);
  });

/** What the bar lines that fits go by are like in the track itself. */
async function ownLines(
  analysis: Analysis,
  structure: Structure | null,
  net: () => Promise<BeatNet>,
): Promise<OwnLines> {
  const studied = await analysis.study(structure, net);
  if (studied === null) return { flux: [], falls: [] };
  const { grid, samples, sampleRate, flux } = studied;
  return { flux, falls: grid.bars.slice(1).map((bar) => fallAt(samples, sampleRate, bar)) };
}

async function nearSomething(
  analysis: Analysis,
  structure: Structure | null,
  net: () => Promise<BeatNet>,
  plain: Fit,
  hits: readonly number[],
): Promise<number[]> {
  const studied = await analysis.study(structure, net);
  if (studied === null) return [];
  const bars = [...studied.moments.keys()].map((bar) => studied.grid.bars[bar] ?? 0);
  const heard = plain.passages.flatMap(({ source, at }) =>
    bars
      .filter((bar) => bar >= source.start - 0.02 && bar < source.end - 0.02)
      .map((bar) => at + bar - source.start),
  );
  return hits.filter((hit) => heard.some((at) => Math.abs(at - hit) <= WITHIN));
}

function metIn(answer: FitAnswer, wanted: readonly number[]): { reachable: number; met: number } {
  const [fit] = answer.fits;
  const met = wanted.filter((hit) => {
    const landed = fit?.hits.find((one) => one.wanted === hit)?.landed ?? null;
    return landed !== null && Math.abs(landed - hit) <= FRAMES / FRAME_RATE + 1e-6;
  });
  return { reachable: wanted.length, met: met.length };
}

/** So many hits on frames, anywhere but near the ends and each other; null if there is no room. */
function hitsFor(seconds: number, count: number, random: () => number): number[] | null {
  const room = seconds - 2 * APART - (count - 1) * APART;
  if (room < 1 && count > 0) return null;
  const places = Array.from({ length: count }, () => random() * room).sort((a, b) => a - b);
  return places.map(
    (place, n) => Math.round((APART + place + n * APART) * FRAME_RATE) / FRAME_RATE,
  );
}

/** Time of a processor that this program has taken, in ms: others may be busy on the same machine. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The same numbers for the same name (mulberry32). */
function generator(name: string): () => number {
  let state = Array.from(name).reduce(
    (sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0,
    7,
  );
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
