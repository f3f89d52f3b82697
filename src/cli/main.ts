import { run } from "./run.ts";
import { openTerminal } from "./terminal.ts";

// What a shell expects of a program that ended by this signal.
const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

/** The program: runs the arguments in this process and returns the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  for (const [signal, code] of Object.entries(SIGNALS)) {
    // Through process.exit, so that half-written files are removed on the way out.
    process.once(signal, () => process.exit(code));
  }
  return run(args, openTerminal());
}
