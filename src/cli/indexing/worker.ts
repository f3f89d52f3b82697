import { parentPort, workerData } from "node:worker_threads";
import { errorToWire } from "../../contract/errors.ts";
import { openAudioTower, type AudioTower } from "../../engine/encode/audio-tower.ts";
import { loadPack } from "../../engine/encode/pack.ts";
import { nodeRuntime } from "../../engine/encode/runtime-node.ts";
import { diskAssets } from "../assets.ts";
import { embedFile } from "./embed-file.ts";
import type { WorkerAnswer, WorkerSetup, WorkerTask } from "./worker-messages.ts";

const setup = workerData as WorkerSetup;
const answer = (message: WorkerAnswer): void => parentPort?.postMessage(message);

async function openTower(): Promise<AudioTower> {
  const assets = diskAssets(setup);
  const runtime = await nodeRuntime(1)("wasm", assets);
  return openAudioTower(await loadPack(assets), runtime);
}

const tower = openTower();
// It is awaited with the first task, which reports the failure; until then it is nobody's.
tower.catch(() => undefined);

async function perform(task: WorkerTask): Promise<void> {
  try {
    const alive = (): void => answer({ kind: "alive" });
    answer({ kind: "embedded", file: await embedFile(await tower, task.path, alive) });
  } catch (error) {
    answer({ kind: "failed", error: errorToWire(error) });
  }
}

parentPort?.on("message", (task: WorkerTask) => void perform(task));
