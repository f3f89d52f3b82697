import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SearchAnswer } from "../../src/contract/search.ts";
import { sine, wavBytes } from "../cli/support/wav-bytes.ts";
import { Demo } from "./demo.ts";

/** The tower for audio is opened with the first file. */
const HEARING = { timeout: 60_000 };
const RATE = 8000;
const wavOf = (seconds: number): Buffer =>
  wavBytes({ sampleRate: RATE, channels: 1, bits: 16 }, seconds * RATE, sine(220, RATE));

let demo: Demo;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "needledrop-"));
  writeFileSync(join(folder, "temp mix.wav"), wavOf(12));
  writeFileSync(join(folder, "hit.wav"), wavOf(0.5));
  writeFileSync(join(folder, "torn.mp3"), "this is not music");
  writeFileSync(join(folder, "notes.txt"), "notes");
  demo = await Demo.open();
  await demo.ready();
});

afterAll(async () => {
  expect(demo.asked).toEqual([]);
  expect(demo.errors).toEqual([]);
  await demo.close();
  rmSync(folder, { recursive: true });
});

const chips = () => demo.frame.locator("nd-understood-chips .chip").allInnerTexts();
const remove = (chip: string) => demo.frame.getByRole("button", { name: `Remove: ${chip}` });
type Track = SearchAnswer["results"][number]["track"];
/** The tracks of the answer in sight, best first. */
const tracks = (): Promise<readonly Track[]> =>
  demo.panel.evaluate((panel) => {
    type Shown = HTMLElement & { view: { search: { answer: SearchAnswer | null } } };
    return ((panel as Shown).view.search.answer?.results ?? []).map(({ track }) => track);
  });
const listed = async (): Promise<string[]> => (await tracks()).map(({ id }) => id);
const firstTitle = async (): Promise<string> => (await tracks())[0]?.title ?? "";

describe("more like this, less like this", () => {
  it("shift the results with a key, beside the words, and are taken back with it", async () => {
    await demo.search("calm piano");
    await demo.page.keyboard.press("Home");
    const before = await listed();
    const title = await firstTitle();
    await demo.page.keyboard.press("+");
    await expect.poll(chips).toEqual([`like “${title}”`]);
    await expect.poll(listed).not.toEqual(before);
    expect(await demo.description.inputValue()).toBe("calm piano");
    await remove(`like “${title}”`).click();
    await expect.poll(listed).toEqual(before);
  });

  it("lower a track, without leaving out what was described", async () => {
    await demo.search("calm piano");
    await demo.page.keyboard.press("Home");
    const [first] = await listed();
    const title = await firstTitle();
    await demo.page.keyboard.press("-");
    await expect.poll(chips).toEqual([`unlike “${title}”`]);
    await expect.poll(async () => (await listed()).indexOf(first ?? "")).not.toBe(0);
    await remove(`unlike “${title}”`).click();
  });

  it("bring the results to the front", async () => {
    await demo.search("calm piano");
    await demo.frame.getByRole("tab", { name: "Kept" }).click();
    await demo.description.press("Enter");
    await demo.frame.getByRole("tab", { name: "Results", selected: true }).waitFor();
  });
});

describe("a reference", () => {
  const choose = (name: string) =>
    demo.frame.locator("nd-search-box input[type=file]").setInputFiles(join(folder, name));

  it("is chosen with a button, heard, and found music like", async () => {
    await demo.description.fill("");
    await choose("temp mix.wav");
    await expect.poll(chips, HEARING).toEqual(["like temp mix.wav"]);
    await demo.results.first().waitFor();
    await remove("like temp mix.wav").click();
    await demo.frame.locator("nd-start-view").waitFor();
  });

  it("is dropped on the panel, which says that it takes it", async () => {
    const drag = (type: string) =>
      demo.panel.evaluate(
        (panel, [event, bytes]) => {
          const data = new DataTransfer();
          const content = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
          data.items.add(new File(["notes"], "notes.txt"));
          data.items.add(new File([content], "dropped.wav", { type: "audio/wav" }));
          const given = { dataTransfer: data, bubbles: true, composed: true, cancelable: true };
          panel.dispatchEvent(new DragEvent(event, given));
        },
        [type, wavOf(12).toString("base64")] as const,
      );
    await drag("dragover");
    await demo.frame.getByText("Drop an audio file to find music like it").waitFor();
    await drag("drop");
    await expect.poll(chips, HEARING).toEqual(["like dropped.wav"]);
    expect(await demo.frame.locator("nd-drop-zone .zone").count()).toBe(0);
    await remove("like dropped.wav").click();
  });

  it.each([
    ["notes.txt", "notes.txt: That is no audio file."],
    ["torn.mp3", "torn.mp3: "],
    ["hit.wav", "hit.wav: The file is too short"],
  ])("%s is refused with a reason, and nothing is lost", async (name, reason) => {
    await demo.search("calm piano");
    const before = await listed();
    await choose(name);
    await demo.notice.filter({ hasText: reason }).waitFor();
    expect(await listed()).toEqual(before);
    expect(await chips()).toEqual([]);
  });
});
