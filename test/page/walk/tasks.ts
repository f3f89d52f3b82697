import { fileURLToPath } from "node:url";
import type { Locator } from "playwright-core";
import type { Demo } from "../demo.ts";
import type { Walker } from "./walker.ts";

/** Something that an editor comes for. It begins on an empty panel and throws if it does not succeed. */
export interface Task {
  readonly name: string;
  /** How it is done, for the written walk. */
  readonly way: string;
  /** What is there before; not counted. */
  readonly before?: (demo: Demo) => Promise<void>;
  readonly walk: (walker: Walker) => Promise<void>;
}

/** A file that a client might send. */
const REFERENCE = fileURLToPath(
  new URL("../../../catalogue/originals/audio/slow-drift.mp3", import.meta.url),
);

export const TASKS: readonly Task[] = [
  {
    name: "Find calm music for an interview, and keep it under the voice",
    way: "Describe it, hear the first track, insert it at the interview, duck it.",
    before: (demo) => goTo(demo, "interview"),
    walk: async (walker) => {
      await search(walker, "calm piano for an interview, no drums");
      await hear(walker);
      await insert(walker);
      await walker.press("d");
      await walker.until(() => walker.demo.music.locator("polyline").waitFor());
    },
  },
  {
    name: "Replace temp music",
    way: "Select the clip, describe what it should be, replace it.",
    before: async (demo) => {
      await lay(demo, "warm acoustic guitar");
      await demo.description.fill("");
    },
    walk: async (walker) => {
      const { demo } = walker;
      const before = await titleOf(demo.music);
      await walker.click(demo.music);
      await walker.click(demo.description);
      await search(walker, "tense electronic pulse");
      await walker.press("r");
      await walker.until(() => changed(() => titleOf(demo.music), before));
    },
  },
  {
    name: "A track without vocals for a product ad",
    way: "Describe the ad; “no vocals” in the words is enough.",
    walk: async (walker) => {
      await search(walker, "bright upbeat product ad, no vocals, under 2 minutes");
      await walker.until(() =>
        walker.demo.frame
          .getByText(/(no|without) vocals/)
          .first()
          .waitFor(),
      );
      await hear(walker);
      await insert(walker);
    },
  },
  {
    name: "The same mood, but shorter",
    way: "More like this, and a length in the words.",
    before: async (demo) => {
      await demo.search("nostalgic acoustic guitar by the fire");
    },
    walk: async (walker) => {
      const { demo } = walker;
      await walker.press("+");
      await walker.until(() =>
        demo.frame
          .getByText(/^like “/)
          .first()
          .waitFor(),
      );
      await walker.press("/");
      await walker.press("Control+a");
      await search(walker, "under 80 seconds");
      await hear(walker);
    },
  },
  {
    name: "Three alternatives for a director",
    way: "Pin three tracks, and hear them at the same place, at equal loudness.",
    walk: async (walker) => {
      await search(walker, "playful pizzicato, a fox at the stream");
      await walker.click(walker.demo.localOnly);
      await walker.click(walker.demo.results.first().locator(".title"));
      for (const key of ["x", "ArrowDown", "x", "ArrowDown", "x"]) await walker.press(key);
      await walker.press("Space");
      await walker.until(() => walker.demo.heard());
      await walker.press("v");
      await walker.until(() => walker.demo.heard());
      await walker.press("v");
      await walker.until(() => walker.demo.heard());
    },
  },
  {
    name: "Credits for the description box of a video",
    way: "One key puts the credits of the open sequence on the clipboard.",
    before: (demo) => lay(demo, "warm acoustic guitar"),
    walk: async (walker) => {
      await walker.press("Shift+C");
      await walker.until(() => walker.demo.notice.getByText(/credit/i).waitFor());
    },
  },
  {
    name: "Something like the song that the client sent",
    way: "Give the panel the file, then say what is to be different.",
    walk: async (walker) => {
      const { demo } = walker;
      const choosing = demo.page.waitForEvent("filechooser");
      await walker.click(demo.frame.getByRole("button", { name: "Like a file…" }));
      await (await choosing).setFiles(REFERENCE);
      await walker.until(() =>
        demo.frame
          .getByText(/^like slow-drift/)
          .first()
          .waitFor(),
      );
      await walker.click(demo.description);
      await search(walker, "but brighter");
      await hear(walker);
    },
  },
  {
    name: "Fill exactly the marked range",
    way: "Mark in and out in the sequence, find, insert.",
    before: async (demo) => {
      await goTo(demo, "storm");
      const ruler = demo.page.locator("demo-ruler");
      await ruler.press("i");
      await ruler.press("ArrowDown");
      await ruler.press("o");
    },
    walk: async (walker) => {
      await walker.click(walker.demo.description);
      await search(walker, "storm, tension rising, dark drone");
      await insert(walker);
    },
  },
  {
    name: "Find again what pleased yesterday",
    way: "Favourites stand under Kept.",
    before: async (demo) => {
      await demo.localOnly.check();
      await demo.search("dreamy ambient at night");
      await demo.page.keyboard.press("f");
      await demo.page.waitForTimeout(500); // Nobody reloads sooner than it is written.
      await demo.page.reload();
      await demo.ready();
    },
    walk: async (walker) => {
      const { demo } = walker;
      await walker.click(demo.frame.getByRole("tab", { name: "Kept" }));
      const kept = demo.frame.locator("nd-kept").getByRole("option").first();
      await walker.until(() => kept.waitFor());
      await walker.click(kept.locator(".title"));
      await walker.press("Space");
      await walker.until(() => demo.heard());
    },
  },
  {
    name: "Music for clips that nobody has described",
    way: "Select a clip, let the panel look at its pictures, hear what it finds.",
    before: async (demo) => {
      await demo.page.locator('[data-action="texts"]').click();
      await demo.page.locator('[data-clip="canopy"]').click();
      await demo.results.or(demo.description).first().waitFor();
    },
    walk: async (walker) => {
      const { demo } = walker;
      await walker.click(demo.frame.getByRole("button", { name: "Describe selection" }));
      await walker.until(() =>
        demo.frame.locator("nd-source-chips").getByText("pictures").waitFor(),
      );
      await walker.until(() => demo.results.first().waitFor());
      await walker.press("Enter");
      await hear(walker);
    },
  },
  {
    name: "Let the music end with the scene",
    way: "Mark the scene, describe the music, fit it to the range, lay it.",
    before: async (demo) => {
      await goTo(demo, "fox");
      await demo.page.locator("demo-ruler").press("i");
      await goTo(demo, "storm");
      await demo.page.locator("demo-ruler").press("o");
      await demo.localOnly.check();
      await demo.description.focus();
    },
    walk: async (walker) => {
      const { demo } = walker;
      await search(walker, "playful pizzicato");
      await walker.press("y");
      await walker.until(() =>
        demo.frame.getByRole("button", { name: "Lay as one file" }).waitFor(),
      );
      await walker.press("y");
      await walker.until(() => demo.heard());
      await walker.press("Shift+Y");
      await walker.until(() => demo.music.first().waitFor());
    },
  },
  {
    name: "Look around for something bolder",
    way: "Open the map: the description is a point on it, and its neighbours can be heard.",
    walk: async (walker) => {
      const { demo } = walker;
      await search(walker, "heroic orchestra");
      await walker.press("n");
      await walker.until(() => demo.frame.getByRole("region", { name: "Map" }).waitFor());
      await walker.click(demo.frame.getByRole("region", { name: "Map" }).locator("canvas").first());
    },
  },
];

