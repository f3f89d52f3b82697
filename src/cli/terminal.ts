import { createInterface } from "node:readline";

/** The two streams of a command: results go to standard output, everything else to standard error. */
export interface Terminal {
  /** Writes a result. Resolves when the stream takes more. */
  result(text: string): Promise<void>;
  /** Writes a message for the person at the terminal; never part of the result. */
  note(text: string): void;
  /** Replaces the status line; null if the terminal cannot rewrite lines. */
  readonly status: ((text: string) => void) | null;
  /** Asks the person a question that takes yes or no; left out if nobody is there to answer. */
  readonly ask?: (question: string) => Promise<boolean>;
}

/** The part of a stream that a terminal uses. */
export interface TextStream {
  readonly isTTY?: boolean;
  /** False: wait for "drain" before writing more. */
  write(text: string): unknown;
  once?(event: "drain", listener: () => void): unknown;
}

const ERASE_LINE = "\r\u001b[2K";

/** A terminal over the streams of a process, by default of this one. */
export function openTerminal(
  stdout: TextStream = process.stdout,
  stderr: TextStream = process.stderr,
  stdin: NodeJS.ReadStream = process.stdin,
): Terminal {
  let shown = false;
  const erase = (): void => {
    if (shown) stderr.write(ERASE_LINE);
    shown = false;
  };
  const show = (text: string): void => {
    stderr.write(ERASE_LINE + text);
    shown = true;
  };
  return {
    result: (text) => {
      erase();
      const full = stdout.write(`${text}\n`) === false && stdout.once !== undefined;
      return full ? new Promise((resolve) => stdout.once?.("drain", resolve)) : Promise.resolve();
    },
    note: (text) => {
      erase();
      stderr.write(`${text}\n`);
    },
    status: stderr.isTTY === true ? show : null,
    ...(stderr.isTTY === true && stdin.isTTY
      ? {
          ask: async (question) => {
            erase();
            stderr.write(`${question} [y/N] `);
            return /^\s*y(es)?\s*$/i.test(await lineOf(stdin));
          },
        }
      : {}),
  };
}

/** The next line that is typed; empty if the input ends before. */
async function lineOf(input: NodeJS.ReadableStream): Promise<string> {
  const lines = createInterface({ input });
  try {
    for await (const line of lines) return line;
    return "";
  } finally {
    lines.close();
  }
}
