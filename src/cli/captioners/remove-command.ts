import { rm } from "node:fs/promises";
import { onlyPositional, readArguments } from "../arguments.ts";
import type { Outcome } from "../command.ts";
import { captionerFolder } from "./kept-captioners.ts";

const NAME = "captioner remove";

/** `needledrop captioner remove`. */
export async function remove(args: readonly string[]): Promise<Outcome> {
  const { positionals } = readArguments(NAME, args, { json: { type: "boolean" } });
  const name = onlyPositional(NAME, "the name of a captioner", positionals);
  const folder = await captionerFolder(name);
  await rm(folder, { recursive: true });
  return { json: { removed: name, folder }, text: `Removed: ${name}.` };
}
