import * as v from "valibot";
import { PackError } from "../../../contract/errors.ts";
import type { Picture } from "../../../contract/sight.ts";
import {
  fromPack,
  type Tokenizer,
  type Transformers,
  type Writer,
} from "../../encode/clap/transformers.ts";
import { openingFailure, runningFailure, type Runtime } from "../../encode/runtime.ts";
import { cleanAnswer } from "./answer.ts";
import { USE } from "./describe-captioner.ts";
import { pixelsOf } from "./pixels.ts";
import type { KeptCaptioner } from "./kept-captioner.ts";
import { LAYOUTS, QUESTIONS } from "./kinds.ts";

/** Most tokens that are written about a picture. */
const MOST_TOKENS = 40;
const WrittenSchema = v.object({ data: v.instance(BigInt64Array) });

/** A captioner whose models are in memory. */
export interface OpenCaptioner {
  /**
   * A sentence about a picture, always the same about the same picture.
   * @param isOver asked after each token: whether nobody waits any more
   * @returns null if it says nothing of use, or was ended
   * @throws DeviceError the device failed.
   * @throws PackError its models do not fit each other.
   */
  caption(picture: Picture, isOver?: () => boolean): Promise<string | null>;
  /** Frees the models. */
  release(): Promise<void>;
}

/**
 * Opens a captioner's models with transformers.js.
 * @throws PackError a file is damaged, and is named.
 * @throws DeviceError the device cannot run it.
 */
export async function openCaptioner(
  captioner: KeptCaptioner,
  runtime: Runtime,
): Promise<OpenCaptioner> {
  const { kind, graphs, files } = captioner.manifest;
  const library = await runtime.transformers();
  const [tokenizer, model] = await fromPack(captioner, Object.keys(files), async (id) => {
    const words = await library.AutoTokenizer.from_pretrained(id).catch((cause: unknown) => {
      throw unbuildable("tokenizer.json", cause);
    });
    const writer = await LAYOUTS[kind]
      .model(library)
      .from_pretrained(id, {
        device: "auto",
        dtype: each(graphs, ({ dtype }) => dtype),
        session_options: { executionProviders: ["wasm"] },
        use_external_data_format: each(graphs, ({ parts }) => parts),
      })
      .catch(async (cause: unknown) => {
        throw await namedFailure(captioner, runtime, cause);
      });
    return [words, writer] as const;
  });
  const inputs = inputsFor(captioner, library, tokenizer);
  const decoder = Object.values(graphs).at(-1)?.file ?? "";

  async function caption(picture: Picture, isOver = (): boolean => false): Promise<string | null> {
    const given = inputs(pixelsOf(picture, captioner.manifest.picture));
    const ended = new AbortController();
    const mayEnd = (): boolean => {
      if (isOver()) ended.abort();
      return ended.signal.aborted;
    };
    if (mayEnd()) return null;
    const ids = await write(model, given.tensors, mayEnd).catch((cause: unknown) => {
      throw runningFailure(decoder, cause);
    });
    if (mayEnd()) return null;
    const answer = ids.slice(given.promptLength);
    const text = tokenizer.decode([...answer], { skip_special_tokens: true });
    return cleanAnswer(text, answer.length < MOST_TOKENS);
  }
  return {
    caption,
    release: async () => {
      await model.dispose();
    },
  };
}

/** Ids of what the model writes, always the likeliest next one, after those of the prompt if it gives them. */
async function write(
  model: Writer,
  tensors: object,
  isOver: () => boolean,
): Promise<BigInt64Array> {
  const written = await model.generate({
    ...tensors,
    max_new_tokens: MOST_TOKENS,
    ...{ do_sample: false, num_beams: 1, guidance_scale: null },
    ...{ return_dict_in_generate: false, output_attentions: false },
    stopping_criteria: [(sequences: readonly unknown[]) => sequences.map(isOver)],
  });
  if (v.is(WrittenSchema, written)) return written.data;
  throw new TypeError("the model wrote no tokens");
}

/** What goes into the model for a picture, and how many tokens of it come out again before the answer. */
type Inputs = (pixels: Float32Array) => {
  readonly tensors: object;
  readonly promptLength: number;
};

function inputsFor(
  { manifest: { kind, picture, pictureTokens } }: KeptCaptioner,
  { Tensor }: Transformers,
  tokenizer: Tokenizer,
): Inputs {
  const { edge } = picture;
  if (kind === "smolvlm") {
    const { before, after } = QUESTIONS.smolvlm;
    const shown = `<fake_token_around_image><global-img>${"<image>".repeat(pictureTokens)}<fake_token_around_image>`;
    const prompt = tokenizer(`${before}${shown}${after}`, { truncation: false });
    const seen = new Uint8Array(edge * edge).fill(1);
    return (pixels) => ({
      tensors: {
        ...prompt,
        pixel_values: new Tensor("float32", pixels, [1, 1, 3, edge, edge]),
        pixel_attention_mask: new Tensor("bool", seen, [1, 1, edge, edge]),
      },
      promptLength: prompt.input_ids.size,
    });
  }
  const prompt = kind === "florence2" ? tokenizer(QUESTIONS.florence2, { truncation: false }) : {};
  return (pixels) => ({
    tensors: { ...prompt, pixel_values: new Tensor("float32", pixels, [1, 3, edge, edge]) },
    promptLength: 0,
  });
}

/** transformers.js does not say which of its files it cannot open, so each is tried. */
async function namedFailure(
  captioner: KeptCaptioner,
  runtime: Runtime,
  cause: unknown,
): Promise<Error> {
  for (const { file, parts } of Object.values(captioner.manifest.graphs)) {
    if (parts > 0) continue; // Its weights are in other files.
    try {
      await (await runtime.open(file, await captioner.read(file), 1)).release();
    } catch (thrown) {
      return thrown instanceof PackError ? damaged(file, thrown) : openingFailure(file, cause);
    }
  }
  return openingFailure("onnx", cause);
}

const each = <T, R>(items: Readonly<Record<string, T>>, of: (item: T) => R): Record<string, R> =>
  Object.fromEntries(Object.entries(items).map(([name, item]) => [name, of(item)]));

const damaged = (input: string, cause: unknown): PackError =>
  new PackError({ what: "A file of the captioner is damaged.", input, next: USE, cause });

const unbuildable = (input: string, cause: unknown): PackError =>
  new PackError({
    what: "A file of the captioner does not say what the model needs.",
    input,
    next: USE,
    cause,
  });
