import * as v from "valibot";
import { CAPTIONER_KINDS } from "./kinds.ts";

/** Version of captioner.json. */
export const CAPTIONER_FORMAT = 1;

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
/** Longest edge of what a model looks at, in pixels: larger ones would not fit into memory. */
const edge = v.pipe(count, v.minValue(8), v.maxValue(1024));
const colours = v.tuple([v.number(), v.number(), v.number()]);
const spread = v.pipe(v.number(), v.minValue(1e-3));
const text = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** preprocessor_config.json: what is made of a picture. */
export const PreprocessorSchema = v.object({
  image_mean: v.optional(colours, [0.5, 0.5, 0.5]),
  image_std: v.optional(v.tuple([spread, spread, spread]), [0.5, 0.5, 0.5]),
  do_normalize: v.optional(v.boolean(), true),
  size: v.optional(
    v.union([
      edge,
      v.object({ height: edge, width: edge }),
      v.object({ shortest_edge: edge }),
      v.object({ longest_edge: count }),
    ]),
  ),
  max_image_size: v.optional(v.object({ longest_edge: edge })),
});

/** config.json, as far as it is needed to know what the model is. */
export const ConfigSchema = v.object({
  model_type: v.string(),
  _name_or_path: v.optional(v.string(), ""),
});

/** processor_config.json of SmolVLM. */
export const ProcessorSchema = v.object({
  /** Tokens that stand for a picture. */
  image_seq_len: v.pipe(count, v.maxValue(4096)),
});

const FileSchema = v.object({
  bytes: count,
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});

/** captioner.json, which is written when a captioner is added. */
export const CaptionerManifestSchema = v.object({
  format: v.literal(CAPTIONER_FORMAT),
  kind: v.picklist(CAPTIONER_KINDS),
  name: text,
  version: text,
  licence: v.object({ id: text, attribution: v.string() }),
  /** Its graphs by name: the file, what its numbers are, and how many files hold its weights. */
  graphs: v.record(
    v.string(),
    v.object({
      file: text,
      dtype: text,
      parts: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99)),
    }),
  ),
  picture: v.object({ edge, mean: colours, spread: colours }),
  /** Tokens that stand for a picture in a prompt; 0 if the picture does not go into one. */
  pictureTokens: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4096)),
  files: v.record(v.string(), FileSchema),
});
/** See `CaptionerManifestSchema`. */
export type CaptionerManifest = v.InferOutput<typeof CaptionerManifestSchema>;
