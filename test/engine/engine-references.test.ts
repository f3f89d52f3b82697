import { beforeAll, describe, expect, it } from "vitest";
import type { ConversionSource } from "../../src/contract/conversion.ts";
import type { Engine, LoadOptions } from "../../src/contract/engine.ts";
import { HostError } from "../../src/contract/errors.ts";
import { withDecodedAudio } from "../../src/engine/decode/decode.ts";
import { audioFileOf } from "../../src/engine/decode/source-file.ts";
import { nodeRuntime } from "../../src/engine/encode/runtime-node.ts";
import { embedTrack } from "../../src/engine/encode/track.ts";
import { createEngine } from "../../src/engine/engine.ts";
import { writeIndex } from "../../src/engine/index/writer.ts";
import { openAudioTower } from "../../src/engine/open.ts";
import { sha256 } from "../../src/engine/sha256.ts";
import { sine, wavBytes } from "../cli/support/wav-bytes.ts";
import { inMemory } from "./decode/in-memory.ts";
import { sourceOf as assetsOf, toyAssets, toyPack, track } from "./toy.ts";

const RATE = 8000;

/** A tone as a file that is dropped on the panel. */
function tone(hertz: number, seconds: number): ConversionSource {
  const bytes = wavBytes(
    { sampleRate: RATE, channels: 1, bits: 16 },
    seconds * RATE,
    sine(hertz, RATE),
  );
  const decode = (): never => {
    throw new Error("not asked for");
  };
  return { ...inMemory(bytes), name: `${hertz} Hz.wav`, seconds: 0, decode };
}

const TONES = [1, 2, 3];
let assets: Map<string, Uint8Array>;
let options: LoadOptions;

beforeAll(async () => {
  const pack = await toyPack();
  const tower = await openAudioTower({ pack, runtime: nodeRuntime() });
  const entries = [];
  for (const hertz of TONES) {
    const file = audioFileOf(tone(hertz, 4));
    const { peaks, sections } = await withDecodedAudio(file, (audio) => embedTrack(tower, audio));
    entries.push({ track: track(`${hertz} Hz`), peaks, sections });
  }
  const index = writeIndex(pack, entries);
  assets = await toyAssets({ index });
  options = { device: "wasm", indexHash: await sha256(index) };
});

async function loaded(): Promise<Engine> {
  const engine = createEngine(nodeRuntime());
  await engine.load(assetsOf(assets), options);
  return engine;
}
const likeTo = (id: string) => ({
  query: "",
  limit: 3,
  like: [{ of: { kind: "reference" as const, id }, weight: 1 }],
});

describe("a reference", () => {
  it("is heard as tracks are, so that the same music is found first", async () => {
    const engine = await loaded();
    for (const hertz of TONES) {
      const reference = await engine.hearReference(tone(hertz, 4));
      expect(reference).toMatchObject({ name: `${hertz} Hz.wav`, seconds: 4 });
      const { results } = await engine.search(likeTo(reference.id));
      expect(results[0]?.track.id).toBe(`${hertz} Hz`);
    }
  });

  it("tells how much of it was heard, up to all of it", async () => {
    const told: number[] = [];
    await (await loaded()).hearReference(tone(1, 60), (done) => told.push(done));
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.length).toBeGreaterThan(1);
    expect(told.at(-1)).toBe(1);
  });

  it("is gone once it is forgotten, and forgetting it again is no error", async () => {
    const engine = await loaded();
    const { id } = await engine.hearReference(tone(1, 2));
    await engine.forgetReference(id);
    await engine.forgetReference(id);
    await expect(engine.search(likeTo(id))).rejects.toMatchObject({ code: "usage", input: id });
  });

  it("has the id that another engine gives the same music", async () => {
    const ids = [await loaded(), await loaded()].map(async (engine) => {
      await engine.hearReference(tone(3, 2));
      return (await engine.hearReference(tone(1, 2))).id;
    });
    expect(new Set(await Promise.all(ids)).size).toBe(1);
  });

  it("makes room for others after twenty", async () => {
    const engine = await loaded();
    const ids: string[] = [];
    for (let n = 0; n < 21; n += 1) {
      ids.push((await engine.hearReference(tone(1 + n / 20, 2))).id);
    }
    expect(new Set(ids).size).toBe(21);
    await expect(engine.search(likeTo(ids[0] ?? ""))).rejects.toMatchObject({ code: "usage" });
    expect((await engine.search(likeTo(ids[1] ?? ""))).results).toHaveLength(3);
  });
});

describe("a file that cannot be a reference", () => {
  it.each([
    ["is shorter than a section", tone(1, 0.5)],
    ["is no audio", { ...tone(1, 1), ...inMemory(new TextEncoder().encode("not music at all")) }],
    ["is empty", { ...tone(1, 1), ...inMemory(new Uint8Array(0)) }],
  ])("because it %s is refused, by name", async (_, source) => {
    const hearing = (await loaded()).hearReference(source);
    await expect(hearing).rejects.toMatchObject({ code: "audio", input: "1 Hz.wav" });
  });

  it("because it cannot be read is refused with what the page says", async () => {
    const gone = new HostError({ what: "The file is gone.", next: "Drop it again." });
    const source = { ...tone(1, 1), read: () => Promise.reject(gone) };
    await expect((await loaded()).hearReference(source)).rejects.toBe(gone);
  });

  it("is refused before anything is loaded", async () => {
    const hearing = createEngine(nodeRuntime()).hearReference(tone(1, 1));
    await expect(hearing).rejects.toMatchObject({ code: "usage" });
  });
});

describe("tracks by id", () => {
  it("come with the section that stands for them; null for others", async () => {
    const found = await (await loaded()).tracks(["2 Hz", "none"]);
    expect(found).toMatchObject([{ rank: 1, track: { id: "2 Hz" }, score: 0 }, null]);
  });

  it.each([[["x".repeat(401)]], [[7]], ["1 Hz"]])("refuses %j", async (ids) => {
    const asked = (await loaded()).tracks(ids as string[]);
    await expect(asked).rejects.toMatchObject({ code: "usage" });
  });
});
