import { describe, expect, it, onTestFinished } from "vitest";
import { embeddingThread, type ThreadOptions } from "../../../src/cli/indexing/embedding-thread.ts";
import type { Embedder } from "../../../src/engine/library/embed-all.ts";
import { chord, TOY_PACK } from "../support/paths.ts";

function thread(options: Partial<ThreadOptions> = {}): Embedder {
  const made = embeddingThread({ pack: TOY_PACK, hear: false, ...options });
  onTestFinished(() => made.close());
  return made;
}

describe("embeddingThread", () => {
  it("embeds one file after another, despite failures between them", async () => {
    const toy = thread();
    const first = await toy.embed(chord("mp3"));
    await expect(toy.embed("/nowhere.mp3")).rejects.toMatchObject({ code: "audio" });
    const second = await toy.embed(chord("mp3"));
    expect(first.seconds).toBeCloseTo(1.5, 2);
    expect(first.sections.map(({ start, end }) => [start, end])).toEqual([
      [0, 1],
      [0.5, 1.5],
    ]);
    expect(second.sections).toEqual(first.sections);
  });

  it("reports a missing pack with the first file", async () => {
    await expect(thread({ pack: "/no/pack" }).embed(chord("mp3"))).rejects.toMatchObject({
      code: "pack",
    });
  });

  it("ends a silent thread and blames the file", async () => {
    const stuck = thread({ program: new URL("./stuck.js", import.meta.url), stallLimitMs: 200 });
    await expect(stuck.embed("loop.mp3")).rejects.toThrow("got stuck on this file. (loop.mp3)");
    await expect(stuck.embed("loop.mp3")).rejects.toThrow("got stuck");
  });

  it("blames the file when the thread crashes", async () => {
    const broken = thread({ program: new URL("data:text/javascript,throw Error('no')") });
    await expect(broken.embed("bomb.mp3")).rejects.toThrow("crashed on this file. (bomb.mp3)");
  });
});
