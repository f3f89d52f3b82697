import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import webpack, { type Configuration } from "webpack";
import type { AssetName } from "../../src/contract/engine.ts";
import { BEAT_NET, EYE_NET } from "../../src/cli/assets.ts";
import { writeAssetScripts, type AssetFile } from "./asset-scripts.ts";
import { placeAudio } from "./audio.ts";
import { TARGET, browserScript, script } from "./browser-script.ts";
import { PAGE_BUDGET, SizeBudget } from "./budget.ts";
import { joinCatalogues } from "./catalogues.ts";
import { writeDemoAudio } from "./demo-audio.ts";
import { ROOT, buildInputs, requireInputs, type BuildInputs } from "./inputs.ts";
import { ThirdPartyNotices } from "./notices.ts";
import { panelPage, writePages } from "./pages.ts";
import { workerScripts } from "./worker-scripts.ts";

/**
 * Prepares everything that pages read (asset scripts, among them those of the worker, audio, HTML) and returns
 * one webpack configuration for each script that a page or the plugin begins with. The panel's holds the list of assets.
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
  const notices = new ThirdPartyNotices(join(page, "THIRD-PARTY.txt"));
  const scripts = await workerScripts(join(inputs.distFolder, "worker"), [notices]);
  const sources = { ...packAndRuntime(inputs.packFolder), ...scripts, index, ...map };
  const assets = writeAssetScripts(sources, page, join(inputs.distFolder, "assets.json"));
  placeAudio(audio, inputs.audioFolder, join(page, "audio"));
  writeDemoAudio(audio, inputs.audioFolder, join(inputs.distFolder, "demo-audio"));
  writePages(inputs.distFolder);
  return [
    panel(page, assets),
    demo(inputs.distFolder),
    plugin(join(inputs.distFolder, "plugin")),
  ].map((script) => ({ ...script, plugins: [...(script.plugins ?? []), notices] }));
}

/** The assets that are files already: the pack, and the ONNX runtime for each device. */
function packAndRuntime(
  packFolder: string,
): Record<Exclude<AssetName, "index" | "map" | `script/${string}`>, Uint8Array> {
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
    "eye/eye.json": readFileSync(join(EYE_NET, "eye.json")),
    "eye/eye.onnx": readFileSync(join(EYE_NET, "eye.onnx")),
  };
}

function panel(folder: string, files: Record<string, AssetFile>): Configuration {
  const base = browserScript("src/panel/main.ts", folder, "needledrop.js");
  return {
    ...base,
    plugins: [
      ...(base.plugins ?? []),
      new webpack.DefinePlugin({
        __ASSETS__: JSON.stringify(files),
        __VERSION__: JSON.stringify(version()),
      }),
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
