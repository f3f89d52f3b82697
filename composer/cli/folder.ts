import { existsSync, readdirSync, statSync } from "node:fs";
import { UsageError } from "../lib/usage-error.ts";

/** Refuses a folder that holds files with other names than those that the program writes. */
export function refuseForeign(folder: string, ours: ReadonlySet<string>): void {
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory()) throw new UsageError(`${folder} is a file, not a folder.`);
  const foreign = readdirSync(folder).find((name) => !ours.has(name));
  if (foreign !== undefined) {
    throw new UsageError(
      `${folder} holds "${foreign}", which this program did not write. Name an empty or new folder.`,
    );
  }
}
