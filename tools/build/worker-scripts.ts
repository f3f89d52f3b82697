import { readFileSync } from "node:fs";
import { join } from "node:path";
import webpack, { type Configuration, type WebpackPluginInstance } from "webpack";
import type { AssetName } from "../../src/contract/engine.ts";
import { browserScript } from "./browser-script.ts";
import { bundle } from "./bundle.ts";
import { NOT_NEEDED } from "./cli.ts";
import { ROOT } from "./inputs.ts";

type ScriptName = Extract<AssetName, `script/${string}`>;

/**
 * The scripts of the engine's worker, which reach it as assets, since a `file://` page may neither start
 * a worker from a file nor read the file. The engine runs at every start, the others on first use.
 * @param folder where they are written, as `engine.js` and so on
 * @throws Error one cannot be bundled
 */
export async function workerScripts(
  folder: string,
  plugins: readonly WebpackPluginInstance[],
): Promise<Record<ScriptName, Uint8Array>> {
  const scripts = [engine(folder), media(folder), transformers(folder)];
  await bundle(
    ...scripts.map((one) => ({ ...one, plugins: [...(one.plugins ?? []), ...plugins] })),
  );
  const built = (file: string): Uint8Array => readFileSync(join(folder, file));
  return {
    "script/engine": built("engine.js"),
    "script/media": built("media.js"),
    "script/transformers": built("transformers.js"),
  };
}

function engine(folder: string): Configuration {
  const base = browserScript("src/engine/worker.ts", folder, "engine.js");
  const media = new webpack.NormalModuleReplacementPlugin(
    /[\\/]decode[\\/]media\.ts$/,
    join(ROOT, "src/engine/decode/media-web.ts"),
  );
  return { ...base, plugins: [...(base.plugins ?? []), media] };
}

/** The libraries that read audio files. */
const media = (folder: string): Configuration =>
  browserScript("src/engine/decode/media-page.ts", folder, "media.js");

/** The library for CLAP packs, which most editors never need. */
function transformers(folder: string): Configuration {
  const entry = "src/engine/encode/clap/transformers-page.ts";
  const base = browserScript(entry, folder, "transformers.js");
  return { ...base, resolve: { ...base.resolve, alias: NOT_NEEDED } };
}
