import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import webpack, { type Configuration } from "webpack";
import { EsbuildPlugin } from "esbuild-loader";
import type { AssetName } from "../../src/contract/engine.ts";
import { BEAT_NET } from "../../src/cli/assets.ts";
import { writeAssetScripts, type AssetFile } from "./asset-scripts.ts";
import { placeAudio } from "./audio.ts";
import { PAGE_BUDGET, SizeBudget } from "./budget.ts";
import { joinCatalogues } from "./catalogues.ts";
import { NOT_NEEDED } from "./cli.ts";
import { functionWrapper } from "./engine-wrapper.ts";
import { ROOT, buildInputs, requireInputs, type BuildInputs } from "./inputs.ts";
import { ThirdPartyNotices } from "./notices.ts";
import { panelPage, writePages } from "./pages.ts";
import { typescript } from "./typescript.ts";

const TARGET = "es2022";

/**
 * Prepares everything that is not code (asset scripts, audio, pages) and returns one webpack
 * configuration for each script that ships.
 * @throws AssetError a pack, index or audio file is missing
 */
export async function configurations(
  inputs: BuildInputs = buildInputs(),
): Promise<Configuration[]> {
  requireInputs(inputs);
  const page = join(inputs.distFolder, "page");
  mkdirSync(page, { recursive: true });
  const { index, audio } = await joinCatalogues(inputs);
  // Without a map, the engine lays the tracks out itself.
  const map = existsSync(inputs.mapFile) ? { map: readFileSync(inputs.mapFile) } : {};
  const sources = { ...packAndRuntime(inputs.packFolder), index, ...map };
  const assets = writeAssetScripts(sources, page, join(inputs.distFolder, "assets.json"));
  placeAudio(audio, inputs.audioFolder, join(page, "audio"));
  writePages(inputs.distFolder);
  const notices = new ThirdPartyNotices(join(page, "THIRD-PARTY.txt"));
  return [
    engine(join(page, "assets")),
    transformers(join(page, "assets")),
    panel(page, assets),
    demo(inputs.distFolder),
    plugin(join(inputs.distFolder, "plugin")),
  ].map((script) => ({ ...script, plugins: [...(script.plugins ?? []), notices] }));
}

/** The assets that are files already: the pack, and the ONNX runtime for each device. */
function packAndRuntime(
  packFolder: string,
): Record<Exclude<AssetName, "index" | "map" | "transformers">, Uint8Array> {
  const runtime = join(ROOT, "node_modules/onnxruntime-web/dist");
  const pack = (file: string): Buffer => readFileSync(join(packFolder, file));
  return {
    "ort/wasm": readFileSync(join(runtime, "ort-wasm-simd-threaded.wasm")),
    "ort/webgpu": readFileSync(join(runtime, "ort-wasm-simd-threaded.jspi.wasm")),
    "pack/pack.json": pack("pack.json"),
    "pack/text.onnx": pack("text.onnx"),
    "pack/audio.onnx": pack("audio.onnx"),
    "pack/tokenizer.json": pack("tokenizer.json"),
    "pack/vocabulary.json": pack("vocabulary.json"),
    "beats/beats.json": readFileSync(join(BEAT_NET, "beats.json")),
    "beats/beats.onnx": readFileSync(join(BEAT_NET, "beats.onnx")),
  };
}

function engine(folder: string): Configuration {
  const base = browserScript("src/engine/worker.ts", folder, "engine.js");
  return { ...base, plugins: [...(base.plugins ?? []), ...functionWrapper("engine")] };
}

/** The library for CLAP packs, which most editors never need. */
function transformers(folder: string): Configuration {
  const entry = "src/engine/encode/clap/transformers-page.ts";
  const base = browserScript(entry, folder, "transformers.js");
  return {
    ...base,
    resolve: { ...base.resolve, alias: NOT_NEEDED },
    plugins: [...(base.plugins ?? []), ...functionWrapper("transformers")],
  };
}

function panel(folder: string, files: Record<string, AssetFile>): Configuration {
  const base = browserScript("src/panel/main.ts", folder, "needledrop.js");
  const scripts = { engine: "assets/engine.js", transformers: "assets/transformers.js" };
  const assets = JSON.stringify({ ...scripts, files });
  return {
    ...base,
    plugins: [
      ...(base.plugins ?? []),
      new webpack.DefinePlugin({ __ASSETS__: assets, __VERSION__: JSON.stringify(version()) }),
      new SizeBudget("needledrop.js", PAGE_BUDGET),
    ],
  };
}

function version(): string {
  const about = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
  return about.version;
}

function demo(folder: string): Configuration {
  const base = browserScript("src/demo/main.ts", folder, "demo.js");
  const page = JSON.stringify(panelPage("page/"));
  const define = new webpack.DefinePlugin({ __PANEL_PAGE__: page });
  return { ...base, plugins: [...(base.plugins ?? []), define] };
}

/** One classic script with everything in it, since a `file://` page cannot import modules. */
export function browserScript(entry: string, folder: string, file: string): Configuration {
  return {
    ...script(entry, folder, file),
    name: file,
    target: ["web", TARGET],
    plugins: [
      // Otherwise webpack writes this machine's path here. The engine never uses it.
      new webpack.DefinePlugin({ "import.meta.url": "self.location.href" }),
    ],
  };
}

function plugin(folder: string): Configuration {
  const base = script("plugin/main.ts", folder, "index.js");
  return {
    ...base,
    name: "plugin",
    target: TARGET,
    output: { ...base.output, library: { type: "commonjs2" }, chunkFormat: "commonjs" },
    externalsType: "commonjs2",
    externals: { fs: "fs", uxp: "uxp", premierepro: "premierepro" },
  };
}

function script(entry: string, folder: string, file: string): Configuration {
  return {
    mode: "production",
    context: ROOT,
    entry: join(ROOT, entry),
    output: { path: folder, filename: file },
    devtool: false,
    performance: false,
    stats: "errors-warnings",
    resolve: { extensions: [".ts", ".js"] },
    module: {
      parser: { javascript: { url: false, dynamicImportMode: "eager" } },
      rules: [typescript(TARGET)],
    },
    // Licences go into THIRD-PARTY.txt; errors keep the names of their classes.
    optimization: {
      minimizer: [new EsbuildPlugin({ target: TARGET, legalComments: "none", keepNames: true })],
    },
  };
}
