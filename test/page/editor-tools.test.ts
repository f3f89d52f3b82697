import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { changeTracks } from "./changed-tracks.ts";
import { Demo } from "./demo.ts";

let demo: Demo;

beforeAll(async () => {
  demo = await Demo.open();
  await demo.ready();
  await demo.localOnly.check();
  await demo.search("warm acoustic guitar");
});

beforeEach(async () => {
  if (await demo.sheet.count()) await demo.page.keyboard.press("Escape");
  while (await demo.undoButton.isEnabled()) await demo.undoButton.click();
  await demo.page.locator("demo-ruler").press("x");
  await demo.page.locator("demo-ruler").press("Home");
  await demo.openTools();
  await demo.results.first().locator(".title").click();
});

afterAll(async () => {
  expect(demo.asked).toEqual([]);
  expect(demo.errors).toEqual([]);
  await demo.close();
});

/** Lays the selected track at the playhead and selects nothing else. */
async function insert(): Promise<void> {
  await demo.selectedResult.focus();
  await demo.page.keyboard.press("s");
  await demo.notice.getByText("is on A3").waitFor();
}

const startOf = async (clip: string): Promise<number> =>
  Number(await demo.page.locator(`[data-clip="${clip}"]`).getAttribute("data-start"));

/** Every action by its button in the tools, and by its key on a result. */
const WAYS = ["button", "key"] as const;
async function act(way: (typeof WAYS)[number], action: "push" | "replace" | "mark", key: string) {
  if (way === "button") await demo.tool(action).click();
  else {
    await demo.selectedResult.focus();
    await demo.page.keyboard.press(key);
  }
}

it("are put away until the button or the key brings them", async () => {
  const button = demo.tools.getByRole("button", { name: "Editor tools" });
  expect(await button.getAttribute("aria-expanded")).toBe("true");
  await button.click();
  await demo.tool("replace").waitFor({ state: "detached" });
  expect(await button.getAttribute("aria-expanded")).toBe("false");
  await demo.selectedResult.focus();
  await demo.page.keyboard.press("t");
  await demo.tool("replace").waitFor();
});

describe("the track for inserts", () => {
  it("is the one that was chosen, with the focus brought there by its key", async () => {
    await demo.page.keyboard.press("a");
    const choice = demo.tools.getByLabel("Track");
    await expect.poll(() => choice.evaluate((one) => one.matches(":focus"))).toBe(true);
    await choice.selectOption("A2");
    await demo.frame.getByText(/at the playhead, on A2/).waitFor();
    await demo.page.locator("demo-ruler").press("End");
    await demo.insertButton.click();
    await demo.audioTrack(1).locator(".music").waitFor();
    await choice.selectOption("Free music track");
  });

  it("overwrites nothing: a track that is taken is refused", async () => {
    await demo.tools.getByLabel("Track").selectOption("A2");
    await demo.insertButton.click();
    await expect.poll(() => demo.notice.getAttribute("variant")).toBe("negative");
    expect(await demo.music.count()).toBe(0);
    await demo.tools.getByLabel("Track").selectOption("Free music track");
  });

  it("is made anew, once", async () => {
    await demo.tools.getByLabel("Track").selectOption("New track");
    await demo.insertButton.click();
    await demo.audioTrack(3).locator(".music").waitFor();
    await expect.poll(() => demo.tools.getByLabel("Track").inputValue()).toBe("music");
  });
});

describe("inserting and pushing the rest", () => {
  it.each(WAYS)("by %s asks first, and pushes nothing when it is refused", async (way) => {
    await act(way, "push", "p");
    await demo.sheet.getByText("on all tracks").waitFor();
    await demo.sheet.getByRole("button", { name: "Cancel" }).click();
    await demo.sheet.waitFor({ state: "detached" });
    expect(await demo.music.count()).toBe(0);
    expect(await startOf("narrator")).toBe(6.4);
  });

  it("moves everything that lies later, on Enter, and gives the focus back", async () => {
    await demo.page.keyboard.press("p");
    const yes = demo.sheet.getByRole("button", { name: "Insert and push" });
    await expect.poll(() => yes.evaluate((button) => button.matches(":focus"))).toBe(true);
    await demo.page.keyboard.press("Enter");
    await demo.notice.getByText(/other clips moved later/).waitFor();
    const end = Number(await demo.music.getAttribute("data-end"));
    expect(await startOf("narrator")).toBeCloseTo(6.4 + end, 1);
    await expect
      .poll(() => demo.selectedResult.evaluate((row) => row.matches(":focus")))
      .toBe(true);
    await demo.undoButton.click();
    await expect.poll(() => startOf("narrator")).toBe(6.4);
  });
});

