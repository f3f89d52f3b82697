import { describe, expect, it } from "vitest";
import { nodeRuntime } from "../../../../src/engine/encode/runtime-node.ts";
import { openAudioTower, openTextTower } from "../../../../src/engine/open.ts";
import { clapFolder, taken } from "../toy-clap.ts";

const model = async () => ({
  pack: (await taken(await clapFolder())).pack,
  runtime: nodeRuntime(),
});
const SECONDS = 8000;

/** A tone whose pitch rises, so that its windows differ. */
const rising = (seconds: number): Float32Array =>
  Float32Array.from({ length: seconds * SECONDS }, (_, i) => Math.sin((i * i) / 4e6) / 2);

async function embedded(chunks: readonly Float32Array[]) {
  const tower = await openAudioTower(await model());
  const sections = [];
  for await (const section of tower.embed(chunks)) sections.push(section);
  await tower.release();
  return sections;
}

describe("the text tower of a CLAP pack", () => {
  it("gives unit vectors that differ from text to text, and are the same each time", async () => {
    const tower = await openTextTower(await model());
    const [calm, again, dark] = [
      await tower.embed("calm piano"),
      await tower.embed("calm piano"),
      await tower.embed("dark drums"),
    ];
    expect(calm).toHaveLength(8);
    expect(Math.hypot(...calm)).toBeCloseTo(1, 5);
    expect([...again]).toEqual([...calm]);
    expect(calm.reduce((sum, x, d) => sum + x * (dark[d] ?? 0), 0)).toBeLessThan(0.9);
  });

  it("is asked for no more tokens than its model takes", async () => {
    const tower = await openTextTower(await model());
    const long = await tower.embed("calm piano ".repeat(100));
    expect(Math.hypot(...long)).toBeCloseTo(1, 5);
  });

  it("refuses a text without anything to read", async () => {
    const tower = await openTextTower(await model());
    await expect(tower.embed("  ")).rejects.toMatchObject({ code: "empty-query" });
    await expect(tower.embed("")).rejects.toMatchObject({ code: "empty-query" });
  });

  it("knows the words that are one token", async () => {
    const tower = await openTextTower(await model());
    expect(tower.knows("piano")).toBe(true);
    expect(tower.knows("zyzzyva")).toBe(false);
  });
});

describe("the audio tower of a CLAP pack", () => {
  it("embeds windows of ten seconds, one every five", async () => {
    const sections = await embedded([rising(27)]);
    expect(sections.map(({ start, end }) => [start, end])).toEqual([
      [0, 10],
      [5, 15],
      [10, 20],
      [15, 25],
    ]);
    for (const { embedding } of sections) expect(Math.hypot(...embedding)).toBeCloseTo(1, 5);
  });

  it("gives the same embeddings each time, however the audio was handed over", async () => {
    const whole = rising(21);
    const pieces = Array.from({ length: 21 }, (_, s) =>
      whole.slice(s * SECONDS, (s + 1) * SECONDS),
    );
    expect(await embedded(pieces)).toEqual(await embedded([whole]));
  });

  it("agrees with the feature extractor of the authors' library", async () => {
    // From ClapFeatureExtractor of transformers 5.24 (Python) and the same projection.
    const expected = [-0.0713, 0.363, -0.3409, -0.6694, 0.0482, 0.5445, 0.0031, -0.0018];
    const [only] = await embedded([rising(10)]);
    expected.forEach((x, d) => expect(only?.embedding[d]).toBeCloseTo(x, 3));
  });

  it("repeats a track that is shorter than a window", async () => {
    const [only, ...more] = await embedded([rising(3)]);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ start: 0, end: 3 });
  });
});
