import { expect, it } from "vitest";
import { QUERY_LIMIT } from "../../../src/contract/search.ts";
import type { PackManifest } from "../../../src/engine/encode/pack-schema.ts";
import { nodeRuntime } from "../../../src/engine/encode/runtime-node.ts";
import { loadTokenizer } from "../../../src/engine/encode/text-tower.ts";
import { loadVocabulary } from "../../../src/engine/encode/vocabulary.ts";
import { openTextTower } from "../../../src/engine/open.ts";
import { toyPack } from "../toy.ts";

const CLS = 2;
const SEP = 3;
const MAX_TOKENS = 16;

it("puts a text's tokens between the start and the end mark", async () => {
  const tokenizer = await loadTokenizer(await toyPack());
  const [calm, piano] = [tokenizer.encode("calm")[1], tokenizer.encode("piano")[1]];
  expect(tokenizer.encode("Calm PIANO")).toEqual([CLS, calm, piano, SEP]);
});

it("cuts a long text to what the tower reads, and still ends with the end mark", async () => {
  const tokenizer = await loadTokenizer(await toyPack());
  const ids = tokenizer.encode("calm piano ".repeat(50));
  expect(ids).toHaveLength(MAX_TOKENS);
  expect([ids[0], ids.at(-1)]).toEqual([CLS, SEP]);
  expect(ids.slice(1, -1)).not.toContain(SEP);
});

it("reads no more of a text than a query may hold", async () => {
  const pack = await toyPack();
  const text = { ...pack.manifest.text, maxTokens: 2 * QUERY_LIMIT };
  const manifest = { ...pack.manifest, text } as PackManifest;
  const tokenizer = await loadTokenizer({ ...pack, manifest });
  const read = "calm ".repeat(QUERY_LIMIT / 5);
  expect(tokenizer.encode(read)).toHaveLength(2 + QUERY_LIMIT / 5);
  expect(tokenizer.encode(`${read}${"piano ".repeat(1000)}`)).toEqual(tokenizer.encode(read));
});

it("gives unit vectors that tell texts apart and do not change from run to run", async () => {
  const tower = await openTextTower({ pack: await toyPack(), runtime: nodeRuntime() });
  const [calm, dark, again] = await Promise.all(
    ["calm", "dark", "calm"].map((text) => tower.embed(text)),
  );
  expect(Math.hypot(...(calm ?? []))).toBeCloseTo(1, 5);
  expect(dark).not.toEqual(calm);
  expect(again).toEqual(calm);
});

it("gives the vocabulary's words the embeddings the pack carries for them", async () => {
  const pack = await toyPack();
  const tower = await openTextTower({ pack, runtime: nodeRuntime() });
  const { words, vectors } = await loadVocabulary(pack);
  for (const [w, word] of words.entries()) {
    const embedding = await tower.embed(word);
    embedding.forEach((x, i) => expect(vectors[w * pack.dimension + i]).toBeCloseTo(x, 3));
  }
});
