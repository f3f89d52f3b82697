import { run } from "./run.ts";
import { openTerminal } from "./terminal.ts";

// The exit codes that shells expect of a program that was ended by a signal.
const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;
const SIGPIPE = 141;

/** The program: runs a command line in this process and returns the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  for (const [signal, code] of Object.entries(SIGNALS)) {
    // `process.exit` runs the handlers that remove half-written files.
    process.once(signal, () => process.exit(code));
  }
  // The reader may stop early, as in `needledrop … | head`.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(SIGPIPE);
    throw error;
  });
  return run(args, openTerminal());
}
