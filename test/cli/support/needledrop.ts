import { spawn } from "node:child_process";
import { PROGRAM } from "./paths.ts";

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const TIME_LIMIT_MS = 50_000;

/** Runs the program as a shell would. */
export function needledrop(...args: string[]): Promise<Finished> {
  return finish(args, null);
}

/** The same, but presses Ctrl-C as soon as standard error contains `cue`. */
export function needledropInterrupted(cue: string, ...args: string[]): Promise<Finished> {
  return finish(args, cue);
}

function finish(args: readonly string[], cue: string | null): Promise<Finished> {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    timeout: TIME_LIMIT_MS,
    killSignal: "SIGKILL",
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (text: Buffer) => (stdout += text.toString()));
  child.stderr.on("data", (text: Buffer) => {
    stderr += text.toString();
    if (cue !== null && stderr.includes(cue)) child.kill("SIGINT");
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}
