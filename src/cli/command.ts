import type { NeedledropError } from "../contract/errors.ts";
import type { Terminal } from "./terminal.ts";

/** The result of a command, for a machine and for a person. */
export interface Outcome {
  /** Printed by `--json`. */
  readonly json: unknown;
  /** Printed otherwise. */
  readonly text: string;
}

/** Many results, each printed as one line of JSON as soon as it is there. */
export interface Lines {
  /** An error takes the line of the result that it stands for; the command goes on after it. */
  readonly lines: AsyncIterable<{ readonly json: unknown } | NeedledropError>;
}

/** One word after `needledrop`. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` prints. */
  readonly help: string;
  /**
   * Runs the command.
   * @param args what follows the command's name
   * @throws NeedledropError the command cannot do what was asked.
   */
  run(args: readonly string[], terminal: Terminal): Promise<Outcome | Lines>;
}

/** Widest line of a result, so that it can be pasted anywhere. */
export const RESULT_CELLS = 100;
