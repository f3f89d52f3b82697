/** The two streams of a command: the result goes to one, everything said beside it to the other. */
export interface Terminal {
  /** Writes the result. */
  result(text: string): void;
  /** Says something to the person watching; never part of the result. */
  note(text: string): void;
  /** Shows a line in place of the one shown before; null where nothing can be rewritten. */
  readonly status: ((text: string) => void) | null;
}

/** What a terminal needs of a stream. */
export interface TextStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
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
      stdout.write(`${text}\n`);
    },
    note: (text) => {
      erase();
      stderr.write(`${text}\n`);
    },
    status: stderr.isTTY === true ? show : null,
  };
}
