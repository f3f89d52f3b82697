import { rm } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../../contract/errors.ts";
import { onlyPositional, readArguments } from "../arguments.ts";
import type { Outcome } from "../command.ts";
import { addedPacks, packsFolder } from "./added-packs.ts";

const NAME = "pack remove";

/** `needledrop pack remove`. */
export async function remove(args: readonly string[]): Promise<Outcome> {
  const { positionals } = readArguments(NAME, args, { json: { type: "boolean" } });
  const name = onlyPositional(NAME, "the name of a pack", positionals);
  const names = await addedPacks();
  if (!names.includes(name)) {
    throw new UsageError({
      what: "No pack of that name was added.",
      input: name,
      next:
        names.length === 0
          ? "None was added; the one that ships stays."
          : `Give one of: ${names.join(", ")}.`,
    });
  }
  const folder = join(packsFolder(), name);
  await rm(folder, { recursive: true });
  return {
    json: { removed: name, folder },
    text: `Removed: ${name}. Indexes that were made with it can no longer be searched.`,
  };
}
