/** The two streams of a command: results go to standard output, everything else to standard error. */
export interface Terminal {
  /** Writes a result. Resolves when the stream takes more. */
  result(text: string): Promise<void>;
  /** Writes a message for the person at the terminal; never part of the result. */
  note(text: string): void;
  /** Replaces the status line; null if the terminal cannot rewrite lines. */
  readonly status: ((text: string) => void) | null;
}

/** The part of a stream that a terminal uses. */
export interface TextStream {
  readonly isTTY?: boolean;
  /** False: wait for "drain" before writing more. */
  write(text: string): unknown;
  once?(event: "drain", listener: () => void): unknown;
}

const ERASE_LINE = "\r\u001b[2K";

/** A terminal over two streams, by default those of this process. */
export function openTerminal(
  stdout: TextStream = process.stdout,
  stderr: TextStream = process.stderr,
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
  };
}
