import { describe, expect, it } from "vitest";
import type { ConversionSource } from "../../../src/contract/conversion.ts";
import { AudioError, UsageError } from "../../../src/contract/errors.ts";
import type { Fit, FitRequest } from "../../../src/contract/fit.ts";
import { Fitter } from "../../../src/engine/fit/fitter.ts";
import { wavBytes } from "../../cli/support/wav-bytes.ts";
import { inMemory } from "../decode/in-memory.ts";
import { memorySink } from "./memory-sink.ts";
import { toyTrack } from "./toy-track.ts";

const RATE = 4000;
const toy = toyTrack({ channels: 1, sampleRate: RATE });
const [samples = new Float32Array()] = toy.audio.channels;
const bytes = Uint8Array.from(
  wavBytes(
    { sampleRate: RATE, channels: 1, bits: 16 },
    samples.length,
    (frame) => samples[frame] ?? 0,
  ),
);

const request: FitRequest = { seconds: 43, frameRate: 25, hits: [], structure: toy.structure };
const noNet = (): Promise<null> => Promise.resolve(null);

/** A file in memory that counts what is read of it. */
function fileOf(
  content: Uint8Array,
  name = "toy.wav",
): ConversionSource & { read: ConversionSource["read"]; count(): number } {
  let count = 0;
  const memory = inMemory(content);
  const { size } = memory;
  return {
    ...{ name, size, seconds: 75 },
    read: (position, length) => {
      count += Math.min(length, Math.max(0, size - position));
      return memory.read(position, length);
    },
    decode: () => Promise.reject(new Error("not asked for")),
    count: () => count,
  };
}

const SAMPLED = 2 ** 15;

describe("the fitter", () => {
  it("decodes a file once for several lengths and the rendering", async () => {
    const fitter = new Fitter(noNet);
    const file = fileOf(bytes);
    const { fits } = await fitter.fit(file, request);
    expect(file.count()).toBeGreaterThanOrEqual(bytes.length);
    const again = fileOf(bytes);
    await fitter.fit(again, { ...request, seconds: 50 });
    const sink = memorySink();
    await fitter.render(again, fits[0] as Fit, sink);
    expect(again.count()).toBeLessThanOrEqual(2 * SAMPLED);
    expect(sink.file().length).toBe(68 + 43 * RATE * 3);
  });

  it("tells a file from another of the same name and size", async () => {
    const fitter = new Fitter(noNet);
    await fitter.fit(fileOf(bytes), request);
    const other = bytes.slice();
    other.fill(0, other.length - 1000);
    const file = fileOf(other);
    await fitter.fit(file, request);
    expect(file.count()).toBeGreaterThanOrEqual(bytes.length);
  });

  it("reports progress up to its end", async () => {
    const told: number[] = [];
    await new Fitter(noNet).fit(fileOf(bytes), request, (done) => told.push(done));
    expect(told.at(-1)).toBe(1);
    expect([...told].sort((a, b) => a - b)).toEqual(told);
  });

  it("fits what there is of a truncated file", async () => {
    const cut = fileOf(bytes.slice(0, 44 + 60 * RATE * 2));
    const { fits } = await new Fitter(noNet).fit(cut, { ...request, seconds: 20 });
    for (const { passages } of fits) {
      for (const { source } of passages) expect(source.end).toBeLessThanOrEqual(60);
    }
  });

  it.each([
    ["a length of nothing", { seconds: 0 }],
    ["more than an hour", { seconds: 3601 }],
    ["hits that are no numbers", { hits: [NaN] }],
    ["no frame rate", { frameRate: 0 }],
  ])("refuses %s", async (_, wrong) => {
    const asked = new Fitter(noNet).fit(fileOf(bytes), { ...request, ...wrong });
    await expect(asked).rejects.toThrow(UsageError);
  });

  it("refuses a fit without passages", async () => {
    const fitter = new Fitter(noNet);
    const { fits } = await fitter.fit(fileOf(bytes), request);
    const none = { ...(fits[0] as Fit), passages: [] };
    await expect(fitter.render(fileOf(bytes), none, memorySink())).rejects.toThrow(UsageError);
  });

  it("says what is wrong with a file, and can try again", async () => {
    const fitter = new Fitter(noNet);
    const broken = fileOf(new Uint8Array(5000));
    await expect(fitter.fit(broken, request)).rejects.toThrow(AudioError);
    await expect(fitter.fit(broken, request)).rejects.toThrow(AudioError);
    expect((await fitter.fit(fileOf(bytes), request)).problem).toBeNull();
  });

  it("refuses a track of more than 20 minutes, and one of nine channels", async () => {
    const slow = 2000;
    const long = wavBytes({ sampleRate: slow, channels: 1, bits: 8 }, slow * 1201, () => 0);
    await expect(new Fitter(noNet).fit(fileOf(long), request)).rejects.toThrow("20 minutes");
    const wide = wavBytes({ sampleRate: slow, channels: 9, bits: 16 }, slow, () => 0);
    await expect(new Fitter(noNet).fit(fileOf(wide), request)).rejects.toThrow("9 channels");
  });
});
