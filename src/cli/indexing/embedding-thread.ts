import { Worker } from "node:worker_threads";
import { after } from "../../shared/clock.ts";
import { AudioError, errorFromWire } from "../../contract/errors.ts";
import type { EmbeddedFile, Embedder } from "../../engine/library/embed-all.ts";
import type { WorkerAnswer, WorkerSetup, WorkerTask } from "./worker-messages.ts";

/** A thread that is silent for so long hangs in a decoder; a batch of sections takes only seconds. */
const STALL_LIMIT_MS = 120_000;

/** How to run a thread. */
export interface ThreadOptions extends WorkerSetup {
  readonly stallLimitMs?: number;
  /** The script of the thread. */
  readonly program?: URL;
}

/**
 * Decodes and embeds files on a thread of its own. Decoders process untrusted bytes and may loop
 * forever; the thread is then ended, the file is reported, and the next file gets a new thread.
 */
export function embeddingThread({
  stallLimitMs = STALL_LIMIT_MS,
  program = new URL("./worker.js", import.meta.url),
  pack,
  hear,
}: ThreadOptions): Embedder {
  let worker: Worker | null = null;
  let task: Task | null = null;
  let stopTimer = (): void => undefined;

  function settle(finish: (task: Task) => void): void {
    stopTimer();
    const settled = task;
    task = null;
    if (settled !== null) finish(settled);
  }

  async function discard(): Promise<void> {
    const ending = worker;
    worker = null;
    await ending?.terminate();
  }

  function giveUp(from: Worker, describe: (path: string) => AudioError): void {
    if (from !== worker) return; // It was given up before.
    void discard().then(() => settle(({ path, reject }) => reject(describe(path))));
  }

  function watch(running: Worker): void {
    stopTimer();
    stopTimer = after(stallLimitMs, () => giveUp(running, hung));
  }

  function start(): Worker {
    // Decoders write to the console; failures are reported as errors instead.
    const started = new Worker(program, {
      workerData: { pack, hear } satisfies WorkerSetup,
      stdout: true,
      stderr: true,
    });
    started.stdout.resume();
    started.stderr.resume();
    started.on("message", (message: WorkerAnswer) => {
      if (message.kind === "alive") watch(started);
      else if (message.kind === "embedded") settle(({ resolve }) => resolve(message.file));
      else settle(({ reject }) => reject(errorFromWire(message.error)));
    });
    started.on("error", (cause) => giveUp(started, (path) => crashed(path, cause)));
    started.on("exit", () => giveUp(started, (path) => crashed(path, "The thread ended.")));
    return started;
  }

  return {
    embed: (path) =>
      new Promise((resolve, reject) => {
        task = { path, resolve, reject };
        worker ??= start();
        watch(worker);
        worker.postMessage({ path } satisfies WorkerTask);
      }),
    close: async () => {
      stopTimer();
      await discard();
    },
  };
}

interface Task {
  readonly path: string;
  readonly resolve: (file: EmbeddedFile) => void;
  readonly reject: (error: Error) => void;
}

const hung = (path: string): AudioError =>
  new AudioError({
    what: "The decoder got stuck on this file.",
    input: path,
    next: "Export it again, or convert it to WAV.",
  });
const crashed = (path: string, cause: unknown): AudioError =>
  new AudioError({
    what: "The decoder crashed on this file.",
    input: path,
    next: "Export it again, or convert it to WAV.",
    cause,
  });
