import { existsSync, readdirSync, statSync } from "node:fs";
import { UsageError } from "../lib/usage-error.ts";

/** Refuses to write into a folder that holds anything but files of the names that the program writes itself. */
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
