import { parseArgs, type ParseArgsConfig } from "node:util";
import { UsageError } from "../contract/errors.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;
interface Strict<O extends Options> {
  readonly args: readonly string[];
  readonly options: O;
  readonly allowPositionals: true;
  readonly strict: true;
}
/** Options and positionals, as `parseArgs` of Node types them. */
export type CommandLine<O extends Options> = ReturnType<typeof parseArgs<Strict<O>>>;

/**
 * Parses the options and positionals of a command.
 * @throws UsageError an option is unknown, or a value is missing or superfluous.
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
      next: `Run "needledrop ${command} --help" for its options.`,
    });
  }
}

/**
 * The only positional argument.
 * @param name what it is, for messages
 * @throws UsageError there is none, or more than one.
 */
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

/**
 * The value of an option that a command cannot do without.
 * @throws UsageError it is missing or blank.
 */
export function requiredOption(command: string, option: string, value: string | undefined): string {
  if (value !== undefined && value.trim() !== "") return value;
  throw new UsageError({
    what: `"needledrop ${command}" needs ${option}.`,
    next: `Run "needledrop ${command} --help" for an example.`,
  });
}

/**
 * Parses a whole number.
 * @throws UsageError it is none, or is not within `least` and `most`.
 */
export function wholeNumber(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new UsageError({
    what: `${option} must be a whole number from ${least} to ${most}.`,
    input: text,
    next: `Give ${option} such a number, or leave it out.`,
  });
}

// The rest of Node's message explains how to pass dashes as text, which does not help here.
function firstSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split(/\. |\n/, 1)[0] ?? message).replace(/\.$/, "");
}
