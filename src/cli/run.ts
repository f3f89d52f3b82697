import { readFile } from "node:fs/promises";
import { UsageError, asNeedledropError, type NeedledropError } from "../contract/errors.ts";
import type { Command, Outcome } from "./command.ts";
import { catalogue } from "./commands/catalogue.ts";
import { embed } from "./commands/embed.ts";
import { index } from "./commands/index.ts";
import { search } from "./commands/search.ts";
import type { Terminal } from "./terminal.ts";
import { errorLine } from "./text/error-line.ts";

const COMMANDS: readonly Command[] = [search, embed, index, catalogue];
const EXIT = { fine: 0, failed: 1, usage: 2 } as const;
const USAGE_CODES = new Set(["usage", "empty-query"]);

/** Runs `needledrop` with the given arguments; returns the exit code. Never rejects. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const json = args.includes("--json");
  try {
    const outcome = await dispatch(args, terminal);
    terminal.result(json ? JSON.stringify(outcome.json) : outcome.text);
    return EXIT.fine;
  } catch (thrown) {
    const error = asNeedledropError(thrown);
    if (json) terminal.result(JSON.stringify({ error: asJson(error) }));
    else terminal.note(`needledrop: ${errorLine(error)}`);
    return USAGE_CODES.has(error.code) ? EXIT.usage : EXIT.failed;
  }
}

async function dispatch(args: readonly string[], terminal: Terminal): Promise<Outcome> {
  const [name, ...rest] = args;
  if (name === "--version") return version();
  const command = COMMANDS.find((each) => each.name === name);
  if (command === undefined) {
    if (name === "--help" || name === "-h") return said(help());
    throw unknown(name);
  }
  if (rest.includes("--help") || rest.includes("-h")) return said(command.help);
  return command.run(rest, terminal);
}

async function version(): Promise<Outcome> {
  const path = new URL("../../package.json", import.meta.url);
  const { version: number } = JSON.parse(await readFile(path, "utf8")) as { version: string };
  return { json: { version: number }, text: number };
}

const said = (text: string): Outcome => ({ json: { help: text }, text });

function help(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length));
  const lines = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return `Needledrop finds licensed music for a scene by its description. Nothing leaves this machine.

Usage: needledrop <command> [options]

Commands:
${lines.join("\n")}

Options:
  --help     print this; "needledrop <command> --help" tells more
  --version  print the version
  --json     print results, and errors, as JSON on standard output

Exit codes: 0 fine, 1 failed, 2 wrong use.`;
}

function unknown(name: string | undefined): UsageError {
  const names = COMMANDS.map((command) => command.name).join(", ");
  return new UsageError({
    what: name === undefined ? "No command was given." : "There is no such command.",
    ...(name === undefined ? {} : { input: name }),
    next: `Use one of: ${names}; or run "needledrop --help".`,
  });
}

function asJson({ code, what, input, next }: NeedledropError): unknown {
  return { code, what, input: input ?? null, next };
}
