import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SeenWord } from "../../../src/contract/sight.ts";
import { openPage } from "./open-page.ts";

let page: Page;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ page, close } = await openPage("test/page/scene/scenery-page.ts"));
});
afterAll(() => close());

const CLIPS = ["canopy", "walk", "interview", "fox", "storm", "camp"] as const;

async function words(clip: string): Promise<string[]> {
  const said = await page.evaluate(
    ([name, times]) =>
      (globalThis as unknown as { seen(name: string, times: number[]): Promise<SeenWord[]> }).seen(
        name,
        times,
      ),
    [clip, [4.6, 11.3, 18.2]] as const satisfies [string, number[]],
  );
  return said.map(({ word }) => word);
}

describe("the documentary's clips, by their pictures alone,", () => {
  it.each<[(typeof CLIPS)[number], string[], string[]]>([
    ["canopy", ["bright", "calm", "slow movement"], ["dark", "tense", "static shot"]],
    ["walk", ["bright", "movement"], ["calm", "dark"]],
    ["interview", ["warm", "static shot", "calm"], ["movement", "at night"]],
    ["fox", ["bright", "movement", "moving camera"], ["dark", "calm", "cold"]],
    ["storm", ["dark", "tense"], ["calm", "bright", "static shot", "warm"]],
    ["camp", ["at night", "dark"], ["bright", "tense", "daylight"]],
  ])("of %s say %j and not %j", async (clip, said, unsaid) => {
    const found = await words(clip);
    expect(found).toEqual(expect.arrayContaining(said));
    expect(found.filter((word) => unsaid.includes(word))).toEqual([]);
  });

  it("are told apart", async () => {
    const all: string[] = [];
    for (const clip of CLIPS) all.push((await words(clip)).sort().join(", "));
    expect(new Set(all).size).toBe(CLIPS.length);
  });
});
