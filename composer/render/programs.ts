import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { UsageError } from "../lib/usage-error.ts";

/** Path of a program on the search path, or undefined. */
export function findProgram(name: string, path = process.env["PATH"] ?? ""): string | undefined {
  return path
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** Throws a UsageError with instructions if a program is missing. */
export function needPrograms(): void {
  const missing = ["fluidsynth", "ffmpeg"].filter((name) => findProgram(name) === undefined);
  if (missing.length > 0) {
    throw new UsageError(
      `Rendering needs ${missing.join(" and ")}. Install with "apt install fluidsynth ffmpeg ` +
        `musescore-general-soundfont fluid-soundfont-gm" (Debian, Ubuntu) or "brew install fluidsynth ` +
        `ffmpeg" (macOS; the sound fonts come from their makers' pages, see composer/README.md).`,
    );
  }
}

/**
 * Runs a program to its end, with `input` on its standard input if given.
 * @throws Error if it fails or exceeds the limit (milliseconds); the message ends with its last output.
 */
export async function run(
  program: string,
  args: readonly string[],
  { limit, input }: { limit: number; input?: Uint8Array },
): Promise<{ stdout: Buffer; stderr: string }> {
  return await new Promise((resolve, reject) => {
    const child = spawn(program, args, { timeout: limit, killSignal: "SIGKILL" });
    const out: Buffer[] = [];
    let stderr = "";
    child.stdout.on("data", (data: Buffer) => out.push(data));
    child.stderr.on("data", (data: Buffer) => {
      stderr = (stderr + data.toString()).slice(-20_000);
    });
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === 0) resolve({ stdout: Buffer.concat(out), stderr });
      else {
        const why = signal
          ? `was stopped (${signal}) after ${limit} ms`
          : `ended with ${code ?? "?"}`;
        reject(new Error(`${program} ${why}: ${stderr.trim().slice(-400)}`));
      }
    });
    // A program that stops reading early reports its own error through its exit code.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });
}