describe("replacing the selected music", () => {
  it.each(WAYS)("by %s keeps place and length", async (way) => {
    await insert();
    const [start, end] = [
      await demo.music.getAttribute("data-start"),
      await demo.music.getAttribute("data-end"),
    ];
    await demo.music.click();
    await demo.results.nth(1).locator(".title").click();
    const title = await demo.results.nth(1).locator(".title").textContent();
    await act(way, "replace", "r");
    await expect.poll(() => demo.music.locator(".name").textContent()).toBe(title);
    await demo.notice.getByText(`“${title ?? ""}” is on A3`).waitFor();
    expect(await demo.music.getAttribute("data-start")).toBe(start);
    expect(Number(await demo.music.getAttribute("data-end"))).toBeLessThanOrEqual(Number(end));
  });

  it("says what to select where nothing is", async () => {
    await demo.page.locator("demo-timeline .lanes").click({ position: { x: 5, y: 5 } });
    await demo.page.keyboard.press("Escape");
    await demo.tool("replace").click();
    await demo.notice.getByText(/Select (only )?the one/).waitFor();
  });
});

describe("markers of the music", () => {
  it.each(WAYS)("are set by %s, and not twice", async (way) => {
    await insert();
    await demo.tools.getByLabel("Markers").selectOption("Sections");
    await act(way, "mark", "b");
    await demo.notice.getByText(/^\d+ markers? set\. To undo, press/).waitFor();
    expect(await demo.music.locator("i").count()).toBeGreaterThan(0);
    await act(way, "mark", "b");
    await demo.notice.getByText(/already there/).waitFor();
  });

  it("are refused for music that lies nowhere in the project", async () => {
    await demo.tool("mark").click();
    await expect.poll(() => demo.notice.getAttribute("variant")).toBe("negative");
  });
});

describe("the editor's source monitor", () => {
  const monitor = () => demo.page.locator("demo-source-monitor");

  it("plays and stops by the key, and by Esc", async () => {
    await demo.page.keyboard.press("m");
    await monitor().waitFor();
    await demo.page.keyboard.press("m");
    await monitor().waitFor({ state: "detached" });
    await demo.page.keyboard.press("m");
    await monitor().waitFor();
    await expect.poll(() => demo.tool("preview").textContent()).toContain("Stop in the editor");
    await demo.page.keyboard.press("Escape");
    await monitor().waitFor({ state: "detached" });
  });

  it("plays and stops by the button, and is silent once the panel plays", async () => {
    await demo.tool("preview").click();
    await monitor().waitFor();
    await demo.tool("preview").getByText("Stop in the editor").waitFor();
    await demo.selectedResult.focus();
    await demo.page.keyboard.press("Space");
    await demo.heard();
    await monitor().waitFor({ state: "detached" });
    await demo.page.keyboard.press("Escape");
  });
});

