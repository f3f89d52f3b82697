import type * as v from "valibot";
import { PackError } from "../../../contract/errors.ts";
import { graphFile } from "../../encode/clap/model-files.ts";
import { listFiles } from "../../encode/listed-files.ts";
import { licenceOf, nameOf } from "../../encode/model-card.ts";
import { readJson, type PackFolder } from "../../encode/pack-folder.ts";
import { sha256 } from "../../sha256.ts";
import {
  CAPTIONER_FORMAT,
  ConfigSchema,
  PreprocessorSchema,
  ProcessorSchema,
  type CaptionerManifest,
} from "./captioner-schema.ts";
import {
  CAPTIONER_DTYPES,
  CAPTIONER_KINDS,
  COMMON_FILES,
  LAYOUTS,
  OPTIONAL_FILES,
  type CaptionerKind,
} from "./kinds.ts";

/** What to do about a folder that is not complete. */
export const USE =
  "Copy the model again as transformers.js has it, with all its files: vit-gpt2-image-captioning, Florence-2-base or SmolVLM-256M-Instruct.";
/** Most bytes of a model: more does not fit into the memory of WebAssembly beside what it computes. */
const MOST_BYTES = 1_500_000_000;

/**
 * What captioner.json says of a folder in a layout of transformers.js. Every file is read once.
 * @throws PackError it is no captioner, a file is missing or too large, or does not fit.
 */
export async function describeCaptioner(folder: PackFolder): Promise<CaptionerManifest> {
  if (!folder.files.includes("config.json")) throw none(folder.name);
  const config = await readJson(folder, "config.json", ConfigSchema, USE);
  const kind = kindOf(config.model_type);
  const { files: further } = LAYOUTS[kind];
  const needed = [...COMMON_FILES, ...further];
  const lacking = needed.find((file) => !folder.files.includes(file));
  if (lacking !== undefined) throw lacks(lacking);
  const graphs = graphsOf(kind, folder.files);
  const picture = pictureOf(
    kind,
    await readJson(folder, "preprocessor_config.json", PreprocessorSchema, USE),
  );
  const pictureTokens =
    kind === "smolvlm"
      ? (await readJson(folder, "processor_config.json", ProcessorSchema, USE)).image_seq_len
      : 0;
  const files = await listFiles(
    [
      ...needed,
      ...OPTIONAL_FILES.filter((file) => folder.files.includes(file)),
      ...Object.values(graphs).flatMap(({ file, parts }) => [file, ...partsOf(file, parts)]),
    ],
    (file) => folder.read(file),
  );
  checkSizes(files);
  return {
    format: CAPTIONER_FORMAT,
    kind,
    name: nameOf(config._name_or_path, folder) || kind,
    version: (await sha256(new TextEncoder().encode(JSON.stringify(files)))).slice(0, 12),
    licence: { id: await licenceOf(folder), attribution: config._name_or_path || folder.name },
    ...{ graphs, picture, pictureTokens, files },
  };
}

function kindOf(modelType: string): CaptionerKind {
  const kind = CAPTIONER_KINDS.find((one) => LAYOUTS[one].modelTypes.includes(modelType));
  if (kind !== undefined) return kind;
  throw new PackError({
    what: `This model is of the type "${modelType.slice(0, 100)}", which is no captioner that can be used.`,
    input: "config.json",
    next: `Use one of the types ${CAPTIONER_KINDS.flatMap((one) => LAYOUTS[one].modelTypes).join(", ")}.`,
  });
}

function graphsOf(kind: CaptionerKind, files: readonly string[]): CaptionerManifest["graphs"] {
  return Object.fromEntries(
    LAYOUTS[kind].graphs.map((graph) => {
      const found = graphFile(graph, files, CAPTIONER_DTYPES);
      if (found === undefined) throw lacks(`onnx/${graph}.onnx`);
      return [graph, { ...found, parts: countParts(found.file, files) }];
    }),
  );
}

/** Files that hold the weights of a large graph, as transformers.js names them. */
const partsOf = (file: string, parts: number): string[] =>
  Array.from({ length: parts }, (_, i) => `${file}_data${i === 0 ? "" : `_${i}`}`);

function countParts(file: string, files: readonly string[]): number {
  let parts = 0;
  while (partsOf(file, parts + 1).every((part) => files.includes(part))) parts += 1;
  return parts;
}

function pictureOf(
  kind: CaptionerKind,
  preprocessor: v.InferOutput<typeof PreprocessorSchema>,
): CaptionerManifest["picture"] {
  const { image_mean, image_std, do_normalize, size, max_image_size } = preprocessor;
  const edge = kind === "smolvlm" ? max_image_size?.longest_edge : edgeOf(size);
  if (edge === undefined) {
    throw new PackError({
      what: "The model does not say how large a square picture it takes.",
      input: "preprocessor_config.json",
      next: USE,
    });
  }
  return {
    edge,
    mean: do_normalize ? image_mean : [0, 0, 0],
    spread: do_normalize ? image_std : [1, 1, 1],
  };
}

/** The edge of the square that a model looks at, however its authors wrote it down. */
function edgeOf(size: v.InferOutput<typeof PreprocessorSchema>["size"]): number | undefined {
  if (size === undefined || typeof size === "number") return size;
  if ("shortest_edge" in size) return size.shortest_edge;
  if ("longest_edge" in size || size.width !== size.height) return undefined;
  return size.width;
}

function checkSizes(files: CaptionerManifest["files"]): void {
  const empty = Object.entries(files).find(([, { bytes }]) => bytes === 0);
  if (empty !== undefined) {
    throw new PackError({ what: "A file of the model is empty.", input: empty[0], next: USE });
  }
  const bytes = Object.values(files).reduce((sum, file) => sum + file.bytes, 0);
  if (bytes <= MOST_BYTES) return;
  const largest = Object.entries(files).reduce((a, b) => (b[1].bytes > a[1].bytes ? b : a));
  throw new PackError({
    what: `The model has ${Math.round(bytes / 1e6)} MB, and at most ${MOST_BYTES / 1e6} fit into memory.`,
    input: largest[0],
    next: "Copy the files with eight-bit weights, whose names end in _quantized.onnx.",
  });
}

const lacks = (input: string): PackError =>
  new PackError({ what: "The folder lacks a file that the captioner needs.", input, next: USE });

const none = (input: string): PackError =>
  new PackError({
    what: "This folder holds no captioner in a layout of transformers.js.",
    input,
    next: "Choose a folder with a config.json and an onnx folder.",
  });
