import type { AssetSource } from "../../contract/engine.ts";
import { PackError } from "../../contract/errors.ts";
import { openAudioTower, openTextTower, type ModelSource } from "../open.ts";
import { describeClap, vocabularyOf, type Words } from "./clap/describe-clap.ts";
import { loadPack, type Pack } from "./pack.ts";
import { assetsWith, type PackFolder } from "./pack-folder.ts";
import { loadVocabulary } from "./vocabulary.ts";

/** A pack that was verified, and its files as they are to be kept. */
export interface TakenPack {
  readonly pack: Pack;
  /** The content of each file, pack.json among them; read one at a time, since they are large. */
  readonly files: readonly string[];
  read(file: string): Promise<Uint8Array<ArrayBuffer>>;
}

/** What it takes to take a pack in. */
export interface TakeOptions extends Pick<ModelSource, "runtime"> {
  /** Where the runtime's files come from. */
  readonly assets: AssetSource;
  /** Reasons are made of these, with a model that brings no words of its own. */
  readonly words: () => Promise<Words>;
  /** Called as it goes on, with the share that is done, 0 to 1. */
  readonly onProgress?: (done: number) => void;
}

/** Share of the work that embedding the words takes. */
const WORDS_SHARE = 0.8;

/**
 * Takes in a folder: a pack of ours, or a CLAP model in the layout of transformers.js, which becomes
 * one. Every file is compared with its hash, both towers are opened, and each embeds something.
 * @throws PackError it is neither, or something in it is missing, damaged, or does not fit.
 * @throws DeviceError the device cannot run the model.
 */
export async function takePack(folder: PackFolder, options: TakeOptions): Promise<TakenPack> {
  const taken = folder.files.includes("pack.json")
    ? await takeOwn(folder, options)
    : await takeClap(folder, options);
  await tryOut(taken.pack, options);
  options.onProgress?.(1);
  return taken;
}

async function takeOwn(folder: PackFolder, { assets }: TakeOptions): Promise<TakenPack> {
  const pack = await loadPack(assetsWith(assets, (file) => present(folder, file)));
  const files = Object.keys(pack.manifest.files);
  for (const file of files) await pack.read(file);
  await loadVocabulary(pack);
  return { pack, files: ["pack.json", ...files], read: (file) => folder.read(file) };
}

async function takeClap(folder: PackFolder, options: TakeOptions): Promise<TakenPack> {
  if (!folder.files.includes("config.json")) throw noPack(folder.name);
  const words = await options.words();
  // The first is only for its text tower, which makes the vocabulary of the second.
  const wordless = await packOf(folder, new TextEncoder().encode("{}"), options.assets);
  const vectors = await embedWords(wordless.pack, words, options);
  return packOf(folder, vocabularyOf(words, vectors), options.assets);
}

async function packOf(
  folder: PackFolder,
  vocabulary: Uint8Array<ArrayBuffer>,
  assets: AssetSource,
): Promise<TakenPack> {
  const manifest = await describeClap(folder, vocabulary);
  const made = new Map([
    ["pack.json", new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`)],
    ["vocabulary.json", vocabulary],
  ]);
  const read = (file: string): Promise<Uint8Array<ArrayBuffer>> => {
    const bytes = made.get(file);
    return bytes === undefined ? present(folder, file) : Promise.resolve(bytes);
  };
  const files = ["pack.json", ...Object.keys(manifest.files)];
  return { pack: await loadPack(assetsWith(assets, read)), files, read };
}

async function embedWords(
  pack: Pack,
  { words }: Words,
  { runtime, onProgress }: TakeOptions,
): Promise<Float32Array[]> {
  const tower = await openTextTower({ pack, runtime });
  try {
    const vectors: Float32Array[] = [];
    for (const word of words) {
      vectors.push(await tower.embed(word));
      onProgress?.((WORDS_SHARE * vectors.length) / words.length);
    }
    return vectors;
  } finally {
    await tower.release();
  }
}

/** Opens both towers; each embeds once. */
async function tryOut(pack: Pack, { runtime }: TakeOptions): Promise<void> {
  await (await openTextTower({ pack, runtime })).release();
  const audio = await openAudioTower({ pack, runtime });
  try {
    const { sampleRate } = audio;
    // A chord: silence has no direction.
    const chord = Float32Array.from({ length: sampleRate }, (_, i) =>
      [220, 277, 330].reduce(
        (sum, hz) => sum + Math.sin((2 * Math.PI * hz * i) / sampleRate) / 4,
        0,
      ),
    );
    await audio.embed([chord]).next();
  } finally {
    await audio.release();
  }
}

/** A file of a folder. @throws PackError it is not there. */
async function present(folder: PackFolder, file: string): Promise<Uint8Array<ArrayBuffer>> {
  if (folder.files.includes(file)) return folder.read(file);
  throw new PackError({
    what: "The folder lacks a file of the pack.",
    input: file,
    next: "Copy the pack again, with all its files.",
  });
}

const noPack = (input: string): PackError =>
  new PackError({
    what: "This folder holds no pack, and no CLAP model in the layout of transformers.js.",
    input,
    next: "Choose a folder with a pack.json, or with a config.json and an onnx folder.",
  });
