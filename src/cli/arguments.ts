import { parseArgs, type ParseArgsConfig } from "node:util";
import { UsageError } from "../contract/errors.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;
interface Strict<O extends Options> {
  readonly args: readonly string[];
  readonly options: O;
  readonly allowPositionals: true;
  readonly strict: true;
}
export type CommandLine<O extends Options> = ReturnType<typeof parseArgs<Strict<O>>>;

/**
 * Options and positionals of a command.
 * @throws UsageError an unknown option, a missing or a superfluous value.
 */
export function readArguments<O extends Options>(
  command: string,
  args: readonly string[],
  options: O,
): CommandLine<O> {
  try {
    return parseArgs<Strict<O>>({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError({
      what: `${firstSentence(error)}.`,
      next: `Run "needledrop ${command} --help" for what it takes.`,
    });
  }
}

/** The single positional argument `name`. @throws UsageError there is none, or more than one. */
export function onlyPositional(
  command: string,
  name: string,
  positionals: readonly string[],
): string {
  const [first, ...rest] = positionals;
  if (first === undefined) {
    throw new UsageError({
      what: `"needledrop ${command}" needs ${name}.`,
      next: `Run "needledrop ${command} --help" for examples.`,
    });
  }
  if (rest.length > 0) {
    throw new UsageError({
      what: `"needledrop ${command}" takes one argument, not ${positionals.length}.`,
      input: positionals.join(" "),
      next: "Put it in quotation marks.",
    });
  }
  return first;
}

/** A whole number between two bounds. @throws UsageError it is not one. */
export function wholeNumber(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new UsageError({
    what: `${option} must be a whole number from ${least} to ${most}.`,
    input: text,
    next: `Give ${option} such a number, or leave it out.`,
  });
}

// Node's message goes on to explain how to pass dashes as text, which helps nobody here.
function firstSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split(/\. |\n/, 1)[0] ?? message).replace(/\.$/, "");
}
