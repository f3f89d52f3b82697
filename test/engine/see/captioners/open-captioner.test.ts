import { afterEach, describe, expect, it, vi } from "vitest";
import { nodeRuntime } from "../../../../src/engine/encode/runtime-node.ts";
import {
  openCaptioner,
  type OpenCaptioner,
} from "../../../../src/engine/see/captioners/open-captioner.ts";
import {
  captionerFolder,
  picture,
  SCENES,
  TAKING,
  taken,
  TOYS,
  type Toy,
} from "./toy-captioners.ts";

let open: OpenCaptioner | null = null;
afterEach(async () => {
  await open?.release();
  open = null;
  vi.restoreAllMocks();
});

async function opened(toy: Toy, changes = {}): Promise<OpenCaptioner> {
  const captioner = await taken(await captionerFolder(toy, changes));
  open = await openCaptioner(captioner, await nodeRuntime()("wasm", TAKING.assets));
  return open;
}

const json = async (toy: Toy, file: string, change: object) => {
  const bytes = await (await captionerFolder(toy)).read(file);
  return {
    [file]: JSON.stringify({
      ...(JSON.parse(new TextDecoder().decode(bytes)) as object),
      ...change,
    }),
  };
};

describe.each(TOYS)("a captioner in the layout of %s", (toy) => {
  it("writes what a picture shows, and the same each time", async () => {
    const captioner = await opened(toy);
    for (const { colour, says } of [...SCENES, ...SCENES]) {
      expect(await captioner.caption(picture(colour))).toBe(says);
    }
  });

  it("takes pictures of any shape", async () => {
    const captioner = await opened(toy);
    for (const [width, height] of [
      [1, 1],
      [7, 300],
      [640, 20],
    ] as const) {
      const [{ colour, says }] = SCENES;
      expect(await captioner.caption(picture(colour, width, height))).toBe(says);
    }
  });

  it("stops when nobody waits any more, and writes again afterwards", async () => {
    const captioner = await opened(toy);
    let asked = 0;
    expect(await captioner.caption(picture(SCENES[0].colour), () => (asked += 1) > 2)).toBeNull();
    expect(asked).toBeLessThanOrEqual(4);
    expect(await captioner.caption(picture(SCENES[0].colour))).toBe(SCENES[0].says);
  });

  it("says nothing where the model does not come to an end", async () => {
    const marks = { "toy-vit-gpt2": 1, "toy-florence2": 4, "toy-smolvlm": 6 }[toy];
    const captioner = await opened(
      toy,
      await json(toy, "generation_config.json", {
        ...{ suppress_tokens: Array.from({ length: marks }, (_, i) => i), no_repeat_ngram_size: 0 },
        forced_eos_token_id: null,
      }),
    );
    expect(await captioner.caption(picture(SCENES[1].colour))).toBeNull();
  });

  it("fetches nothing", async () => {
    const fetched = vi.spyOn(globalThis, "fetch");
    await (await opened(toy)).caption(picture(SCENES[0].colour));
    expect(fetched).not.toHaveBeenCalled();
  });
});
