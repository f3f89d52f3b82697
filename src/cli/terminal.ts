/** The two streams of a command: the result goes to one, everything said beside it to the other. */
export interface Terminal {
  /** Writes the result. */
  result(text: string): void;
  /** Says something to the person watching; never part of the result. */
  note(text: string): void;
  /** Shows a line that replaces the last one shown, where the terminal can do that. */
  status: ((text: string) => void) | null;
}

const ERASE_LINE = "\r\u001b[2K";

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  let shown = false;
  const erase = (): void => {
    if (shown) stderr.write(ERASE_LINE);
    shown = false;
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
    status: stderr.isTTY
      ? (text) => {
          stderr.write(ERASE_LINE + text);
          shown = true;
        }
      : null,
  };
}
