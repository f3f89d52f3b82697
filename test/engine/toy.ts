import { readFile } from "node:fs/promises";
import type { AssetName, AssetSource } from "../../src/contract/engine.ts";
import type { Track } from "../../src/contract/track.ts";
import { UNKNOWN_LICENCE } from "../../src/contract/track.ts";
import type { UnderstoodItem } from "../../src/contract/understanding.ts";
import type { SectionEmbedding } from "../../src/engine/encode/audio-tower.ts";
import { loadPack, type Pack, type PackIdentity } from "../../src/engine/encode/pack.ts";
import { readIndex } from "../../src/engine/index/reader.ts";
import type { SectionIndex } from "../../src/engine/index/section-index.ts";
import type { IndexEntry } from "../../src/engine/index/entries.ts";
import { writeIndex } from "../../src/engine/index/writer.ts";

/** `toy-pack` has an audio graph of whole sections, `toy-blocks-pack` one of blocks. */
type ToyPack = "toy-pack" | "toy-blocks-pack";

/** Assets in memory: the toy pack's files, and what `changes` puts in their place. */
export async function toyAssets(
  changes: Partial<Record<AssetName, Uint8Array>> = {},
  name: ToyPack = "toy-pack",
): Promise<Map<string, Uint8Array>> {
  const folder = new URL(`../fixtures/${name}/`, import.meta.url);
  const files = ["pack.json", "text.onnx", "audio.onnx", "tokenizer.json", "vocabulary.json"];
  const assets = new Map<string, Uint8Array>();
  for (const file of files) {
    assets.set(`pack/${file}`, new Uint8Array(await readFile(new URL(file, folder))));
  }
  for (const [asset, bytes] of Object.entries(changes)) assets.set(asset, bytes);
  return assets;
}

export function sourceOf(assets: ReadonlyMap<string, Uint8Array>): AssetSource {
  return {
    read: (name) => {
      const bytes = assets.get(name);
      return bytes ? Promise.resolve(bytes) : Promise.reject(new Error(`no asset ${name}`));
    },
  };
}

export async function toyPack(name: ToyPack = "toy-pack"): Promise<Pack> {
  return loadPack(sourceOf(await toyAssets({}, name)));
}

export function track(id: string, changes: Partial<Track> = {}): Track {
  return {
    id,
    title: `Title of ${id}`,
    artist: `Artist of ${id}`,
    catalogue: "Test",
    licence: UNKNOWN_LICENCE,
    audio: { kind: "file", path: `${id}.wav` },
    seconds: 60,
    bpm: null,
    key: null,
    vocals: null,
    tags: [],
    ...changes,
  };
}

/** A track whose audio is not here. */
export function remote(id: string, changes: Partial<Track> = {}): Track {
  return track(id, { audio: { kind: "remote", page: "https://example.com/far" }, ...changes });
}

/** Sections of 10 s every 5 s with these embeddings. */
export function sections(...embeddings: readonly (readonly number[])[]): SectionEmbedding[] {
  return embeddings.map((embedding, i) => ({
    start: 5 * i,
    end: 5 * i + 10,
    embedding: Float32Array.from(embedding),
  }));
}

export const PLANE: PackIdentity = { id: "plane@1", hash: "0f".repeat(32), dimension: 2 };

/** An index over a two-dimensional space, where expected scores can be read off. */
export function planeIndex(entries: readonly Omit<IndexEntry, "peaks">[]): SectionIndex {
  const whole = entries.map((entry) => ({ ...entry, peaks: new Uint8Array(0) }));
  return readIndex(writeIndex(PLANE, whole), PLANE);
}

/** A repeatable stream of numbers in [0, 1): tests must not depend on luck. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export function randomVector(length: number, next: () => number): Float32Array {
  const vector = Float32Array.from({ length }, () => next() - 0.5);
  const norm = Math.hypot(...vector);
  return vector.map((x) => x / norm);
}

/** An item of a query that excludes a concept. */
export const without = (concept: string, strength: number): UnderstoodItem => ({
  kind: "without",
  text: "",
  label: { concept, strength },
});
