import type { Terminal } from "./terminal.ts";

/** What a command found out, for a machine and for a person. */
export interface Outcome {
  /** Printed by `--json`. */
  readonly json: unknown;
  /** Printed otherwise. */
  readonly text: string;
}

/** One word after `needledrop`. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` prints. */
  readonly help: string;
  /** @throws NeedledropError what was asked cannot be done. */
  run(args: readonly string[], terminal: Terminal): Promise<Outcome>;
}

/** Widest line of a result, so that it can be pasted where people paste such things. */
export const RESULT_CELLS = 100;
