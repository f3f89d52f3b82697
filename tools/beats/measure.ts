import { performance } from "node:perf_hooks";
import { diskAssets, DEFAULT_PACK } from "../../src/cli/assets.ts";
import { withAudioFile } from "../../src/cli/audio/open-audio.ts";
import { nodeRuntime } from "../../src/engine/encode/runtime-node.ts";
import { Resampler } from "../../src/engine/encode/resample.ts";
import type { BeatNet } from "../../src/engine/hear/beat-net.ts";
import { NetRhythm } from "../../src/engine/hear/net-rhythm.ts";
import { SAMPLE_RATE } from "../../src/engine/hear/frames.ts";
import type { Rhythm, RhythmListener } from "../../src/engine/hear/rhythm.ts";
import { OnsetRhythm } from "./onset-rhythm/onset-rhythm.ts";
import { loadPack, openBeatNet } from "../../src/engine/open.ts";
import { estimateMean, type Estimate } from "../evaluate/bootstrap.ts";
import { beatF, isTempo, OCTAVES } from "./agreement.ts";
import type { KnownPiece } from "./pieces.ts";

/** What hears a rhythm: the net, or onsets alone. */
export const WAYS = ["net", "onsets"] as const;
export type Way = (typeof WAYS)[number];

/** How well one piece was heard, each 0 or 1 or between; left out where the truth is not known. */
export interface Scores {
  readonly beatF?: number;
  readonly downbeatF?: number;
  readonly beatsPerBar?: number;
  readonly tempo: number;
  readonly tempoOrOctave: number;
}

/** Scores of a piece by each way, and how long each listened. */
export interface Measured {
  readonly piece: KnownPiece;
  readonly scores: Readonly<Record<Way, Scores>>;
  /** Of the music. */
  readonly seconds: number;
  readonly ms: Readonly<Record<Way, number>>;
  /** Of the net's tempo. */
  readonly confidence: number;
}

/** Hears each piece both ways. */
export async function measureAll(
  pieces: readonly KnownPiece[],
  onPiece: (done: number) => void,
): Promise<Measured[]> {
  const pack = await loadPack(diskAssets({ pack: DEFAULT_PACK }));
  const net = await openBeatNet({ pack, runtime: nodeRuntime() });
  const all: Measured[] = [];
  for (const piece of pieces) {
    all.push(await measure(piece, net));
    onPiece(all.length);
  }
  await net.release();
  return all;
}

async function measure(piece: KnownPiece, net: BeatNet): Promise<Measured> {
  const samples = await samplesOf(piece.audio);
  const hear = async (listener: RhythmListener): Promise<[Rhythm | null, number]> => {
    const begun = performance.now();
    for (let at = 0; at < samples.length; at += SAMPLE_RATE) {
      listener.push(samples.subarray(at, at + SAMPLE_RATE));
    }
    return [await listener.end(), performance.now() - begun];
  };
  const [byNet, netMs] = await hear(new NetRhythm(net));
  const [byOnsets, onsetsMs] = await hear(new OnsetRhythm());
  return {
    piece,
    scores: { net: scoresOf(byNet, piece, true), onsets: scoresOf(byOnsets, piece, false) },
    seconds: samples.length / SAMPLE_RATE,
    ms: { net: netMs, onsets: onsetsMs },
    confidence: byNet?.confidence ?? 0,
  };
}

/** @param hearsBars onsets alone tell of no bars */
function scoresOf(rhythm: Rhythm | null, piece: KnownPiece, hearsBars: boolean): Scores {
  const { bpm = 0, beats = [], bars = [], beatsPerBar = null } = rhythm ?? {};
  return {
    ...(piece.beats === undefined ? {} : { beatF: beatF(beats, piece.beats) }),
    ...(piece.downbeats === undefined || !hearsBars
      ? {}
      : { downbeatF: beatF(bars, piece.downbeats) }),
    ...(piece.beatsPerBar === undefined || !hearsBars
      ? {}
      : { beatsPerBar: Number(beatsPerBar === piece.beatsPerBar) }),
    tempo: Number(isTempo(bpm, piece.bpm)),
    tempoOrOctave: Number(isTempo(bpm, piece.bpm, OCTAVES)),
  };
}

/** Mono samples at SAMPLE_RATE. */
async function samplesOf(path: string): Promise<Float32Array> {
  return withAudioFile(path, async ({ sampleRate, chunks }) => {
    const resampler = new Resampler(sampleRate, SAMPLE_RATE);
    const parts: Float32Array[] = [];
    for await (const channels of chunks) {
      const [first = new Float32Array(0)] = channels;
      const mono = first.map(
        (_, i) => channels.reduce((sum, channel) => sum + (channel[i] ?? 0), 0) / channels.length,
      );
      parts.push(resampler.push(mono));
    }
    parts.push(resampler.end());
    const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  });
}

const MEASURES = ["beatF", "downbeatF", "beatsPerBar", "tempo", "tempoOrOctave"] as const;

/** A row of the report: means over pieces, with intervals. */
export interface Row {
  readonly music: string;
  readonly way: Way;
  readonly pieces: number;
  readonly figures: Readonly<Partial<Record<(typeof MEASURES)[number], Estimate>>>;
}

/** The means of each source, by each way; and of each group of it, without intervals. */
export function rowsOf(measured: readonly Measured[]): Row[] {
  const sources = [...new Set(measured.map(({ piece }) => piece.source))];
  return sources.flatMap((music) => {
    const own = measured.filter(({ piece }) => piece.source === music);
    return WAYS.map((way) => ({ music, way, pieces: own.length, figures: figuresOf(own, way) }));
  });
}

function figuresOf(measured: readonly Measured[], way: Way): Row["figures"] {
  const pairs = MEASURES.map((measure) => {
    const values = measured.flatMap(({ scores }) => scores[way][measure] ?? []);
    return [measure, values.length === 0 ? undefined : estimateMean(values)] as const;
  });
  return Object.fromEntries(pairs.filter(([, found]) => found !== undefined));
}

/** Mean scores of the net by style, drummer or genre. */
export function groupsOf(measured: readonly Measured[]): Record<string, unknown>[] {
  const names = [...new Set(measured.map(({ piece }) => `${piece.source}: ${piece.group}`))].sort();
  return names.map((group) => {
    const own = measured.filter(({ piece }) => `${piece.source}: ${piece.group}` === group);
    const mean = (measure: (typeof MEASURES)[number]): number | null => {
      const values = own.flatMap(({ scores }) => scores.net[measure] ?? []);
      return values.length === 0 ? null : values.reduce((sum, x) => sum + x, 0) / values.length;
    };
    return { group, pieces: own.length, ...Object.fromEntries(MEASURES.map((m) => [m, mean(m)])) };
  });
}
