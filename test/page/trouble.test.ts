import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { Demo, builtFolder } from "./demo.ts";

let demo: Demo;
let copy: string | null = null;

afterEach(async () => {
  expect(demo.asked).toEqual([]);
  await demo.close();
  if (copy !== null) rmSync(copy, { recursive: true });
  copy = null;
});

/** A copy of the build that a test may damage. */
function copyOfBuild(): string {
  copy = mkdtempSync(join(tmpdir(), "needledrop-"));
  const built = builtFolder();
  for (const file of ["demo.html", "demo.js", "page"]) {
    cpSync(join(built, file), join(copy, file), { recursive: true });
  }
  return copy;
}

describe("when a file of Needledrop is missing", () => {
  it.each([
    ["the engine", /^script-engine\.0\.js$/],
    ["the model", /^pack-text\.onnx\.\d+\.js$/],
    ["the index", /^index\.0\.js$/],
    ["the runtime", /^ort-wasm\.0\.js$/],
  ])("says so for %s, and works after it is back and Retry is pressed", async (_, pattern) => {
    const folder = copyOfBuild();
    const assets = join(folder, "page/assets");
    const file = readdirSync(assets).find((name) => pattern.test(name));
    if (file === undefined) throw new Error("The build has no such file.");
    renameSync(join(assets, file), join(folder, file));
    demo = await Demo.open({ folder });
    await demo.frame
      .getByRole("alert")
      .getByText(/missing or cannot be read/)
      .waitFor();
    renameSync(join(folder, file), join(assets, file));
    await demo.frame.getByRole("button", { name: "Try again" }).click();
    await demo.ready();
    await demo.search("calm piano");
  });

  it("gives a report to copy, with versions and the error, without a path or the query", async () => {
    const withhold = { scripts: /pack-text\.onnx/, how: "fail" } as const;
    demo = await Demo.open({ withhold });
    await demo.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await demo.description.fill("a secret wedding");
    await demo.frame.getByRole("button", { name: "Copy report" }).click();
    await demo.notice.getByText("Report copied").waitFor();
    const copied = await demo.page.evaluate(() => navigator.clipboard.readText());
    expect(JSON.parse(copied)).toMatchObject({
      panel: "0.1.0",
      userAgent: expect.stringContaining("Chrom") as unknown,
      editor: { name: "Stand-in editor" },
      engine: null,
      error: { code: "asset" },
    });
    expect(copied).not.toMatch(/wedding|file:|assets\//);
  });
});

describe("a track whose file is gone", () => {
  it("stays in the list, and player and insert say that it cannot be read", async () => {
    const folder = copyOfBuild();
    demo = await Demo.open({ folder });
    await demo.ready();
    // Before it is offered to the player, which would have it by now.
    rmSync(join(folder, "page/audio"), { recursive: true });
    await demo.localOnly.check();
    await demo.search("calm piano");
    await demo.page.keyboard.press("Space");
    await demo.frame.locator("nd-player-bar").getByRole("alert").getByText("cannot be").waitFor();
    await demo.page.keyboard.press("s");
    await demo.notice.getByText("The audio of this track was not found.").waitFor();
    expect(await demo.music.count()).toBe(0);
    // Others may be there: nothing is taken off the list.
    expect(await demo.results.count()).toBeGreaterThan(1);
  });
});

it("finds music on the page's own thread where no worker may run", async () => {
  demo = await Demo.open({ before: withoutWorkers });
  await demo.ready();
  await demo.search("calm piano");
  expect(demo.errors).toEqual([]);
});

/** Runs in the page. */
function withoutWorkers(): void {
  window.Worker = class extends EventTarget {
    constructor() {
      super();
      throw new DOMException("No worker may run here.", "SecurityError");
    }
  } as unknown as typeof Worker;
}

it("says that there is no editor when its page is opened alone, and still finds and plays", async () => {
  demo = await Demo.open({ file: "page/index.html" });
  const { page } = demo;
  await page.locator('needledrop-panel[data-engine="ready"]').waitFor();
  await page.getByText("No editor is connected").first().waitFor();
  await page.getByRole("searchbox").fill("calm piano");
  await page.getByRole("searchbox").press("Enter");
  await page.getByRole("option").first().waitFor();
  expect(readFileSync(join(builtFolder(), "page/index.html"), "utf8")).toContain(
    "connect-src 'none'",
  );
  expect(demo.errors).toEqual([]);
});
