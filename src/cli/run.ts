import { readFile } from "node:fs/promises";
import { NeedledropError, UsageError, asNeedledropError } from "../contract/errors.ts";
import type { Command, Lines, Outcome } from "./command.ts";
import { captioner } from "./commands/captioner.ts";
import { catalogue } from "./commands/catalogue.ts";
import { embed } from "./commands/embed.ts";
import { fit } from "./commands/fit.ts";
import { index } from "./commands/index-folder.ts";
import { pack } from "./commands/pack.ts";
import { search } from "./commands/search.ts";
import type { Terminal } from "./terminal.ts";
import { errorLine } from "./text/error-line.ts";

const COMMANDS: readonly Command[] = [search, embed, fit, index, catalogue, pack, captioner];
const EXIT = { fine: 0, failed: 1, usage: 2 } as const;
const USAGE_CODES = new Set(["usage", "empty-query"]);

/** Runs `needledrop` with the given arguments; returns the exit code. Never rejects. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const json = args.includes("--json");
  try {
    const outcome = await dispatch(args, terminal);
    if ("lines" in outcome) return await printLines(outcome, terminal);
    await terminal.result(json ? JSON.stringify(outcome.json) : outcome.text);
    return EXIT.fine;
  } catch (thrown) {
    const error = asNeedledropError(thrown);
    if (json) await terminal.result(errorJson(error));
    else terminal.note(`needledrop: ${errorLine(error)}`);
    return exitCode(error);
  }
}

/** Prints each line as it comes. Returns the highest exit code of all lines. */
async function printLines({ lines }: Lines, terminal: Terminal): Promise<number> {
  let code: number = EXIT.fine;
  for await (const line of lines) {
    const failed = line instanceof NeedledropError;
    if (failed) code = Math.max(code, exitCode(line));
    await terminal.result(failed ? errorJson(line) : JSON.stringify(line.json));
  }
  return code;
}

async function dispatch(args: readonly string[], terminal: Terminal): Promise<Outcome | Lines> {
  const [name, ...rest] = args;
  if (name === "--version") return version();
  const command = COMMANDS.find((each) => each.name === name);
  if (command === undefined) {
    if (name === "--help" || name === "-h") return helpText(help());
    throw unknown(name);
  }
  if (rest.includes("--help") || rest.includes("-h")) return helpText(command.help);
  return command.run(rest, terminal);
}

async function version(): Promise<Outcome> {
  const path = new URL("../../package.json", import.meta.url);
  const { version: number } = JSON.parse(await readFile(path, "utf8")) as { version: string };
  return { json: { version: number }, text: number };
}

const helpText = (text: string): Outcome => ({ json: { help: text }, text });

function help(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length));
  const lines = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return `Needledrop finds licensed music for a scene by its description. It works offline: nothing
leaves this machine unless you download a track with "needledrop catalogue get".

Usage: needledrop <command> [options]

Commands:
${lines.join("\n")}

Options:
  --help     print this; "needledrop <command> --help" explains a command
  --version  print the version
  --json     print results, and errors, as JSON on standard output

Exit codes: 0 success, 1 failure, 2 wrong usage.`;
}

function unknown(name: string | undefined): UsageError {
  const names = COMMANDS.map((command) => command.name).join(", ");
  return new UsageError({
    what: name === undefined ? "No command was given." : "There is no such command.",
    ...(name === undefined ? {} : { input: name }),
    next: `Use one of: ${names}; or run "needledrop --help".`,
  });
}

function exitCode({ code }: NeedledropError): number {
  return USAGE_CODES.has(code) ? EXIT.usage : EXIT.failed;
}

function errorJson({ code, what, input, next }: NeedledropError): string {
  return JSON.stringify({ error: { code, what, input: input ?? null, next } });
}
