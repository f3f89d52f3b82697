import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");

/** Runs an example as its first lines say. */
async function example(name: string, ...args: string[]): Promise<string[]> {
  const file = join("docs/examples", name);
  const program = ["--import", "tsx", file, ...args];
  const { stdout } = await promisify(execFile)(process.execPath, program, { cwd: ROOT });
  return stdout.trimEnd().split("\n");
}

it("search-from-node prints the five best tracks, where they fit, and why", async () => {
  const lines = await example("search-from-node.ts", "holiday christmas music");
  expect(lines).toHaveLength(5);
  lines.forEach((line, i) =>
    expect(line).toMatch(RegExp(`^${i + 1}\\. .+ \\(.+\\), from [\\d.]+ s`)),
  );
  expect(lines.join("\n")).toContain("christmas");
});
