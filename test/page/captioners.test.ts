import { afterEach, expect, it } from "vitest";
import { SCENES, toyFolder } from "../engine/see/captioners/toy-captioners.ts";
import { Demo } from "./demo.ts";

let demo: Demo | null = null;
afterEach(async () => {
  await demo?.close();
  demo = null;
});

it(
  "adds a captioner on a page from disk, and describes the selection in its words, marked as such",
  { timeout: 240_000 },
  async () => {
    demo = await Demo.open();
    await demo.ready();
    const { frame, page } = demo;
    await frame.getByRole("button", { name: "Your music…" }).click();
    const captioners = frame.locator("nd-captioners");
    await captioners.getByText("None added.").waitFor();
    await captioners.locator("input[type=file]").setInputFiles(toyFolder("toy-florence2"));
    await captioners.getByText("toy-florence2@").waitFor({ timeout: 120_000 });
    await captioners.getByText("Apache-2.0, 1 MB").waitFor();
    await page.keyboard.press("Escape");

    await page.locator('[data-clip="fox"]').click();
    await frame.getByRole("button", { name: "Describe selection" }).click();
    const chips = () => frame.locator(".chip").allInnerTexts();
    await expect.poll(chips, { timeout: 60_000 }).toContain("captioner: toy-florence2");
    const description = (await demo.description.inputValue()).toLowerCase();
    expect(SCENES.filter(({ says }) => description.includes(says))).toHaveLength(1);

    await frame.getByRole("button", { name: "Your music…" }).click();
    await captioners.getByRole("button", { name: "Remove" }).click();
    await captioners.getByText("None added.").waitFor();
    expect(demo.errors).toEqual([]);
    expect(demo.asked).toEqual([]);
  },
);

it("says why a folder is no captioner", { timeout: 120_000 }, async () => {
  demo = await Demo.open({ file: "page/index.html" });
  const { page } = demo;
  await page.getByRole("button", { name: "Your music…" }).click();
  const folder = toyFolder("toy-vit-gpt2");
  await page.locator("nd-captioners input[type=file]").setInputFiles(`${folder}/onnx`);
  const alert = page.locator("nd-captioners").getByRole("alert");
  await alert.getByText("holds no captioner").waitFor();
  expect(demo.errors).toEqual([]);
});
