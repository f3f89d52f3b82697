import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const TOOLS = join(import.meta.dirname, "../../tools");
const files = readdirSync(TOOLS, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"));
const isScript = (file: string): boolean => !file.includes("/");
const read = (file: string): string => readFileSync(join(TOOLS, file), "utf8");

it("tools are scripts, which export nothing, and libraries in folders, which do not run", () => {
  expect(files.filter(isScript).length).toBeGreaterThan(0);
  expect(files.filter((file) => isScript(file) && /^export /m.test(read(file)))).toEqual([]);
  const libraries = files.filter((file) => !isScript(file));
  expect(libraries.filter((file) => /process\.(argv|exitCode)/.test(read(file)))).toEqual([]);
});
