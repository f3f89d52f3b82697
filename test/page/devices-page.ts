import type { Device } from "../../src/contract/engine.ts";
import { openWebRuntime } from "../../src/engine/encode/runtime-web.ts";
import { unpacking } from "../../src/engine/unpacking.ts";
import { loadPack, openAudioTower, openTextTower } from "../../src/engine/open.ts";
import { ScriptAssets, runScriptIn } from "../../src/panel/loading/assets.ts";

export interface DeviceEmbeddings {
  readonly text: number[][];
  readonly audio: number[][];
}

/** Written into this script by the test that bundles it: what the build wrote into the panel's. */
declare const __ASSETS__: ConstructorParameters<typeof ScriptAssets>[0];

/** Embeddings of some sentences and of a made-up sound, by the pack that was built in. */
async function embedOn(device: Device): Promise<DeviceEmbeddings> {
  const pack = await loadPack(unpacking(scriptAssets()));
  const source = { pack, device, runtime: openWebRuntime };
  const text = await openTextTower(source);
  const sentences = ["calm piano at dawn", "a storm rolls in, dark drums", "playful pizzicato fox"];
  const texts: number[][] = [];
  for (const sentence of sentences) texts.push([...(await text.embed(sentence))]);
  const audio = await openAudioTower(source);
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
