import { DTYPES, type Dtype } from "../../encode/clap/model-files.ts";
import type { Transformers } from "../../encode/clap/transformers.ts";

/** Kinds of captioners that can be added. */
export const CAPTIONER_KINDS = ["vit-gpt2", "florence2", "smolvlm"] as const;
/** See `CAPTIONER_KINDS`. */
export type CaptionerKind = (typeof CAPTIONER_KINDS)[number];

/** How a kind of captioner is laid out in its folder, as transformers.js has it. */
export interface Layout {
  /** `model_type` in config.json. */
  readonly modelTypes: readonly string[];
  /** Files that are always there, besides `COMMON_FILES`. */
  readonly files: readonly string[];
  /** Names of its graphs: `onnx/<name><dtype>.onnx`. */
  readonly graphs: readonly string[];
  /** The class of transformers.js that runs it. */
  readonly model: (
    library: Transformers,
  ) => Transformers[
    | "VisionEncoderDecoderModel"
    | "Florence2ForConditionalGeneration"
    | "Idefics3ForConditionalGeneration"];
}

export const LAYOUTS: Readonly<Record<CaptionerKind, Layout>> = {
  "vit-gpt2": {
    modelTypes: ["vision-encoder-decoder"],
    files: [],
    graphs: ["encoder_model", "decoder_model_merged"],
    model: (library) => library.VisionEncoderDecoderModel,
  },
  florence2: {
    modelTypes: ["florence2"],
    files: [],
    graphs: ["vision_encoder", "embed_tokens", "encoder_model", "decoder_model_merged"],
    model: (library) => library.Florence2ForConditionalGeneration,
  },
  smolvlm: {
    modelTypes: ["idefics3", "smolvlm"],
    files: ["processor_config.json"],
    graphs: ["vision_encoder", "embed_tokens", "decoder_model_merged"],
    model: (library) => library.Idefics3ForConditionalGeneration,
  },
};

/** Files of every captioner. */
export const COMMON_FILES = [
  "config.json",
  "preprocessor_config.json",
  "tokenizer.json",
  "tokenizer_config.json",
] as const;
/** How to write, if the model says so. */
export const OPTIONAL_FILES = ["generation_config.json"] as const;

/** The best for WebAssembly first; half-precision numbers are slower there than any other. */
export const CAPTIONER_DTYPES: readonly Dtype[] = [
  ...DTYPES.filter(({ suffix }) => suffix !== ""),
  { suffix: "_q4", dtype: "q4" },
  { suffix: "_bnb4", dtype: "bnb4" },
  { suffix: "", dtype: "fp32" },
  { suffix: "_q4f16", dtype: "q4f16" },
  { suffix: "_fp16", dtype: "fp16" },
];

/** The question to a model that takes one. Nothing from the footage ever goes into it. */
export const QUESTIONS = {
  /** What Florence-2 was trained to answer for its task `<CAPTION>`. */
  florence2: "What does the image describe?",
  /** As SmolVLM's chat template writes a message of ours with a picture. */
  smolvlm: {
    before: "<|im_start|>User:",
    after: "Describe this picture in one short sentence.<end_of_utterance>\nAssistant:",
  },
} as const;
