import { UsageError } from "../contract/errors.ts";
import type { Command } from "./command.ts";

/** The commands below a command, by the word that names them: `add` in `needledrop pack add`. */
export type CommandParts = Readonly<Record<string, Command["run"]>>;

/**
 * Runs the part that the first argument names.
 * @param name of the command
 * @throws UsageError there is no such part
 */
export function runPart(name: string, parts: CommandParts): Command["run"] {
  return async ([word, ...args], terminal) => {
    const part = word !== undefined && Object.hasOwn(parts, word) ? parts[word] : undefined;
    if (part !== undefined) return part(args, terminal);
    throw new UsageError({
      what: `"needledrop ${name}" takes ${alternatives(Object.keys(parts))}.`,
      ...(word === undefined ? {} : { input: word }),
      next: `Run "needledrop ${name} --help" for an explanation.`,
    });
  };
}

/** "a", "b" or "c". */
function alternatives(words: readonly string[]): string {
  const quoted = words.map((word) => `"${word}"`);
  return `${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1) ?? ""}`;
}