describe("ducking", () => {
  const line = () => demo.music.locator(".volume").getAttribute("points");

  it("is drawn and removed by keys", async () => {
    await insert();
    const before = await line();
    await demo.page.keyboard.press("d");
    await demo.notice.getByText(/^Ducked under the transcribed words on A1/).waitFor();
    expect(await line()).not.toBe(before);
    await demo.page.keyboard.press("Shift+D");
    await demo.notice.getByText(/Ducking removed from 1 clip/).waitFor();
    expect(await line()).toBe(before);
  });

  it("goes as deep as the slider says, by the buttons", async () => {
    await insert();
    await demo.tool("duck").click();
    await demo.notice.getByText(/^Ducked/).waitFor();
    const first = await line();
    const depth = demo.tools.getByLabel("Depth");
    await depth.press("End");
    await demo.tools.getByText("40 dB").waitFor();
    await demo.tool("duck").click();
    await expect.poll(line).not.toBe(first);
    await demo.tool("unduck").click();
    await demo.notice.getByText(/Ducking removed/).waitFor();
  });

  it("goes down under the track that is said to speak", async () => {
    await insert();
    const speaks = demo.tools.getByRole("group", { name: "Speech" }).getByLabel("A2");
    await speaks.check();
    await demo.tool("duck").click();
    await demo.notice.getByText(/^Ducked under the clips on A2/).waitFor();
    await speaks.uncheck();
    await demo.tool("duck").click();
    await demo.notice.getByText(/^Ducked under the transcribed words on A1/).waitFor();
  });
});

describe("the music folder", () => {
  it("is shown, and changed by button and key", async () => {
    await demo.tool("choose-folder").click();
    await demo.notice.getByText(/keeps its music in \S/).waitFor();
    const first = await demo.tools.locator(".folder .line").textContent();
    await demo.selectedResult.focus();
    await demo.page.keyboard.press("Shift+F");
    await expect.poll(() => demo.tools.locator(".folder .line").textContent()).not.toBe(first);
  });
});

describe("in the narrowest panel", () => {
  it("nothing sticks out and every tool can be reached by Tab", async () => {
    await demo.page.locator("demo-app").evaluate((app) => {
      Object.assign(app, { panelWidth: 240 });
    });
    const overflow = () =>
      demo.tools.locator(".tools").evaluate((one) => one.scrollWidth - one.clientWidth);
    await expect.poll(overflow).toBeLessThanOrEqual(0);
    const missed = new Set(["push", "replace", "preview", "mark", "duck", "unduck", "cue-sheet"]);
    await demo.tools.getByRole("button", { name: "Editor tools" }).focus();
    for (let presses = 0; presses < 20; presses++) {
      await demo.page.keyboard.press("Tab");
      const reached = await demo.tools
        .locator("[data-act]:focus")
        .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset["act"]));
      for (const action of reached) missed.delete(action ?? "");
    }
    expect([...missed]).toEqual([]);
    await demo.page.locator("demo-app").evaluate((app) => {
      Object.assign(app, { panelWidth: 380 });
    });
  });
});

describe("tracks that differ", () => {
  it("offer no markers where their bars are not known", async () => {
    await changeTracks(demo.panel, { structure: undefined, heard: undefined });
    await demo.search("slow piano");
    await demo.tool("replace").waitFor();
    expect(await demo.tool("mark").count()).toBe(0);
  });

  it("say why they cannot be inserted where the editor does not import their kind", async () => {
    await changeTracks(demo.panel, { audio: { kind: "file", path: "/music/a.flac" } });
    await demo.search("solo violin");
    await demo.frame.getByText("does not import .flac files").waitFor();
    expect(await demo.insertButton.getAttribute("disabled")).not.toBeNull();
    expect(await demo.tool("push").getAttribute("disabled")).not.toBeNull();
    expect(await demo.selectedResult.locator(".insert[data-disabled]").count()).toBe(1);
    expect(await demo.frame.locator("nd-player-bar nd-play-button").isVisible()).toBe(true);
    await demo.page.keyboard.press("Enter");
    await demo.notice.getByText("does not import .flac files").waitFor();
    expect(await demo.music.count()).toBe(0);
  });

  it("are offered to the editor's monitor where the page cannot play them", async () => {
    await changeTracks(demo.panel, { audio: { kind: "file", path: "/music/a.wav" } });
    await demo.search("loud brass");
    await demo.page.keyboard.press("Space");
    const alert = demo.frame.locator("nd-player-bar").getByRole("alert");
    await alert.getByText("editor's source monitor").waitFor();
    await alert.getByRole("button", { name: "Play in the editor" }).click();
    // The stand-in has not got the file either, and is asked all the same.
    await demo.notice.getByText(/not found/).waitFor();
    // What the browser says of the missing file is no fault of the page.
    demo.errors.length = 0;
  });
});
