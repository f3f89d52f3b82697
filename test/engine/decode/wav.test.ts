import { describe, expect, it } from "vitest";
import { readWav } from "../../../src/engine/decode/wav.ts";
import { AudioError } from "../../../src/contract/errors.ts";
import { chunk, wavBytes, type WavShape } from "../../cli/support/wav-bytes.ts";
import { inMemory } from "./in-memory.ts";

async function read(bytes: Buffer): Promise<{ sampleRate: number; channels: number[][] }> {
  let sampleRate = 0;
  const channels: number[][] = [];
  for await (const block of readWav(inMemory(bytes), "test.wav")) {
    sampleRate = block.sampleRate;
    block.channels.forEach((samples, at) => (channels[at] ??= []).push(...samples));
  }
  return { sampleRate, channels };
}

/** A wave that touches both ends of the range and differs between channels. */
const wave = (frame: number, channel: number): number =>
  Math.sin(frame * 0.37 + channel) * (frame % 7 === 0 ? 1 : 0.4);
const plain: WavShape = { sampleRate: 8000, channels: 2, bits: 16 };

describe("readWav", () => {
  it.each<[string, WavShape, number]>([
    ["8-bit", { ...plain, bits: 8 }, 1 / 60],
    ["16-bit", { ...plain, bits: 16 }, 1 / 16_000],
    ["24-bit", { ...plain, bits: 24 }, 1e-6],
    ["32-bit", { ...plain, bits: 32 }, 1e-7],
    ["32-bit float", { ...plain, bits: 32, float: true }, 1e-7],
    ["64-bit float", { ...plain, bits: 64, float: true }, 1e-7],
    ["extensible 24-bit", { ...plain, bits: 24, extensible: true }, 1e-6],
    ["mono", { ...plain, channels: 1 }, 1 / 16_000],
    ["six channels", { ...plain, channels: 6 }, 1 / 16_000],
  ])("reads every sample of a %s file", async (_, shape, error) => {
    const { sampleRate, channels } = await read(wavBytes(shape, 100, wave));
    expect(sampleRate).toBe(8000);
    expect(channels).toHaveLength(shape.channels);
    channels.forEach((samples, channel) => {
      expect(samples).toHaveLength(100);
      samples.forEach((value, frame) => {
        expect(Math.abs(value - wave(frame, channel))).toBeLessThan(error);
      });
    });
  });

  it("reads files of many blocks without gaps", async () => {
    const frames = 150_000;
    const { channels } = await read(wavBytes({ ...plain, channels: 1 }, frames, wave));
    expect(channels[0]).toHaveLength(frames);
    for (const at of [65_535, 65_536, 65_537, frames - 1]) {
      expect(channels[0]?.[at]).toBeCloseTo(wave(at, 0), 3);
    }
  });

  it("reads a truncated file to its end", async () => {
    const whole = wavBytes(plain, 100, wave);
    const { channels } = await read(whole.subarray(0, whole.length - 4 * 50 - 1));
    expect(channels[0]).toHaveLength(49);
  });

  it.each([0, 0xffffffff])("reads to the end if the length is not given (%i)", async (claimed) => {
    const { channels } = await read(wavBytes({ ...plain, claimedBytes: claimed }, 100, wave));
    expect(channels[0]).toHaveLength(100);
  });

  it("takes the length of an RF64 file from its ds64 chunk", async () => {
    const bytes = wavBytes({ ...plain, claimedBytes: 0xffffffff }, 100, wave);
    const lengths = Buffer.alloc(28);
    lengths.writeBigUInt64LE(BigInt(40 * 4), 8);
    const rf64 = Buffer.concat([
      Buffer.from("RF64\xff\xff\xff\xffWAVE", "latin1"),
      chunk("ds64", lengths),
      bytes.subarray(12),
    ]);
    expect((await read(rf64)).channels[0]).toHaveLength(40);
  });

  it("refuses a format chunk that would fill memory", async () => {
    const bytes = wavBytes(plain, 10, wave);
    bytes.writeUInt16LE(65_535, 22);
    await expect(read(bytes)).rejects.toThrow(AudioError);
  });

  it.each([
    ["no data chunk", wavBytes(plain, 0, wave).subarray(0, 36)],
    [
      "data before the format",
      Buffer.concat([Buffer.from("RIFF0000WAVE"), chunk("data", Buffer.alloc(8))]),
    ],
    [
      "thousands of empty chunks",
      Buffer.concat([
        Buffer.from("RIFF0000WAVE"),
        ...Array.from({ length: 5000 }, () => chunk("junk", Buffer.alloc(0))),
        wavBytes(plain, 10, wave).subarray(12),
      ]),
    ],
  ])("refuses a file with %s", async (_, bytes) => {
    await expect(read(bytes)).rejects.toThrow("holds no audio");
  });

  it("names an encoding it does not read", async () => {
    const bytes = wavBytes(plain, 10, wave);
    bytes.writeUInt16LE(0x55, 20);
    await expect(read(bytes)).rejects.toThrow("not plain PCM (code 85, 16 bits, 2 channels)");
  });
});
