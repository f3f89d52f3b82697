import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { TOY_CLAP } from "../../engine/encode/toy-clap.ts";
import { chord, TOY_PACK } from "../support/paths.ts";
import { say } from "../support/say.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

let packs: string;
beforeEach(() => {
  packs = join(temporaryFolder(), "packs");
  vi.stubEnv("NEEDLEDROP_PACKS", packs);
});
afterEach(() => vi.unstubAllEnvs());

async function json(...args: string[]): Promise<Record<string, unknown>> {
  const { code, results } = await say(...args, "--json");
  const value = JSON.parse(results.join("\n")) as Record<string, unknown>;
  expect([value["error"], code]).toEqual([undefined, 0]);
  return value;
}

async function failure(...args: string[]): Promise<unknown> {
  const { results } = await say(...args, "--json");
  return (JSON.parse(results.join("\n")) as { error: unknown }).error;
}

/** The toy CLAP in a folder of its own, with one file changed. */
function clapWith(file: string, change: (text: string) => string): string {
  const folder = join(temporaryFolder(), "model");
  cpSync(TOY_CLAP, folder, { recursive: true });
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), "utf8")));
  return folder;
}

describe("needledrop pack add", () => {
  it("copies a CLAP model, from which then everything is read", async () => {
    const source = join(temporaryFolder(), "toy-clap");
    cpSync(TOY_CLAP, source, { recursive: true });
    const added = await json("pack", "add", source);
    expect(added).toMatchObject({
      name: "toy-clap",
      dimension: 8,
      licence: "Apache-2.0",
      terms: null,
    });
    expect(readdirSync(join(packs, "toy-clap")).sort()).toEqual([
      ...["config.json", "onnx", "pack.json", "preprocessor_config.json"],
      ...["tokenizer.json", "tokenizer_config.json", "vocabulary.json"],
    ]);
    rmSync(source, { recursive: true });
    const { pack, sections } = await json("embed", "--text", "calm", "--pack", "toy-clap");
    expect(pack).toBe(added["pack"]);
    expect(sections).toHaveLength(1);
  });

  it("indexes and searches with it", async () => {
    await json("pack", "add", TOY_CLAP);
    const folder = temporaryFolder();
    cpSync(chord("flac"), join(folder, "chord.flac"));
    const out = join(folder, "clap.ndx");
    expect(await json("index", folder, "--out", out, "--pack", "toy-clap")).toMatchObject({
      tracks: 1,
      pack: expect.stringMatching(/^toy-clap@/) as string,
    });
    const answer = await json("search", "calm piano", "--index", out, "--pack", "toy-clap");
    expect(answer["results"]).toMatchObject([{ id: expect.stringContaining("chord") as string }]);
  });

  it("searches indexes of several packs at once, and says which pack has none", async () => {
    await json("pack", "add", TOY_CLAP);
    await json("pack", "add", TOY_PACK);
    const folder = temporaryFolder();
    cpSync(chord("flac"), join(folder, "chord.flac"));
    cpSync(chord("mp3"), join(folder, "other.mp3"));
    const [own, clap] = [join(folder, "own.ndx"), join(folder, "clap.ndx")];
    await json("index", folder, "--out", own, "--pack", "toy-pack");
    await json("index", folder, "--out", clap, "--pack", "toy-clap");
    const both = ["--pack", "toy-pack", "--pack", "toy-clap"];
    const answer = await json("search", "calm", "--index", clap, "--index", own, ...both);
    expect(answer["pack"]).toMatch(/^toy-pack@0\.0\.1 \+ toy-clap@/);
    expect(answer["results"]).toMatchObject([{ rank: 1 }, { rank: 2 }]);
    expect(await failure("search", "calm", "--index", own, ...both)).toMatchObject({
      code: "usage",
      input: expect.stringMatching(/^toy-clap@/) as string,
    });
    expect(await failure("search", "calm", "--index", own, "--index", clap)).toMatchObject({
      code: "index-pack",
    });
  });

  it("takes a pack of ours, and gives it the name that is asked for", async () => {
    const added = await json("pack", "add", TOY_PACK, "--name", "mine");
    expect(added).toMatchObject({ name: "mine", pack: "toy-pack@0.0.1" });
    expect(await json("embed", "--text", "calm", "--pack", "mine")).toMatchObject({
      pack: "toy-pack@0.0.1",
    });
  });

  it("shows what the licence forbids, and says so whenever the pack is used", async () => {
    const folder = clapWith("README.md", (text) => text.replace("apache-2.0", "cc-by-nc-4.0"));
    const { results } = await say("pack", "add", folder, "--name", "nc");
    expect(results.join("\n")).toContain("(CC BY-NC 4.0) allows non-commercial use only");
    const { notes } = await say("embed", "--text", "calm", "--pack", "nc");
    expect(notes.join("\n")).toContain("non-commercial use only");
  });

  it("leaves nothing behind when a model is refused", async () => {
    const folder = clapWith("config.json", (text) => text.replace('"clap"', '"clip"'));
    expect(await failure("pack", "add", folder)).toMatchObject({
      code: "pack",
      input: "config.json",
    });
    expect(existsSync(packs) ? readdirSync(packs) : []).toEqual([]);
  });

  it.each(["", "../up", ".hidden", "a/b", "needledrop-base"])(
    "refuses the name %j",
    async (name) => {
      expect(await failure("pack", "add", TOY_PACK, "--name", name)).toMatchObject({
        code: "usage",
      });
    },
  );

  it("refuses a name that is taken", async () => {
    await json("pack", "add", TOY_PACK);
    expect(await failure("pack", "add", TOY_PACK)).toMatchObject({
      code: "usage",
      input: "toy-pack",
      next: expect.stringContaining("--name") as string,
    });
  });
});

describe("needledrop pack list", () => {
  it("names the pack that ships, those that were added, and one that is damaged", async () => {
    await json("pack", "add", TOY_CLAP);
    await json("pack", "add", TOY_PACK);
    writeFileSync(join(packs, "toy-pack", "pack.json"), "{");
    const { packs: listed } = await json("pack", "list");
    expect(listed).toMatchObject([
      { name: "needledrop-base", problem: null },
      { name: "toy-clap", licence: "Apache-2.0", problem: null },
      { name: "toy-pack", pack: null, problem: "A pack file is not JSON." },
    ]);
    const { results } = await say("pack", "list");
    expect(results.join("\n")).toContain("toy-clap");
  });
});

describe("needledrop pack remove", () => {
  it("removes a pack that was added, and nothing else", async () => {
    await json("pack", "add", TOY_PACK);
    expect(await json("pack", "remove", "toy-pack")).toMatchObject({ removed: "toy-pack" });
    expect(readdirSync(packs)).toEqual([]);
    for (const name of ["toy-pack", "needledrop-base", "..", "."]) {
      expect(await failure("pack", "remove", name)).toMatchObject({ code: "usage", input: name });
    }
  });
});

describe("--pack", () => {
  it("names the packs that are there when it is none of them", async () => {
    await json("pack", "add", TOY_PACK);
    expect(await failure("embed", "--text", "calm", "--pack", "clap")).toMatchObject({
      code: "pack",
      input: "clap",
      next: "Give --pack one of: needledrop-base, toy-pack; or the folder of a pack.",
    });
  });
});
