import type { Device } from "../contract/engine.ts";
import { createAudioTower, type AudioTower } from "./encode/audio-tower.ts";
import { createClapAudio, createClapText } from "./encode/clap/clap-towers.ts";
import type { Pack } from "./encode/pack.ts";
import type { OpenRuntime, Runtime } from "./encode/runtime.ts";
import { createTextTower, type TextTower } from "./encode/text-tower.ts";
import { loadVocabulary, type PackVocabulary } from "./encode/vocabulary.ts";
import { createBeatNet, type BeatNet } from "./hear/beat-net.ts";
import { joinIndexes } from "./index/join.ts";
import type { SectionIndex } from "./index/section-index.ts";
import { createSearcher, type SearcherInParts } from "./query/search.ts";
import { createEyeNet, type EyeNet } from "./see/eye-net.ts";

export { loadPack } from "./encode/pack.ts";

/** What a model is opened from. */
export interface ModelSource {
  /** The pack that holds the model, as `loadPack` gives it. */
  readonly pack: Pack;
  /** Runs the model's graphs: `nodeRuntime()` under Node, `openWebRuntime` in a page or worker. */
  readonly runtime: OpenRuntime;
  /** Where they run; WebAssembly unless it says otherwise. */
  readonly device?: Device;
}

/** What a searcher is opened from. */
export interface SearcherSource extends ModelSource {
  /**
   * The indexes to search, at least one, all made with `pack`. A promise of them is awaited while
   * the model opens.
   */
  readonly indexes: readonly SectionIndex[] | Promise<readonly SectionIndex[]>;
}

/** A searcher, and the parts it was made of. */
export interface OpenedSearcher extends SearcherInParts {
  readonly pack: Pack;
  readonly tower: TextTower;
  readonly vocabulary: PackVocabulary;
  /** Frees the model. No search may follow. */
  release(): Promise<void>;
}

/**
 * Opens everything that answers a sentence: the text tower, the vocabulary for reasons, and the
 * indexes, side by side. It searches once, so that the first real search is warm.
 * @throws PackError a file of the pack is damaged, or its graph does not fit its manifest.
 * @throws DeviceError the device cannot run the model.
 * @throws IndexPackMismatchError the indexes were made with different packs.
 * @throws IndexFormatError the indexes keep different numbers of peaks.
 */
export async function openSearcher(source: SearcherSource): Promise<OpenedSearcher> {
  const { pack } = source;
  const [{ runtime, tower }, vocabulary, indexes] = await Promise.all([
    openTower(source, textTower),
    loadVocabulary(pack),
    source.indexes,
  ]);
  const { device } = runtime;
  const searcher = searcherOver(indexes, { pack, device, tower, vocabulary });
  searcher.find(vocabulary.vectors.slice(0, pack.dimension), { limit: 1 });
  return searcher;
}

/**
 * A searcher over other indexes with the parts of one that is open, which still works. They share the
 * model: releasing one releases both.
 * @throws IndexPackMismatchError the indexes were made with different packs.
 * @throws IndexFormatError the indexes keep different numbers of peaks.
 */
export function searcherOver(
  indexes: readonly SectionIndex[],
  parts: Pick<OpenedSearcher, "pack" | "device" | "tower" | "vocabulary">,
): OpenedSearcher {
  const { pack, device, tower, vocabulary } = parts;
  const index = joinIndexes(indexes);
  const searcher = createSearcher({ index, tower, vocabulary, device });
  return { ...searcher, pack, tower, vocabulary, release: () => tower.release() };
}

/**
 * Opens a pack's text tower, which embeds sentences.
 * @throws PackError a file of the pack is damaged, or its graph does not fit its manifest.
 * @throws DeviceError the device cannot run the model.
 */
export async function openTextTower(source: ModelSource): Promise<TextTower> {
  return (await openTower(source, textTower)).tower;
}

/**
 * Opens a pack's audio tower, which embeds audio section by section (see `embedTrack`).
 * @throws PackError a file of the pack is damaged, or its graph does not fit its manifest.
 * @throws DeviceError the device cannot run the model.
 */
export async function openAudioTower(source: ModelSource): Promise<AudioTower> {
  return (await openTower(source, audioTower)).tower;
}

/**
 * Opens the net that hears beats and bars, which ships beside the packs.
 * @param source where packs and runtime come from
 * @throws AssetError it is not part of these assets.
 * @throws PackError a file of it is damaged, or of another version.
 * @throws DeviceError the device cannot run it.
 */
export async function openBeatNet({
  pack,
  runtime,
  device = "wasm",
}: ModelSource): Promise<BeatNet> {
  return createBeatNet(pack.assets, await runtime(device, pack.assets));
}

/**
 * Opens the net that looks at pictures, which ships beside the packs.
 * @param source where packs and runtime come from
 * @throws AssetError it is not part of these assets.
 * @throws PackError a file of it is damaged, or of another version.
 * @throws DeviceError the device cannot run it.
 */
export async function openEyeNet({ pack, runtime, device = "wasm" }: ModelSource): Promise<EyeNet> {
  return createEyeNet(pack.assets, await runtime(device, pack.assets));
}

const textTower = (pack: Pack, runtime: Runtime): Promise<TextTower> =>
  (pack.manifest.layout === "clap" ? createClapText : createTextTower)(pack, runtime);
const audioTower = (pack: Pack, runtime: Runtime): Promise<AudioTower> =>
  (pack.manifest.layout === "clap" ? createClapAudio : createAudioTower)(pack, runtime);

async function openTower<T>(
  { pack, runtime: openRuntime, device = "wasm" }: ModelSource,
  create: (pack: Pack, runtime: Runtime) => Promise<T>,
): Promise<{ readonly runtime: Runtime; readonly tower: T }> {
  // transformers.js runs in the first runtime that loads it, so its models stay on one device.
  const place = pack.manifest.layout === "clap" ? "wasm" : device;
  const runtime = await openRuntime(place, pack.assets);
  return { runtime, tower: await create(pack, runtime) };
}
