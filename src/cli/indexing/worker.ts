import { parentPort, workerData } from "node:worker_threads";
import { errorToWire } from "../../contract/errors.ts";
import type { AudioTower } from "../../engine/encode/audio-tower.ts";
import { nodeRuntime } from "../../engine/encode/runtime-node.ts";
import type { BeatNet } from "../../engine/hear/beat-net.ts";
import { loadPack, openAudioTower, openBeatNet } from "../../engine/open.ts";
import { diskAssets } from "../assets.ts";
import { embedFile } from "./embed-file.ts";
import type { WorkerAnswer, WorkerSetup, WorkerTask } from "./worker-messages.ts";

const setup = workerData as WorkerSetup;
const answer = (message: WorkerAnswer): void => parentPort?.postMessage(message);

/** What embeds a file, and what hears its beats, if anything is to be heard. */
async function openModels(): Promise<readonly [AudioTower, BeatNet | null]> {
  const source = { pack: await loadPack(diskAssets(setup)), runtime: nodeRuntime() };
  return [await openAudioTower(source), setup.hear ? await openBeatNet(source) : null];
}

const models = openModels();
// The first task awaits it and reports a failure; until then a rejection must not end the thread.
models.catch(() => undefined);

async function perform(task: WorkerTask): Promise<void> {
  try {
    const alive = (): void => answer({ kind: "alive" });
    const [tower, net] = await models;
    answer({ kind: "embedded", file: await embedFile(tower, task.path, alive, net) });
  } catch (error) {
    answer({ kind: "failed", error: errorToWire(error) });
  }
}

parentPort?.on("message", (task: WorkerTask) => void perform(task));
