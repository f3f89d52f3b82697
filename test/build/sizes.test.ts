import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { PAGE_BUDGET, PLUGIN_BUDGET } from "../../tools/build/budget.ts";
import { builtFolder } from "../page/demo.ts";

const bytesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);

describe("what ships stays within its budget:", () => {
  it("the page, which is nearly all of the plugin", () => {
    const page = bytesIn(join(builtFolder(), "page"));
    const code = statSync(join(builtFolder(), "plugin/index.js")).size;
    expect(page + code).toBeLessThan(PLUGIN_BUDGET);
  });

  it("the page's script", () => {
    const script = readFileSync(join(builtFolder(), "page/needledrop.js"));
    expect(gzipSync(script).length).toBeLessThan(PAGE_BUDGET);
  });
});
