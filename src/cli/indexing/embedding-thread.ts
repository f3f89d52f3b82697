import { Worker } from "node:worker_threads";
import { after } from "../../shared/clock.ts";
import { AudioError, errorFromWire } from "../../contract/errors.ts";
import type { EmbeddedFile } from "./embed-file.ts";
import type { WorkerAnswer, WorkerSetup, WorkerTask } from "./worker-messages.ts";

/** A thread that says nothing for so long hangs in a decoder: a batch of sections takes seconds. */
const STALL_LIMIT_MS = 120_000;

export interface EmbeddingThread {
  /**
   * Decodes and embeds a file, one at a time.
   * @throws AudioError the file cannot be read, or its decoder hung or crashed.
   * @throws PackError, DeviceError the model cannot be run at all.
   */
  embed(path: string): Promise<EmbeddedFile>;
  close(): Promise<void>;
}

export interface ThreadOptions extends WorkerSetup {
  readonly stallLimitMs?: number;
  /** The program of the thread. */
  readonly program?: URL;
}

/**
 * A thread of its own for decoding and embedding. Decoders run foreign bytes and may loop for ever;
 * then the thread is ended, the file reported, and the next file gets a fresh one.
 */
export function embeddingThread({
  stallLimitMs = STALL_LIMIT_MS,
  program = new URL("./worker.js", import.meta.url),
  pack,
}: ThreadOptions): EmbeddingThread {
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
    if (from !== worker) return; // It has been given up already.
    void discard().then(() => settle(({ path, reject }) => reject(describe(path))));
  }

  function watch(running: Worker): void {
    stopTimer();
    stopTimer = after(stallLimitMs, () => giveUp(running, hung));
  }

  function start(): Worker {
    // Decoders write their troubles to the console; ours are reported as errors instead.
    const started = new Worker(program, { workerData: { pack }, stdout: true, stderr: true });
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
    what: "The decoder got stuck in this file.",
    input: path,
    next: "Export it again, or convert it to WAV.",
  });
const crashed = (path: string, cause: unknown): AudioError =>
  new AudioError({
    what: "The decoder broke down over this file.",
    input: path,
    next: "Export it again, or convert it to WAV.",
    cause,
  });
