import * as v from "valibot";
import { QUERY_LIMIT } from "../../../contract/search.ts";
import { EmptyQueryError, PackError } from "../../../contract/errors.ts";
import { sectionTower, type AudioTower } from "../audio-tower.ts";
import type { Pack } from "../pack.ts";
import { checkedEmbeddings, openingFailure, runningFailure, type Runtime } from "../runtime.ts";
import { cut, loadTokenizer, type TextTower } from "../text-tower.ts";
import { DTYPES } from "./model-files.ts";
import { fromPack, type ModelOptions } from "./transformers.ts";

/** Ids that every text gets: the start and the end mark. */
const MARKS = 2;
const EmbedsSchema = v.object({ data: v.instance(Float32Array) });
const FeaturesSchema = v.looseObject({
  input_features: v.looseObject({ data: v.instance(Float32Array) }),
});

/** Makes the text tower of a CLAP pack, and runs it once. See `createTextTower`. */
export async function createClapText(pack: Pack, runtime: Runtime): Promise<TextTower> {
  const { file, maxTokens } = pack.manifest.text;
  const { AutoTokenizer, ClapTextModelWithProjection } = await runtime.transformers();
  const known = await loadTokenizer(pack);
  const names = ["config.json", "tokenizer.json", "tokenizer_config.json", file];
  const [tokenizer, model] = await fromPack(pack, names, async (id) => [
    await AutoTokenizer.from_pretrained(id).catch((cause: unknown) => {
      throw unbuildable("tokenizer.json", cause);
    }),
    await ClapTextModelWithProjection.from_pretrained(id, modelOptions(file)).catch(
      (cause: unknown) => {
        throw openingFailure(file, cause);
      },
    ),
  ]);

  async function embed(text: string): Promise<Float32Array> {
    const cutText = cut(text, QUERY_LIMIT);
    const { input_ids, attention_mask } = tokenizer(cutText, {
      truncation: true,
      max_length: maxTokens,
    });
    if (input_ids.size <= MARKS || cutText.trim() === "") throw nothingToRead();
    const outputs = await model({ input_ids, attention_mask }).catch((cause: unknown) => {
      throw runningFailure(file, cause);
    });
    return embeddingIn(outputs, "text_embeds", file, pack.dimension);
  }
  await embed("music");
  return {
    embed,
    knows: (word) => known.knows(word),
    release: async () => {
      await model.dispose();
    },
  };
}

/**
 * Makes the audio tower of a CLAP pack. Its feature extractor gets windows of exactly the length that
 * it takes, since it cuts longer ones at random.
 */
export async function createClapAudio(pack: Pack, runtime: Runtime): Promise<AudioTower> {
  const { audio } = pack.manifest;
  const { AutoFeatureExtractor, ClapAudioModelWithProjection } = await runtime.transformers();
  const names = ["config.json", "preprocessor_config.json", audio.file];
  const [extract, model] = await fromPack(pack, names, async (id) => [
    await AutoFeatureExtractor.from_pretrained(id).catch((cause: unknown) => {
      throw unbuildable("preprocessor_config.json", cause);
    }),
    await ClapAudioModelWithProjection.from_pretrained(id, modelOptions(audio.file)).catch(
      (cause: unknown) => {
        throw openingFailure(audio.file, cause);
      },
    ),
  ]);

  async function embed(samples: Float32Array): Promise<Float32Array> {
    const features = await extract(samples);
    if (!v.is(FeaturesSchema, features)) throw unbuildable("preprocessor_config.json", null);
    const outputs = await model(features).catch((cause: unknown) => {
      throw runningFailure(audio.file, cause);
    });
    return embeddingIn(outputs, "audio_embeds", audio.file, pack.dimension);
  }
  return sectionTower(audio, {
    most: 1, // The extractor takes one at a time.
    embed: (sections) => Promise.all(sections.map(({ samples }) => embed(samples))),
    release: async () => {
      await model.dispose();
    },
  });
}

const modelOptions = (file: string): ModelOptions => ({
  device: "auto",
  dtype: DTYPES.find(({ suffix }) => file.endsWith(`_model${suffix}.onnx`))?.dtype ?? "fp32",
  session_options: { executionProviders: ["wasm"] },
});

/** The embedding that a model gave for one input, at unit length. */
function embeddingIn(
  outputs: unknown,
  name: string,
  file: string,
  dimension: number,
): Float32Array {
  const named = v.safeParse(v.looseObject({ [name]: EmbedsSchema }), outputs);
  if (!named.success) {
    throw new PackError({
      what: `The model has no output "${name}".`,
      input: file,
      next: "Use a CLAP model as transformers.js has them, with projections.",
    });
  }
  const data = checkedEmbeddings(named.output[name]?.data, { file, rows: 1, dimension });
  const length = Math.hypot(...data);
  return data.map((x) => (length > 0 ? x / length : 0));
}

const nothingToRead = (): EmptyQueryError =>
  new EmptyQueryError({
    what: "There is nothing to search for.",
    next: "Describe the scene in a few words.",
  });

const unbuildable = (input: string, cause: unknown): PackError =>
  new PackError({
    what: "A file of the CLAP model does not say what the model needs.",
    input,
    next: "Download the model again, with all its files.",
    cause,
  });
