import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SCENES, toyFolder } from "../../engine/see/captioners/toy-captioners.ts";
import { say } from "../support/say.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

let captioners: string;
beforeEach(() => {
  captioners = join(temporaryFolder(), "captioners");
  vi.stubEnv("NEEDLEDROP_CAPTIONERS", captioners);
});
afterEach(() => vi.unstubAllEnvs());

async function json(...args: string[]): Promise<Record<string, unknown>> {
  const { code, results } = await say("captioner", ...args, "--json");
  const value = JSON.parse(results.join("\n")) as Record<string, unknown>;
  expect([value["error"], code]).toEqual([undefined, 0]);
  return value;
}

async function failure(...args: string[]): Promise<unknown> {
  const { results } = await say("captioner", ...args, "--json");
  return (JSON.parse(results.join("\n")) as { error: unknown }).error;
}

/** A picture of one colour as PPM, with a comment in its head. */
function ppm(colour: readonly number[], head = "P6\n# by hand\n6 4\n255\n", pixels = 24): string {
  const file = join(temporaryFolder(), "picture.ppm");
  const rgb = Array.from({ length: pixels }, () => colour).flat();
  writeFileSync(file, Buffer.concat([Buffer.from(head), Buffer.from(rgb)]));
  return file;
}

describe("needledrop captioner", () => {
  it("adds a captioner, lists it, tries it on pictures, and removes it", async () => {
    expect(await json("list")).toEqual({ captioners: [] });
    const added = await json("add", toyFolder("toy-florence2"));
    expect(added).toMatchObject({
      name: "toy-florence2",
      kind: "florence2",
      licence: "Apache-2.0",
    });
    expect(await json("list")).toMatchObject({
      captioners: [{ name: "toy-florence2", captioner: added["captioner"], problem: null }],
    });
    for (const { colour, says } of SCENES) {
      expect(await json("try", "toy-florence2", ppm(colour))).toMatchObject({ text: says });
    }
    await json("remove", "toy-florence2");
    expect(readdirSync(captioners)).toEqual([]);
  });

  it("lists one that is damaged with what is wrong", async () => {
    await json("add", toyFolder("toy-smolvlm"), "--name", "mine");
    writeFileSync(join(captioners, "mine", "captioner.json"), "{");
    const { results } = await say("captioner", "list");
    expect(results.join("\n")).toContain("cannot be used");
    writeFileSync(join(captioners, "mine", "captioner.json"), "{}");
    expect(await failure("try", "mine", ppm([0, 0, 0]))).toMatchObject({ code: "pack" });
  });

  it("leaves nothing behind when a folder is refused", async () => {
    expect(await failure("add", temporaryFolder())).toMatchObject({ code: "pack" });
    expect(existsSync(captioners) ? readdirSync(captioners) : []).toEqual([]);
  });

  it("refuses a name that is none, or is taken", async () => {
    await json("add", toyFolder("toy-vit-gpt2"));
    expect(await failure("add", toyFolder("toy-vit-gpt2"))).toMatchObject({ code: "usage" });
    for (const name of ["..", "a/b", ".x"]) {
      const refused = await failure("add", toyFolder("toy-vit-gpt2"), "--name", name);
      expect(refused).toMatchObject({ code: "usage", input: name });
      expect(await failure("remove", name)).toMatchObject({ code: "usage", input: name });
    }
  });

  it.each([
    "P6\n6 4\n65535\n",
    "P5\n6 4\n255\n",
    "P6\n0 4\n255\n",
    "P6\n6 5\n255\n",
    "P6 99999 99999 255\n",
  ])("refuses a picture that begins %j", async (head) => {
    await json("add", toyFolder("toy-vit-gpt2"));
    const file = ppm([1, 2, 3], head);
    expect(await failure("try", "toy-vit-gpt2", file)).toMatchObject({
      code: "usage",
      input: file,
    });
  });
});
