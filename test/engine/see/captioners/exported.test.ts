import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import type { Tokenizer, Transformers } from "../../../../src/engine/encode/clap/transformers.ts";
import { nodeRuntime } from "../../../../src/engine/encode/runtime-node.ts";
import { openCaptioner } from "../../../../src/engine/see/captioners/open-captioner.ts";
import { folderWith } from "../../encode/toy-clap.ts";
import { picture, TAKING, taken } from "./toy-captioners.ts";

/** A ViT-GPT2 of random weights from the exporter itself; `export_toy_captioner.py` makes it. */
const FOLDER = fileURLToPath(
  new URL("../../../fixtures/toy-captioners/exported-vit-gpt2", import.meta.url),
);

it("writes the tokens that PyTorch writes, with a model as it is exported", async () => {
  const expected = JSON.parse(await readFile(`${FOLDER}/expected.json`, "utf8")) as {
    colour: [number, number, number];
    tokens: number[];
  }[];
  const runtime = await nodeRuntime()("wasm", TAKING.assets);
  const written: number[][] = [];
  const library = listening(await runtime.transformers(), (ids) => written.push(ids));
  const captioner = await openCaptioner(await taken(await folderWith(FOLDER, {})), {
    ...runtime,
    transformers: () => Promise.resolve(library),
  });
  for (const { colour } of expected) await captioner.caption(picture(colour));
  await captioner.release();
  expect(written.map((ids, i) => ids.slice(0, expected[i]?.tokens.length))).toEqual(
    expected.map(({ tokens }) => tokens),
  );
});

/** The library, whose tokenizers tell what they are given to put together. */
function listening(library: Transformers, tell: (ids: number[]) => void): Transformers {
  const from_pretrained = async (id: string): Promise<Tokenizer> => {
    const tokenizer = await library.AutoTokenizer.from_pretrained(id);
    const cut = (...given: Parameters<Tokenizer>) => tokenizer(...given);
    return Object.assign(cut, {
      decode: (...[ids, options]: Parameters<Tokenizer["decode"]>) => {
        tell(ids.map(Number));
        return tokenizer.decode(ids, options);
      },
    });
  };
  return { ...library, AutoTokenizer: { from_pretrained } };
}
