import { readdir, readFile } from "node:fs/promises";
import { basename, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { PackFolder } from "../../../src/engine/encode/pack-folder.ts";
import { nodeRuntime } from "../../../src/engine/encode/runtime-node.ts";
import { takePack, type TakenPack } from "../../../src/engine/encode/take-pack.ts";
import { loadVocabulary } from "../../../src/engine/encode/vocabulary.ts";
import { sourceOf, toyPack } from "../toy.ts";

/** A CLAP model of random weights in the layout of transformers.js; `lab toy` makes it. */
export const TOY_CLAP = fileURLToPath(new URL("../../fixtures/toy-clap", import.meta.url));
/** A text model that gives the same embedding for every text. */
export const CONSTANT_TEXT = `${TOY_CLAP}-constant-text.onnx`;

/** New contents of files; null takes one out. */
export type Changes = Readonly<Record<string, string | Uint8Array<ArrayBuffer> | null>>;

/** The folder in memory, with some of its files changed. */
export const clapFolder = (changes: Changes = {}): Promise<PackFolder> =>
  folderWith(TOY_CLAP, changes);

/** A folder in memory, with some of its files changed. */
export async function folderWith(folder: string, changes: Changes): Promise<PackFolder> {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = `${entry.parentPath}/${entry.name}`;
    files.set(relative(folder, path).replaceAll("\\", "/"), new Uint8Array(await readFile(path)));
  }
  for (const [file, content] of Object.entries(changes)) {
    if (content === null) files.delete(file);
    else files.set(file, typeof content === "string" ? new TextEncoder().encode(content) : content);
  }
  return {
    name: basename(folder),
    files: [...files.keys()],
    read: (file) => Promise.resolve(files.get(file) ?? new Uint8Array(0)),
  };
}

/** Takes a folder in, with the words of the toy pack. */
export async function taken(folder: PackFolder): Promise<TakenPack> {
  return takePack(folder, {
    assets: sourceOf(new Map()),
    runtime: nodeRuntime(),
    words: async () => loadVocabulary(await toyPack()),
  });
}
