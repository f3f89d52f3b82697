import { afterAll, beforeAll, expect, it } from "vitest";
import { Demo } from "./demo.ts";

let demo: Demo;

beforeAll(async () => {
  demo = await Demo.open({
    context: { acceptDownloads: true, permissions: ["clipboard-read", "clipboard-write"] },
  });
  await demo.ready();
  await demo.search("calm piano");
});

afterAll(async () => {
  expect(demo.asked).toEqual([]);
  await demo.close();
});

const check = (id: string) => demo.sheet.locator(`[data-check="${id}"]`);

async function run(button: string): Promise<void> {
  await demo.selectedResult.focus();
  await demo.page.keyboard.press("Shift+H");
  await demo.sheet.getByText("Find out what works in this editor").waitFor();
  expect(await demo.sheet.locator("table").count()).toBe(0);
  await demo.sheet.getByRole("button", { name: button, exact: true }).click();
  await demo.sheet.getByText("Check complete.").waitFor();
}

it("asks first, then shows what works here and what only a person can tell", async () => {
  await run("Check with scratch sequence");
  for (const id of ["page-indexeddb", "page-worker", "page-simd", "page-audio"]) {
    expect([id, await check(id).locator(".outcome").textContent()]).toEqual([id, "OK"]);
  }
  for (const id of ["bridge-handshake", "bridge-latency", "bridge-64-kb", "bridge-900-kb"]) {
    expect([id, await check(id).locator(".outcome").textContent()]).toEqual([id, "OK"]);
  }
  await check("insert-and-undo").waitFor();
  await demo.sheet.getByText("Insert a track, then undo once").waitFor();
  expect(await demo.music.count()).toBe(0);
});

it("gives its report to the clipboard as one JSON object", async () => {
  await demo.sheet.getByRole("button", { name: "Copy report" }).click();
  await demo.notice.getByText("copied").waitFor();
  const copied = await demo.page.evaluate(() => navigator.clipboard.readText());
  const report = JSON.parse(copied) as Record<string, unknown>;
  expect(report).toMatchObject({
    panel: "0.1.0",
    editor: { name: "Stand-in editor" },
    scratch: true,
  });
  expect(report["checks"]).toHaveLength(await demo.sheet.locator("tr").count());
});

it("tells after a restart that IndexedDB has kept its value", async () => {
  await demo.page.reload();
  await demo.ready();
  await demo.search("calm piano");
  await run("Check without");
  await check("page-indexeddb").getByText("is still there").waitFor();
  expect(await check("insert-and-undo").count()).toBe(0);
});

it("closes by its key, and has no button in the panel", async () => {
  await demo.page.keyboard.press("Shift+H");
  await demo.sheet.waitFor({ state: "detached" });
  await demo.openTools();
  expect(await demo.frame.getByRole("button", { name: /check/i }).count()).toBe(0);
});
