import type { Section } from "../../contract/track.ts";
import { shareBlocks } from "./blocks.ts";
import type { Pack } from "./pack.ts";
import type { PackManifest } from "./pack-schema.ts";
import type { GraphInput, Runtime } from "./runtime.ts";
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

// Sections per run. Memory grows with the audio in a run, and more would save no time. Sections of
// blocks take longer runs, since the block that two runs share is computed twice.
const WHOLE_SECTIONS = 4;
const SECTIONS_OF_BLOCKS = 11;

/** Makes the audio tower from its graph. */
export async function createAudioTower(pack: Pack, runtime: Runtime): Promise<AudioTower> {
  const { file, blocksPerSection } = pack.manifest.audio;
  const graph = await runtime.open(file, await pack.read(file), pack.dimension);
  return sectionTower(pack.manifest.audio, {
    most: blocksPerSection === 1 ? WHOLE_SECTIONS : SECTIONS_OF_BLOCKS,
    embed: async (sections) => {
      const flat = await graph.run(graphInputs(sections, blocksPerSection), sections.length);
      return sections.map((_, row) => flat.slice(row * pack.dimension, (row + 1) * pack.dimension));
    },
    release: () => graph.release(),
  });
}

/** Embeds sections. */
export interface SectionModel {
  /** Most sections of one run. */
  readonly most: number;
  /** L2-normalised, float32 [dimension] for each section. @throws DeviceError, PackError */
  embed(sections: readonly SectionSamples[]): Promise<readonly Float32Array[]>;
  release(): Promise<void>;
}

/** The audio tower over a model that takes sections, which are cut the same way for every model. */
export function sectionTower(
  { sampleRate, sectionSeconds, hopSeconds }: PackManifest["audio"],
  model: SectionModel,
): AudioTower {
  const length = Math.round(sectionSeconds * sampleRate);
  const hop = Math.round(hopSeconds * sampleRate);

  async function embedBatch(sections: readonly SectionSamples[]): Promise<SectionEmbedding[]> {
    const embeddings = await model.embed(sections);
    return sections.flatMap(({ start, end }, row) => {
      const embedding = embeddings[row];
      return embedding ? [{ start: start / sampleRate, end: end / sampleRate, embedding }] : [];
    });
  }

  async function* embed(
    chunks: AsyncIterable<Float32Array> | Iterable<Float32Array>,
  ): AsyncGenerator<SectionEmbedding> {
    let batch: SectionSamples[] = [];
    for await (const section of cutSections(chunks, new SectionCutter(length, hop))) {
      batch.push(section);
      if (batch.length < model.most) continue;
      yield* await embedBatch(batch);
      batch = [];
    }
    if (batch.length > 0) yield* await embedBatch(batch);
  }
  return { sampleRate, embed, release: () => model.release() };
}

async function* cutSections(
  chunks: AsyncIterable<Float32Array> | Iterable<Float32Array>,
  cutter: SectionCutter,
): AsyncGenerator<SectionSamples> {
  for await (const chunk of chunks) yield* cutter.push(chunk);
  yield* cutter.end();
}

function graphInputs(
  batch: readonly SectionSamples[],
  blocksPerSection: number,
): Record<string, GraphInput> {
  const { count, audio, sections } = shareBlocks(batch, blocksPerSection);
  const samples: GraphInput = {
    type: "float32",
    data: audio,
    dims: [count, audio.length / count],
  };
  // A graph of whole sections takes them one by one, and needs no list of them.
  if (blocksPerSection === 1) return { audio: samples };
  const dims = [batch.length, blocksPerSection] as const;
  return { audio: samples, sections: { type: "int64", data: sections, dims } };
}
