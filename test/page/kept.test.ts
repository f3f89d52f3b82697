import { afterAll, beforeAll, expect, it } from "vitest";
import { Demo } from "./demo.ts";

let demo: Demo;

beforeAll(async () => {
  demo = await Demo.open({
    context: { acceptDownloads: true, permissions: ["clipboard-read", "clipboard-write"] },
  });
  await demo.ready();
  await demo.localOnly.check();
  await demo.search("calm piano");
});

afterAll(async () => {
  expect(demo.asked).toEqual([]);
  expect(demo.errors).toEqual([]);
  await demo.close();
});

/** The page as after a restart, with the same search. */
async function restart(): Promise<void> {
  await demo.page.reload();
  await demo.ready();
  await demo.localOnly.check();
  await demo.search("calm piano");
}

const favouriteOfRow = () => demo.selectedResult.locator('[data-act="favourite"]');

it("keeps a favourite, which is one in the player too, and at the next start", async () => {
  const inPlayer = demo.frame.locator("nd-player-bar").getByRole("button", { name: /favourites/ });
  expect(await inPlayer.getAttribute("aria-pressed")).toBe("false");
  await demo.page.keyboard.press("f");
  await demo.frame.getByRole("button", { name: "Remove from favourites" }).waitFor();
  expect(await inPlayer.getAttribute("aria-pressed")).toBe("true");
  expect(await favouriteOfRow().getAttribute("title")).toBe("Remove from favourites (F)");
  await restart();
  await expect.poll(() => favouriteOfRow().getAttribute("title")).toMatch(/^Remove/);
  await favouriteOfRow().click();
  await expect.poll(() => favouriteOfRow().getAttribute("title")).toMatch(/^Add/);
  expect(await demo.selectedResult.evaluate((row) => row.matches(":focus"))).toBe(true);
});
