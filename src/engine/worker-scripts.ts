import type { AssetName, AssetSource } from "../contract/engine.ts";
import { AssetError } from "../contract/errors.ts";

/** A script that the worker runs when it first needs what is in it. */
export type WorkerScript = Extract<AssetName, "script/media" | "script/transformers">;

let assets: AssetSource | null = null;
const libraries = new Map<WorkerScript, Promise<unknown>>();

/** Says where the scripts of this worker come from. */
export function readScriptsFrom(source: AssetSource): void {
  assets = source;
}

/**
 * What a script leaves in a global variable. A worker of a `file://` page may load no file, so the script
 * comes as an asset. It runs once; after a failure, again when asked again.
 * @throws AssetError it is not part of this build, does not load, or leaves nothing.
 */
export async function runLibrary<T>(script: WorkerScript, variable: string): Promise<T> {
  const running = libraries.get(script) ?? run(script, variable);
  libraries.set(script, running);
  running.catch(() => libraries.delete(script));
  return (await running) as T;
}

async function run(script: WorkerScript, variable: string): Promise<unknown> {
  if (assets === null) throw broken(script);
  const text = new Uint8Array(await assets.read(script));
  const url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  try {
    await import(/* webpackIgnore: true */ url);
  } finally {
    URL.revokeObjectURL(url);
  }
  const left = (globalThis as Record<string, unknown>)[variable];
  if (left === undefined) throw broken(script);
  return left;
}

const broken = (input: string): AssetError =>
  new AssetError({
    what: "A file of Needledrop is damaged.",
    input,
    next: "Reinstall Needledrop.",
  });
