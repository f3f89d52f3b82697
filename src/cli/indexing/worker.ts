import { parentPort, workerData } from "node:worker_threads";
import { errorToWire } from "../../contract/errors.ts";
import type { AudioTower } from "../../engine/encode/audio-tower.ts";
import { nodeRuntime } from "../../engine/encode/runtime-node.ts";
import { loadPack, openAudioTower } from "../../engine/open.ts";
import { diskAssets } from "../assets.ts";
import { embedFile } from "./embed-file.ts";
import type { WorkerAnswer, WorkerSetup, WorkerTask } from "./worker-messages.ts";

const setup = workerData as WorkerSetup;
const answer = (message: WorkerAnswer): void => parentPort?.postMessage(message);

async function openTower(): Promise<AudioTower> {
  return openAudioTower({ pack: await loadPack(diskAssets(setup)), runtime: nodeRuntime() });
}

const tower = openTower();
// The first task awaits it and reports a failure; until then a rejection must not end the thread.
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