/** Writes a description, searches, and waits for the first result to have the focus. */
async function search(walker: Walker, description: string): Promise<void> {
  const { demo } = walker;
  await walker.type(description);
  await walker.press("Enter");
  await walker.until(() =>
    demo.frame.locator('[role="option"][aria-selected="true"]:focus').waitFor(),
  );
}

/** Plays the first track that is on this machine until it is heard. */
async function hear(walker: Walker): Promise<void> {
  for (let tries = 0; tries < 10 && !(await isHere(walker.demo)); tries += 1) {
    await walker.press("ArrowDown");
  }
  await walker.press("Space");
  await walker.until(() => walker.demo.heard());
}

const isHere = async (demo: Demo): Promise<boolean> =>
  (await demo.selectedResult.locator("nd-waveform").count()) > 0;

async function insert(walker: Walker): Promise<void> {
  await walker.press("s");
  await walker.until(() => walker.demo.music.first().waitFor());
}

/** Lays a track at the playhead, where the task does not begin with that. */
async function lay(demo: Demo, description: string): Promise<void> {
  await demo.localOnly.check();
  await demo.search(description);
  await demo.page.keyboard.press("s");
  await demo.music.waitFor();
}

/** Moves the playhead to the beginning of a shot. */
async function goTo(demo: Demo, clip: string): Promise<void> {
  const ruler = demo.page.locator("demo-ruler");
  await ruler.press("Home");
  const start = Number(await demo.page.locator(`[data-clip="${clip}"]`).getAttribute("data-start"));
  if (start === 0) throw new Error(`The clip “${clip}” does not say where it begins.`);
  for (let cuts = 0; cuts < 40 && (await playhead(demo)) < start - 0.02; cuts += 1) {
    await ruler.press("ArrowDown");
  }
  await demo.description.focus();
}

async function playhead(demo: Demo): Promise<number> {
  const [hours = 0, minutes = 0, seconds = 0, frames = 0] = (
    (await demo.readout("playhead").textContent()) ?? ""
  )
    .split(":")
    .map(Number);
  return 3600 * hours + 60 * minutes + seconds + frames / 25;
}

const titleOf = async (clip: Locator): Promise<string> => (await clip.textContent()) ?? "";

/** Waits until something is not what it was. */
async function changed(read: () => Promise<string>, before: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if ((await read()) !== before) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("Nothing changed.");
}
