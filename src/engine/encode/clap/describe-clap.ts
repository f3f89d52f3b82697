import * as v from "valibot";
import { PackError } from "../../../contract/errors.ts";
import { sha256 } from "../../sha256.ts";
import { listed, listFiles } from "../listed-files.ts";
import { licenceOf, nameOf } from "../model-card.ts";
import { PACK_FORMAT, type PackManifest, type WordKind } from "../pack-schema.ts";
import { readJson, type PackFolder } from "../pack-folder.ts";
import {
  ConfigSchema,
  modelFile,
  PreprocessorSchema,
  TokenizerConfigSchema,
} from "./model-files.ts";

/** Words that reasons are made of, and what each describes. */
export interface Words {
  readonly words: readonly string[];
  readonly kinds: readonly WordKind[];
}

/** Most tokens of a text, if the model does not say. */
const MOST_TOKENS = 512;
const USE = "Use a CLAP model without fusion, as transformers.js has it, with all its files.";
/** RoBERTa does not use the first two of its positions. */
const UNUSED_POSITIONS = 2;
/** Its published conversion gives nearly the same embedding for every text. */
const BROKEN = /(^|\/)larger_clap_music$/;

/**
 * What pack.json says of a CLAP model in the layout of transformers.js. Windows are as long as the
 * model takes, one every half window, as in our own packs.
 * @param vocabulary the content of its vocabulary.json
 * @throws PackError a file is missing, or the model is not one that can be used.
 */
export async function describeClap(
  folder: PackFolder,
  vocabulary: Uint8Array<ArrayBuffer>,
): Promise<PackManifest> {
  const config = await readJson(folder, "config.json", ConfigSchema, USE);
  const audio = await readJson(folder, "preprocessor_config.json", PreprocessorSchema, USE);
  const tokens = await readJson(folder, "tokenizer_config.json", TokenizerConfigSchema, USE);
  await readJson(folder, "tokenizer.json", v.looseObject({}), USE);
  if (BROKEN.test(config._name_or_path)) throw broken("config.json");
  if (config.audio_config.enable_fusion) throw fused();
  const text = modelFile("text_model", folder.files);
  const sound = modelFile("audio_model", folder.files);
  const seconds = audio.nb_max_samples / audio.sampling_rate;
  const names = [
    ...["config.json", "preprocessor_config.json", "tokenizer.json", "tokenizer_config.json"],
    ...[text, sound],
  ];
  const files = await listFiles(names, (file) => folder.read(file));
  return {
    format: PACK_FORMAT,
    layout: "clap",
    name: nameOf(config._name_or_path, folder) || "clap",
    version: (await sha256(new TextEncoder().encode(JSON.stringify(files)))).slice(0, 12),
    dimension: config.projection_dim,
    licence: { id: await licenceOf(folder), attribution: config._name_or_path || folder.name },
    trainingData: [],
    text: {
      file: text,
      tokenizer: "tokenizer.json",
      maxTokens: Math.min(
        MOST_TOKENS,
        tokens.model_max_length,
        config.text_config.max_position_embeddings - UNUSED_POSITIONS,
      ),
    },
    audio: {
      file: sound,
      sampleRate: audio.sampling_rate,
      sectionSeconds: seconds,
      hopSeconds: seconds / 2,
      blocksPerSection: 1,
      frontEnd: {
        fftSize: audio.fft_window_size,
        hopSamples: audio.hop_length,
        melBands: audio.feature_size,
        minHz: audio.frequency_min,
        maxHz: audio.frequency_max,
      },
    },
    vocabulary: { file: "vocabulary.json" },
    files: { ...files, "vocabulary.json": await listed(vocabulary) },
    figures: {},
  };
}

/** Words whose embeddings are all alike: nothing can be found with such a model. */
const MOST_ALIKE = 0.99;

/**
 * vocabulary.json: the words, as the model's text tower embeds them.
 * @param vectors [words], each L2-normalised
 * @throws PackError the model gives nearly the same embedding for every text.
 */
export function vocabularyOf(
  { words, kinds }: Words,
  vectors: readonly Float32Array[],
): Uint8Array<ArrayBuffer> {
  if (meanCosine(vectors) > MOST_ALIKE) throw broken("onnx/text_model.onnx");
  const dimension = vectors[0]?.length ?? 0;
  const flat = new Float32Array(vectors.length * dimension);
  vectors.forEach((vector, row) => flat.set(vector, row * dimension));
  const base64 = btoa(
    Array.from(new Uint8Array(flat.buffer), (b) => String.fromCharCode(b)).join(""),
  );
  return new TextEncoder().encode(JSON.stringify({ words, kinds, vectors: base64 }));
}

/** The mean cosine of two different unit vectors: |sum|^2 counts each pair twice, and each vector once. */
function meanCosine(vectors: readonly Float32Array[]): number {
  const count = vectors.length;
  if (count < 2) return 0;
  const sum = new Float64Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) vector.forEach((x, d) => (sum[d] = (sum[d] ?? 0) + x));
  const squared = sum.reduce((all, x) => all + x * x, 0);
  return (squared - count) / (count * (count - 1));
}

const broken = (input: string): PackError =>
  new PackError({
    what: "The text tower of this model is broken: it gives nearly the same embedding for every text.",
    input,
    next: "Use clap-htsat-unfused or larger_clap_general, and not larger_clap_music.",
  });

const fused = (): PackError =>
  new PackError({
    what: "This CLAP model fuses several windows of a track, which is not supported.",
    input: "config.json",
    next: "Use an unfused one, such as clap-htsat-unfused.",
  });
