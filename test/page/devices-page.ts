import type { AssetSource, Device } from "../../src/contract/engine.ts";
import { openAudioTower } from "../../src/engine/encode/audio-tower.ts";
import { loadPack } from "../../src/engine/encode/pack.ts";
import { openWebRuntime } from "../../src/engine/encode/runtime-web.ts";
import { openTextTower } from "../../src/engine/encode/text-tower.ts";
import { ScriptAssets, runScriptIn } from "../../src/panel/assets.ts";

export interface DeviceEmbeddings {
  readonly text: number[][];
  readonly audio: number[][];
}

/** Written into this script by the test that bundles it: what the build wrote into the panel's. */
declare const __ASSETS__: ConstructorParameters<typeof ScriptAssets>[0];

/** Embeddings of some sentences and of a made-up sound, by the pack that was built in. */
async function embedOn(device: Device): Promise<DeviceEmbeddings> {
  const assets: AssetSource = scriptAssets();
  const pack = await loadPack(assets);
  const runtime = await openWebRuntime(device, assets);
  const text = await openTextTower(pack, runtime);
  const sentences = ["calm piano at dawn", "a storm rolls in, dark drums", "playful pizzicato fox"];
  const texts: number[][] = [];
  for (const sentence of sentences) texts.push([...(await text.embed(sentence))]);
  const audio = await openAudioTower(pack, runtime);
  const sections: number[][] = [];
  const sound = chirp(audio.sampleRate, pack.manifest.audio.sectionSeconds);
  for await (const { embedding } of audio.embed([sound])) sections.push([...embedding]);
  return { text: texts, audio: sections };
}

function scriptAssets(): ScriptAssets {
  const assets = new ScriptAssets(__ASSETS__, runScriptIn(document, 120_000));
  Object.assign(globalThis, { __needledrop: assets.doorway });
  return assets;
}

/** A tone that rises over one section, with a beat in it. */
function chirp(sampleRate: number, seconds: number): Float32Array {
  return Float32Array.from({ length: sampleRate * seconds }, (_, i) => {
    const time = i / sampleRate;
    return 0.4 * Math.sin(2 * Math.PI * (110 + 40 * time) * time) * (time % 0.5 < 0.25 ? 1 : 0.3);
  });
}

Object.assign(globalThis, { embedOn });
