import { describe, expect, it } from "vitest";
import { LAYOUTS } from "../../../../src/engine/see/captioners/kinds.ts";
import { takeCaptioner } from "../../../../src/engine/see/captioners/take-captioner.ts";
import { captionerFolder, TAKING, taken, TOYS, type Toy } from "./toy-captioners.ts";

const KINDS = {
  "toy-vit-gpt2": "vit-gpt2",
  "toy-florence2": "florence2",
  "toy-smolvlm": "smolvlm",
} as const;
const ENDINGS = {
  "toy-vit-gpt2": "_quantized",
  "toy-florence2": "",
  "toy-smolvlm": "_q4",
} as const;
const graphsOf = (toy: Toy) =>
  LAYOUTS[KINDS[toy]].graphs.map((graph) => [graph, `onnx/${graph}${ENDINGS[toy]}.onnx`] as const);
const changed = async (toy: Toy, file: string, change: object) => {
  const bytes = await (await captionerFolder(toy)).read(file);
  return {
    [file]: JSON.stringify({
      ...(JSON.parse(new TextDecoder().decode(bytes)) as object),
      ...change,
    }),
  };
};

describe.each(TOYS)("taking in %s", (toy) => {
  it("says what it is, by whose licence, and lists its files", async () => {
    const { id, licence, files, manifest } = await taken(await captionerFolder(toy));
    expect(id).toMatch(new RegExp(`^${toy}@[0-9a-f]{12}$`));
    expect({ licence, kind: manifest.kind }).toEqual({ licence: "Apache-2.0", kind: KINDS[toy] });
    expect(files).toEqual(["captioner.json", ...Object.keys(manifest.files)]);
    expect(files).toEqual(expect.arrayContaining(graphsOf(toy).map(([, file]) => file)));
    expect(files).not.toContain("README.md");
  });

  it("is the same each time, and another one where a file differs", async () => {
    const { hash } = await taken(await captionerFolder(toy));
    expect((await taken(await captionerFolder(toy))).hash).toBe(hash);
    const other = await changed(toy, "tokenizer_config.json", { model_max_length: 99 });
    expect((await taken(await captionerFolder(toy, other))).hash).not.toBe(hash);
  });

  it("tells how far it is", async () => {
    const shares: number[] = [];
    await takeCaptioner(await captionerFolder(toy), {
      ...TAKING,
      onProgress: (done) => shares.push(done),
    });
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  it("names each file that is missing", async () => {
    const files = ["preprocessor_config.json", "tokenizer.json", "tokenizer_config.json"];
    if (toy === "toy-smolvlm") files.push("processor_config.json");
    for (const file of files) {
      const taking = taken(await captionerFolder(toy, { [file]: null }));
      await expect(taking).rejects.toMatchObject({ code: "pack", input: file });
    }
    for (const [graph, file] of graphsOf(toy)) {
      const taking = taken(await captionerFolder(toy, { [file]: null }));
      await expect(taking).rejects.toMatchObject({ code: "pack", input: `onnx/${graph}.onnx` });
    }
  });

  it("names each graph that is damaged", async () => {
    for (const [, file] of graphsOf(toy)) {
      const whole = await (await captionerFolder(toy)).read(file);
      const half = whole.slice(0, whole.length >> 1);
      const taking = taken(await captionerFolder(toy, { [file]: half }));
      await expect(taking).rejects.toMatchObject({ code: "pack", input: file });
    }
  });

  it.each(["config.json", "preprocessor_config.json", "tokenizer.json"])(
    "names %s if it is damaged",
    async (file) => {
      for (const content of ["", "{", "[]", '"text"']) {
        const taking = taken(await captionerFolder(toy, { [file]: content }));
        await expect(taking).rejects.toMatchObject({ code: "pack", input: file });
      }
    },
  );

  it("refuses graphs that do not fit each other", async () => {
    const folder = await captionerFolder(toy);
    const [[, first], [, second]] = graphsOf(toy) as [[string, string], [string, string]];
    const taking = taken(
      await captionerFolder(toy, {
        [first]: await folder.read(second),
        [second]: await folder.read(first),
      }),
    );
    await expect(taking).rejects.toMatchObject({ code: "pack" });
  });

  it("prefers eight-bit weights, and takes others where there are none", async () => {
    const folder = await captionerFolder(toy);
    const [[graph, file]] = graphsOf(toy) as [[string, string]];
    const bytes = await folder.read(file);
    const both = { [`onnx/${graph}_int8.onnx`]: bytes, [`onnx/${graph}_fp16.onnx`]: bytes };
    const { manifest } = await taken(await captionerFolder(toy, both));
    const best = ENDINGS[toy] === "_quantized" ? file : `onnx/${graph}_int8.onnx`;
    expect(manifest.graphs[graph]?.file).toBe(best);
    const only = { [file]: null, [`onnx/${graph}_fp16.onnx`]: bytes };
    const other = await taken(await captionerFolder(toy, only));
    expect(other.manifest.graphs[graph]).toMatchObject({
      file: `onnx/${graph}_fp16.onnx`,
      dtype: "fp16",
    });
  });
});

describe("taking in a folder", () => {
  it("that holds no model is refused", async () => {
    const folder = { name: "Music", files: ["a.mp3"], read: () => Promise.reject(new Error()) };
    await expect(taken(folder)).rejects.toMatchObject({ code: "pack", input: "Music" });
  });

  it("with a model of another type names the types that can be used", async () => {
    const other = await changed("toy-vit-gpt2", "config.json", { model_type: "clip" });
    const taking = taken(await captionerFolder("toy-vit-gpt2", other));
    await expect(taking).rejects.toMatchObject({
      input: "config.json",
      next: expect.stringContaining("florence2") as string,
    });
  });

  it.each([
    { size: 100_000 },
    { size: {} },
    { size: "224" },
    { image_std: [0, 0, 0] },
    { size: { longest_edge: 64 } },
    { size: { width: 16, height: 32 } },
  ])("whose pictures would be %j is refused", async (change) => {
    const other = await changed("toy-vit-gpt2", "preprocessor_config.json", change);
    const taking = taken(await captionerFolder("toy-vit-gpt2", other));
    await expect(taking).rejects.toMatchObject({ code: "pack", input: "preprocessor_config.json" });
  });

  it("whose prompt has another number of tokens for a picture than the model gives is refused", async () => {
    const other = await changed("toy-smolvlm", "processor_config.json", { image_seq_len: 5 });
    await expect(taken(await captionerFolder("toy-smolvlm", other))).rejects.toMatchObject({
      code: "pack",
    });
  });

  it("says that the licence is unknown where no card tells it", async () => {
    const { licence } = await taken(await captionerFolder("toy-smolvlm", { "README.md": null }));
    expect(licence).toBe("unknown");
  });

  it("takes the name that the model gives itself", async () => {
    const named = await changed("toy-smolvlm", "config.json", {
      _name_or_path: "owner/SmolVLM <b>x</b>",
    });
    const { id } = await taken(await captionerFolder("toy-smolvlm", named));
    expect(id).toMatch(/^SmolVLM-b-x-b-@|^b-@/);
  });
});
