import "fake-indexeddb/auto";
import { deleteDB, openDB } from "idb";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  CAPTION_LIMIT,
  Captioners,
  spread,
} from "../../../../src/engine/see/captioners/captioners.ts";
import {
  CAPTIONERS_NAME,
  openPackStore,
  type PackStore,
} from "../../../../src/engine/store/pack-store.ts";
import { captionerFolder, picture, SCENES, TAKING } from "./toy-captioners.ts";

let store: PackStore;
let captioners: Captioners;
/** Milliseconds by the captioners' clock; `onRead` may let time pass. */
let time: number;
let onNow: () => void;

beforeEach(async () => {
  [time, onNow] = [0, () => undefined];
  store = await openPackStore(CAPTIONERS_NAME);
  captioners = await opened();
});
afterEach(async () => {
  await captioners.release();
  store.close();
  await deleteDB(CAPTIONERS_NAME);
});

const opened = (): Promise<Captioners> =>
  Captioners.open({ ...TAKING, store, now: () => (onNow(), time) });

const pictures = SCENES.map(({ colour }) => picture(colour));
const sentences = (by: string) => SCENES.map(({ says }, i) => ({ text: says, by, picture: i }));

describe("captioners that were added", () => {
  it("write about pictures, each in its name, also after a restart", async () => {
    expect(await captioners.captionsOf(pictures)).toEqual([]);
    const added = await captioners.add(await captionerFolder("toy-vit-gpt2"));
    expect(added).toMatchObject({ licence: "Apache-2.0" });
    expect(added.bytes).toBeGreaterThan(30_000);
    expect(await captioners.captionsOf(pictures)).toEqual(sentences("toy-vit-gpt2"));
    await captioners.add(await captionerFolder("toy-smolvlm"));
    const both = [...sentences("toy-vit-gpt2"), ...sentences("toy-smolvlm")];
    expect(await captioners.captionsOf(pictures)).toEqual(both);

    await captioners.release();
    const again = await opened();
    const names = (one: Captioners) =>
      one
        .list()
        .map(({ id }) => id)
        .sort();
    expect(names(again)).toEqual(names(captioners));
    const said = await again.captionsOf(pictures);
    expect([...said].sort(byName)).toEqual([...both].sort(byName));
    await again.release();
  });

  it("look at a few of many pictures, spread over all", async () => {
    await captioners.add(await captionerFolder("toy-florence2"));
    const many = Array.from({ length: 20 }, () => pictures[0]).flatMap((one) => one ?? []);
    const said = await captioners.captionsOf(many);
    expect(said.map((one) => one.picture)).toEqual([3, 10, 16]);
    expect(spread(2, CAPTION_LIMIT)).toEqual([0, 1]);
    expect(spread(0, CAPTION_LIMIT)).toEqual([]);
  });

  it("are there once, and are forgotten when they are removed", async () => {
    const { hash } = await captioners.add(await captionerFolder("toy-vit-gpt2"));
    await captioners.add(await captionerFolder("toy-vit-gpt2"));
    expect(captioners.list()).toHaveLength(1);
    await captioners.remove(hash);
    expect(captioners.list()).toEqual([]);
    expect(await captioners.captionsOf(pictures)).toEqual([]);
    await expect(store.read(hash, "config.json")).rejects.toMatchObject({
      code: "storage",
      what: "A file of an added captioner is gone.",
    });
  });

  it("are not kept where a folder is refused", async () => {
    const damaged = await captionerFolder("toy-vit-gpt2", {
      "onnx/decoder_model_merged_quantized.onnx": "no graph",
    });
    await expect(captioners.add(damaged)).rejects.toMatchObject({ code: "pack" });
    expect(await store.packs()).toEqual([]);
  });
});

describe("a captioner that does not do its work", () => {
  it("is skipped where its files are gone, and says why; others write", async () => {
    const { hash } = await captioners.add(await captionerFolder("toy-florence2"));
    await captioners.add(await captionerFolder("toy-smolvlm"));
    await captioners.release();
    const db = await openDB(CAPTIONERS_NAME);
    await db.delete("files", [hash, "onnx/embed_tokens.onnx"]);
    db.close();
    const again = await opened();
    expect(await again.captionsOf(pictures)).toEqual(sentences("toy-smolvlm"));
    const problems = again.list().map(({ id, problem }) => [id.split("@")[0], problem]);
    expect(Object.fromEntries(problems)).toEqual({
      "toy-florence2": expect.stringContaining("A file of an added captioner is gone.") as string,
      "toy-smolvlm": undefined,
    });
    await again.release();
  });

  it("is skipped where its description was changed", async () => {
    const { hash } = await captioners.add(await captionerFolder("toy-smolvlm"));
    const db = await openDB(CAPTIONERS_NAME);
    await db.put("files", new TextEncoder().encode("{}"), [hash, "captioner.json"]);
    db.close();
    const again = await opened();
    expect(again.list()[0]?.problem).toContain("description is damaged");
    expect(await again.captionsOf(pictures)).toEqual([]);
  });

  it("stops where a picture takes too long, keeps what it has said, and says so", async () => {
    await captioners.add(await captionerFolder("toy-vit-gpt2"));
    let asked = 0;
    onNow = () => {
      asked += 1;
      if (asked > 12) time = 60_000;
    };
    expect(await captioners.captionsOf(pictures)).toEqual(sentences("toy-vit-gpt2").slice(0, 1));
    expect(captioners.list()[0]?.problem).toContain("longer than 20 seconds");
    [time, onNow] = [0, () => undefined];
    expect(await captioners.captionsOf(pictures)).toHaveLength(3);
    expect(captioners.list()[0]).not.toHaveProperty("problem");
  });
});

describe("a later question", () => {
  it("ends an earlier one", async () => {
    await captioners.add(await captionerFolder("toy-vit-gpt2"));
    const first = captioners.captionsOf(pictures);
    const second = captioners.captionsOf(pictures.slice(0, 1));
    expect(await first).toEqual([]);
    expect(await second).toEqual(sentences("toy-vit-gpt2").slice(0, 1));
  });

  it("is not needed to end one: removing a captioner does", async () => {
    const { hash } = await captioners.add(await captionerFolder("toy-vit-gpt2"));
    const saying = captioners.captionsOf(pictures);
    const removing: Promise<void>[] = [];
    onNow = () => {
      if (removing.length === 0) removing.push(captioners.remove(hash));
    };
    expect((await saying).length).toBeLessThan(3);
    await Promise.all(removing);
    expect(await store.packs()).toEqual([]);
  });
});

const byName = (a: { readonly by: string }, b: { readonly by: string }): number =>
  a.by.localeCompare(b.by);
