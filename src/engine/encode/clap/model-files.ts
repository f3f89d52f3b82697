import * as v from "valibot";
import { PackError } from "../../../contract/errors.ts";

/** How the name of a model file ends, and what transformers.js calls such numbers. */
export interface Dtype {
  readonly suffix: string;
  readonly dtype: string;
}

/**
 * How the files of a model say what its numbers are, the best for WebAssembly first: eight-bit
 * weights are a quarter of the size, and as quick.
 */
export const DTYPES = [
  { suffix: "_quantized", dtype: "q8" },
  { suffix: "_int8", dtype: "int8" },
  { suffix: "_uint8", dtype: "uint8" },
  { suffix: "", dtype: "fp32" },
] as const satisfies readonly Dtype[];

/** The file of a graph to use, of those that a folder has: the first dtype that is there. */
export function graphFile(
  graph: string,
  files: readonly string[],
  dtypes: readonly Dtype[],
): { readonly file: string; readonly dtype: string } | undefined {
  return dtypes
    .map(({ suffix, dtype }) => ({ file: `onnx/${graph}${suffix}.onnx`, dtype }))
    .find(({ file }) => files.includes(file));
}

const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000));
const hertz = v.pipe(v.number(), v.minValue(0), v.maxValue(400_000));

/** config.json of a CLAP model. */
export const ConfigSchema = v.object({
  model_type: v.literal("clap"),
  projection_dim: v.pipe(count, v.maxValue(4096)),
  _name_or_path: v.optional(v.string(), ""),
  audio_config: v.optional(v.object({ enable_fusion: v.optional(v.boolean(), false) }), {}),
  text_config: v.optional(v.object({ max_position_embeddings: v.optional(count, 514) }), {}),
});

/** preprocessor_config.json: what the feature extractor makes of audio. */
export const PreprocessorSchema = v.object({
  feature_extractor_type: v.literal("ClapFeatureExtractor"),
  sampling_rate: v.pipe(count, v.maxValue(768_000)),
  nb_max_samples: count,
  feature_size: count,
  fft_window_size: count,
  hop_length: count,
  frequency_min: hertz,
  frequency_max: hertz,
  /** "fusion" needs several windows at a time, which transformers.js does not do. */
  truncation: v.literal("rand_trunc"),
});

/** tokenizer_config.json; models that set no limit say 10^30. */
export const TokenizerConfigSchema = v.object({
  model_max_length: v.optional(v.pipe(v.number(), v.minValue(3)), 512),
});

/**
 * The file of a tower to use, of those that a folder has.
 * @throws PackError it has none that runs on WebAssembly.
 */
export function modelFile(tower: "text_model" | "audio_model", files: readonly string[]): string {
  const found = graphFile(tower, files, DTYPES);
  if (found !== undefined) return found.file;
  throw new PackError({
    what: "The CLAP folder lacks a model file.",
    input: `onnx/${tower}.onnx`,
    next: `Add onnx/${tower}_quantized.onnx or onnx/${tower}.onnx from where the model comes from.`,
  });
}
