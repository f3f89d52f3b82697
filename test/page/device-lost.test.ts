import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Device } from "../../src/contract/engine.ts";
import type { PanelView } from "../../src/panel/model/panel-view.ts";
import { launchBrowser } from "./browser.ts";
import { Demo } from "./demo.ts";

let browser: Browser;
let demo: Demo;

beforeAll(async () => {
  browser = await launchBrowser(["--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader"]);
  demo = await Demo.open({ browser });
});

/** What the engine runs on; null while none is ready. */
const device = (): Promise<Device | null> =>
  demo.panel.evaluate((element) => {
    const { engine } = (element as unknown as { model: { view: PanelView } }).model.view;
    return engine.name === "ready" ? engine.info.device : null;
  });

afterAll(() => browser.close());

it("searches on WebAssembly once the graphics card is lost, and says so", async (test) => {
  await demo.ready();
  const hasAdapter = await demo.panel.evaluate(async () => {
    const { gpu } = navigator as { gpu?: { requestAdapter(): Promise<object | null> } };
    return Boolean(await gpu?.requestAdapter());
  });
  if (!hasAdapter) test.skip("this browser has no WebGPU adapter, not even SwiftShader");

  await demo.frame.getByRole("button", { name: "Settings" }).click();
  const settings = demo.sheet.locator("nd-settings");
  const choice = settings.getByRole("radio", { name: "Graphics card (WebGPU)" });
  await choice.check();
  await expect.poll(device, { timeout: 60_000 }).toBe("webgpu");
  await demo.page.keyboard.press("Escape");
  await demo.search("calm piano");

  // The process that owns the device dies, as with a driver that is reset or updated.
  const session = await browser.newBrowserCDPSession();
  await session.send("Browser.crashGpuProcess");
  await demo.search("epic drums");
  expect(await demo.results.count()).toBeGreaterThan(0);
  expect(await device()).toBe("wasm");

  await demo.frame.getByRole("button", { name: "Settings" }).click();
  await settings.locator("[data-fell-back]").getByText("so WebAssembly is used").waitFor();
  expect(await choice.isChecked()).toBe(true);
});
