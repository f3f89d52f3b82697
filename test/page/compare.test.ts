import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Locator } from "playwright-core";
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

beforeEach(() => demo.search("warm acoustic guitar"));
afterEach(async () => {
  await demo.page.keyboard.press("Escape");
  const unpinAll = strip().getByText("Unpin all");
  if (await unpinAll.isVisible()) await unpinAll.click();
});

const strip = (): Locator => demo.frame.locator("nd-compare-strip");
const cells = (): Locator => strip().locator(".hear");
const current = (): Locator => strip().locator('.hear[aria-current="true"] .letter');

interface Sound {
  readonly src: string;
  readonly time: number;
  readonly volume: number;
  readonly rate: number;
}

/** What sounds at this moment. */
function sounding(): Promise<Sound[]> {
  return demo.panel.evaluate(() =>
    ((window as Window & { keptMedia?: HTMLAudioElement[] }).keptMedia ?? [])
      .filter((media) => !media.paused && media.readyState > 2)
      .map((media) => ({
        src: media.src,
        time: media.currentTime,
        volume: media.volume,
        rate: media.playbackRate,
      })),
  );
}

/** The one sound, once nothing else is heard and its fade is over. */
async function alone(): Promise<Sound> {
  await expect.poll(async () => (await sounding()).length).toBe(1);
  await demo.page.waitForTimeout(60);
  const [sound] = await sounding();
  if (sound === undefined) throw new Error("Nothing sounds.");
  return sound;
}

/** Pins the first results, by the key. */
async function pin(count: number): Promise<void> {
  await demo.page.keyboard.press("Home");
  for (let i = 0; i < count; i++) {
    await demo.page.keyboard.press("x");
    await demo.page.keyboard.press("ArrowDown");
  }
}

/** Start of the best section, and loudness, of each pinned track. */
function pinned(): Promise<{ title: string; start: number; integrated: number }[]> {
  return strip().evaluate((element) => {
    type Cell = {
      result: {
        track: { title: string; heard: { loudness: { integrated: number } } };
        section: { start: number };
      };
    };
    return (element as HTMLElement & { cells: Cell[] }).cells.map(({ result }) => ({
      title: result.track.title,
      start: result.section.start,
      integrated: result.track.heard.loudness.integrated,
    }));
  });
}

describe("pinning tracks", () => {
  it("shows them above the player, keeps them over searches, and lets go of them", async () => {
    await pin(2);
    expect(await cells().count()).toBe(2);
    const names = await cells().evaluateAll((all) => all.map((cell) => cell.ariaLabel));
    await demo.search("epic drums");
    expect(await cells().evaluateAll((all) => all.map((cell) => cell.ariaLabel))).toEqual(names);
    await strip().locator(".unpin").first().click();
    expect(await cells().count()).toBe(1);
    await strip().getByText("Unpin all").click();
    expect(await strip().count()).toBe(0);
  });

  it("takes four, and says which to let go of for a fifth", async () => {
    await pin(4);
    const [first] = await pinned();
    await demo.page.keyboard.press("x");
    await demo.notice.getByText(`“${first?.title ?? ""}” (A)`).waitFor();
    expect(await cells().count()).toBe(4);
  });
});

describe("going from one pinned track to another", () => {
  it("stays at the same place from the best moment, at equal loudness", async () => {
    await pin(3);
    const tracks = await pinned();
    const softest = Math.min(...tracks.map(({ integrated }) => integrated));
    await demo.page.keyboard.press("v");
    for (const [at, { start, integrated }] of tracks.entries()) {
      expect(await current().textContent()).toBe("ABC"[at]);
      const before = await alone();
      expect(before.volume).toBeCloseTo(10 ** ((softest - integrated) / 20), 6);
      const next = tracks[(at + 1) % tracks.length];
      await demo.page.keyboard.press("v");
      const after = await alone();
      expect(after.src).not.toBe(before.src);
      // Not earlier than where the other was, and later by what this test itself takes.
      const gone = after.time - (next?.start ?? 0) - (before.time - start);
      expect(gone).toBeGreaterThan(-0.1);
      expect(gone).toBeLessThan(5);
    }
    await demo.page.keyboard.press("Shift+V");
    expect(await current().textContent()).toBe("C");
    await demo.page.keyboard.press("2");
    expect(await current().textContent()).toBe("B");
  });

  it("keeps the volume that the editor has set", async () => {
    await pin(2);
    await demo.page.keyboard.press("v");
    await demo.frame.getByLabel("Volume").fill("40");
    for (let step = 0; step < 2; step++) {
      const { volume } = await alone();
      expect(volume).toBeLessThanOrEqual(0.4);
      expect(volume).toBeGreaterThan(0.4 * 0.9);
      await cells().nth(step).press("v");
    }
  });

  it("makes the track that is heard the one that Insert lays", async () => {
    await pin(2);
    const [, second] = await pinned();
    await demo.page.keyboard.press("2");
    await alone();
    await demo.page.keyboard.press("s");
    await demo.music.filter({ hasText: second?.title ?? "" }).waitFor();
    await demo.undoButton.click();
  });
});

describe("playing with the picture", () => {
  const playhead = async (): Promise<number> => {
    const [, minutes = "0", seconds = "0", frames = "0"] =
      (await demo.readout("playhead").textContent())?.split(":") ?? [];
    return 60 * Number(minutes) + Number(seconds) + Number(frames) / 25;
  };

  it("runs both from the best moment at the in point, through other tracks, and stops both", async () => {
    await pin(2);
    const [first, second] = await pinned();
    await demo.page.keyboard.press("Home");
    const begin = await playhead();
    await demo.page.keyboard.press("Shift+Space");
    await expect.poll(playhead).toBeGreaterThan(begin + 1);
    /** How far the music is ahead of the picture, in seconds; the playhead stands on frames. */
    const drift = (start: number): Promise<number> =>
      demo.panel.evaluate(
        (_, [place, from]) => {
          type Stage = Element & { store: { timeline: { playhead: number } } };
          const stage = window.parent.document
            .querySelector("demo-app")
            ?.shadowRoot?.querySelector<Stage>("demo-timeline");
          const { keptMedia = [] } = window as Window & { keptMedia?: HTMLAudioElement[] };
          const media = keptMedia.find(({ paused, volume }) => !paused && volume > 0);
          const at = stage?.store.timeline.playhead ?? 0;
          return (media?.currentTime ?? 0) - place - (at - from);
        },
        [start, begin] as const,
      );
    /** Music and picture come to within a frame, the playhead's own and what it lags. */
    const isTogether = (start: number): Promise<void> =>
      expect.poll(async () => Math.abs(await drift(start))).toBeLessThan(0.081);
    await isTogether(first?.start ?? 0);
    await demo.page.keyboard.press("2");
    await alone();
    const before = await playhead();
    await isTogether(second?.start ?? 0);
    await expect.poll(playhead).toBeGreaterThan(before + 0.5);
    await demo.page.keyboard.press("Shift+Space");
    await expect.poll(async () => (await sounding()).length).toBe(0);
    const stopped = await playhead();
    await demo.page.waitForTimeout(300);
    expect(await playhead()).toBe(stopped);
  });

  it("stops the music when the editor stops the picture", async () => {
    await demo.page.keyboard.press("Shift+Space");
    await alone();
    await demo.page.locator('[data-action="play"]').getByText("Stop").click();
    await expect.poll(async () => (await sounding()).length).toBe(0);
  });
});
