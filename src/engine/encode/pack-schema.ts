import * as v from "valibot";

/** The pack format that this version reads. */
export const PACK_FORMAT = 1;

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(2000));
const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2 ** 31 - 1));
const positive = v.pipe(v.number(), v.finite(), v.gtValue(0));
const atLeastZero = v.pipe(v.number(), v.finite(), v.minValue(0));
const name = v.pipe(v.string(), v.regex(/^[\w.-]{1,100}$/, "must be a plain name"));

const FileSchema = v.object({
  bytes: count,
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, "must be a SHA-256 in lower-case hex")),
});

/** A path inside a pack; no part of it begins with a dot. */
const path = v.pipe(
  v.string(),
  v.regex(/^\w[\w.-]*(\/\w[\w.-]*){0,3}$/, "must be a plain relative path"),
  v.maxLength(200),
);

const audioOf = <F extends v.GenericSchema>(file: F) =>
  v.object({
    file,
    sampleRate: v.pipe(count, v.maxValue(768_000)),
    sectionSeconds: v.pipe(positive, v.maxValue(600)),
    hopSeconds: v.pipe(positive, v.maxValue(600)),
    /**
     * 1: the graph takes whole sections, `audio` float32 [S, samples]. More: it takes blocks of
     * `hopSeconds` that sections share, `audio` float32 [blocks, samples of one], and `sections`
     * int64 [S, blocksPerSection], the blocks of each section.
     */
    blocksPerSection: v.optional(v.pipe(count, v.maxValue(64)), 1),
    frontEnd: v.object({
      fftSize: count,
      hopSamples: count,
      melBands: count,
      minHz: atLeastZero,
      maxHz: positive,
    }),
  });

const textOf = <F extends v.GenericSchema>(file: F) =>
  v.object({
    file,
    tokenizer: v.literal("tokenizer.json"),
    maxTokens: v.pipe(count, v.minValue(3), v.maxValue(4096)),
  });

const about = {
  format: v.literal(PACK_FORMAT),
  name,
  version: name,
  dimension: v.pipe(count, v.maxValue(4096)),
  licence: v.object({ id: text, attribution: text }),
  trainingData: v.array(v.object({ name: text, licence: text, use: text })),
  vocabulary: v.object({ file: v.literal("vocabulary.json") }),
  figures: v.record(v.string(), v.number()),
};

/** pack.json, format 1. The file names are fixed, since a page must know them in advance. */
export const OwnManifestSchema = v.object({
  ...about,
  layout: v.optional(v.literal("needledrop"), "needledrop"),
  text: textOf(v.literal("text.onnx")),
  audio: audioOf(v.literal("audio.onnx")),
  files: v.object({
    "text.onnx": FileSchema,
    "audio.onnx": FileSchema,
    "tokenizer.json": FileSchema,
    "vocabulary.json": FileSchema,
  }),
});

/**
 * pack.json of a CLAP model in the layout of transformers.js. It is written when the model is added
 * (see `clap/describe-clap.ts`), together with vocabulary.json; the other files stay as they were.
 */
export const ClapManifestSchema = v.object({
  ...about,
  layout: v.literal("clap"),
  text: textOf(path),
  audio: audioOf(path),
  files: v.record(path, FileSchema),
});

/** What a pack says of itself, whichever layout its models have. */
export type PackManifest =
  v.InferOutput<typeof OwnManifestSchema> | v.InferOutput<typeof ClapManifestSchema>;

const WordKindSchema = v.picklist([
  "genre",
  "mood",
  "instrument",
  "use",
  "era",
  "tempo",
  "texture",
]);
/** What a word of the vocabulary describes. */
export type WordKind = v.InferOutput<typeof WordKindSchema>;

/** A number for each word; null for a word that cannot be heard well enough. */
const column = <S extends v.GenericSchema>(number: S) => v.optional(v.array(v.nullable(number)));

/** vocabulary.json: words that an editor would use, and their embeddings. */
export const VocabularySchema = v.object({
  words: v.pipe(v.array(text), v.minLength(1), v.maxLength(10_000)),
  kinds: v.array(WordKindSchema),
  /** Base64 of float32, little endian, [words x dimension]. */
  vectors: v.string(),
  // How to hear each word in audio; all three columns, or none. See `Calibration`.
  scale: column(positive),
  bias: column(v.pipe(v.number(), v.finite())),
  reliability: column(v.pipe(v.number(), v.minValue(0.5), v.maxValue(1))),
});
