import type { Section } from "../../contract/track.ts";
import type { Pack } from "./pack.ts";
import type { Graph, Runtime } from "./runtime.ts";
import { SectionCutter, type SectionSamples } from "./sections.ts";

/** A section of a track, in seconds, and its embedding. */
export interface SectionEmbedding extends Section {
  /** L2-normalised, float32 [dimension]. */
  readonly embedding: Float32Array;
}

/** Embeds audio. Open one with `openAudioTower`. */
export interface AudioTower {
  /** Sample rate, in Hz, of the audio that `embed` takes. */
  readonly sampleRate: number;
  /**
   * Embeds a track section by section, and holds no more than a few of them at a time.
   * @param chunks mono samples, -1 to 1, in pieces of any size
   * @throws DeviceError the device failed.
   */
  embed(
    chunks: AsyncIterable<Float32Array> | Iterable<Float32Array>,
  ): AsyncGenerator<SectionEmbedding>;
  /** Frees the model. No call may follow. */
  release(): Promise<void>;
}

// How many sections run through the graph at once; more would cost memory and save no time.
const BATCH = 4;

/** Makes the audio tower from its graph. */
export async function createAudioTower(pack: Pack, runtime: Runtime): Promise<AudioTower> {
  const { file, sampleRate, sectionSeconds, hopSeconds } = pack.manifest.audio;
  const length = Math.round(sectionSeconds * sampleRate);
  const hop = Math.round(hopSeconds * sampleRate);
  const graph = await runtime.open(file, await pack.read(file), pack.dimension);

  async function* embed(
    chunks: AsyncIterable<Float32Array> | Iterable<Float32Array>,
  ): AsyncGenerator<SectionEmbedding> {
    let batch: SectionSamples[] = [];
    for await (const section of cutSections(chunks, new SectionCutter(length, hop))) {
      batch.push(section);
      if (batch.length < BATCH) continue;
      yield* await embedBatch(batch, graph, sampleRate);
      batch = [];
    }
    if (batch.length > 0) yield* await embedBatch(batch, graph, sampleRate);
  }
  return { sampleRate, embed, release: () => graph.release() };
}

async function* cutSections(
  chunks: AsyncIterable<Float32Array> | Iterable<Float32Array>,
  cutter: SectionCutter,
): AsyncGenerator<SectionSamples> {
  for await (const chunk of chunks) yield* cutter.push(chunk);
  yield* cutter.end();
}

async function embedBatch(
  sections: readonly SectionSamples[],
  graph: Graph,
  sampleRate: number,
): Promise<SectionEmbedding[]> {
  const rows = sections.length;
  const length = sections[0]?.samples.length ?? 0;
  const data = new Float32Array(rows * length);
  sections.forEach(({ samples }, row) => data.set(samples, row * length));
  const flat = await graph.run({ audio: { type: "float32", data, dims: [rows, length] } });
  const dimension = flat.length / rows;
  return sections.map(({ start, end }, row) => ({
    start: start / sampleRate,
    end: end / sampleRate,
    embedding: flat.slice(row * dimension, (row + 1) * dimension),
  }));
}
