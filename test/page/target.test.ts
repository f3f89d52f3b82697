import { afterAll, beforeAll, expect, it } from "vitest";
import { Demo } from "./demo.ts";

let demo: Demo;

beforeAll(async () => {
  demo = await Demo.open();
  await demo.ready();
  await demo.localOnly.check();
});

afterAll(async () => {
  expect(demo.asked).toEqual([]);
  expect(demo.errors).toEqual([]);
  await demo.close();
});

const player = () => demo.frame.locator("nd-player-bar");
const playing = () => demo.frame.locator("nd-playing-line");
const titleOfRow = async (): Promise<string> =>
  (await demo.selectedResult.locator(".title").textContent()) ?? "";

/** The track that every part of the panel and the editor's drag strip names. */
async function named(): Promise<Record<string, string>> {
  const texts = await Promise.all(
    [
      player().locator(".track b"),
      player().locator(".insertion"),
      demo.tools.getByRole("status"),
      demo.page.locator("demo-drag-strip span"),
    ].map((part) => part.textContent()),
  );
  const [bar, insertion, tools, strip] = texts.map((text) => text ?? "");
  return {
    bar: bar ?? "",
    insertion: /“(.*)”/.exec(insertion ?? "")?.[1] ?? "",
    tools: /“(.*)”/.exec(tools ?? "")?.[1] ?? "",
    strip: strip ?? "",
  };
}

const all = (title: string) => ({ bar: title, insertion: title, tools: title, strip: title });

it("is the selected track everywhere, also while another one still sounds", async () => {
  await demo.search("calm piano");
  const first = await titleOfRow();
  await demo.page.keyboard.press("Space");
  await demo.heard();
  expect(await named()).toEqual(all(first));
  expect(await playing().count()).toBe(0);
  await demo.search("epic drums");
  const second = await titleOfRow();
  expect(second).not.toBe(first);
  await expect.poll(named).toEqual(all(second));
  expect((await demo.media()).paused).toBe(false);
  await playing().getByText(`Playing: ${first}`).waitFor();
  await demo.page.keyboard.press("s");
  await demo.notice.getByText(`“${second}” is on A3`).waitFor();
  expect(await demo.music.locator(".name").textContent()).toBe(second);
  await demo.undoButton.click();
});

it("is the track that sounds, once that is selected from its line", async () => {
  const sounding = (await playing().locator(".line").textContent())?.replace("Playing: ", "") ?? "";
  await playing().getByRole("button", { name: "Select" }).click();
  await expect.poll(named).toEqual(all(sounding));
  await playing().waitFor({ state: "detached" });
  expect((await demo.media()).paused).toBe(false);
});

it("is played by Space, which ends what sounded", async () => {
  await demo.results.nth(1).locator(".title").click();
  const title = await titleOfRow();
  await playing().waitFor();
  const before = (await demo.media()).src;
  await demo.page.keyboard.press("Space");
  await expect.poll(async () => (await demo.media()).src).not.toBe(before);
  await playing().waitFor({ state: "detached" });
  await expect.poll(named).toEqual(all(title));
});

it("is at hand in the player when what sounded is stopped on its line", async () => {
  await demo.results.nth(2).locator(".title").click();
  const title = await titleOfRow();
  await playing().getByRole("button", { name: "Stop" }).click();
  await playing().waitFor({ state: "detached" });
  await expect.poll(async () => (await demo.media()).paused).toBe(true);
  expect(await named()).toEqual(all(title));
  await demo.selectedResult.focus();
  await demo.page.keyboard.press("Space");
  await demo.heard();
  await demo.page.keyboard.press("Escape");
});

it("is none once nothing is described any more: nothing can be inserted or dragged", async () => {
  await demo.description.fill("");
  await demo.description.press("Enter");
  await player().waitFor({ state: "detached" });
  await demo.page.locator("demo-drag-strip").getByText("Choose a track").waitFor();
  expect(await demo.tools.getByRole("status").textContent()).toBe("");
});
