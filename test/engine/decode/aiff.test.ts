import { describe, expect, it } from "vitest";
import { AudioError } from "../../../src/contract/errors.ts";
import { readAiff } from "../../../src/engine/decode/aiff.ts";
import { aiff, chunk, common, file, sound } from "../../cli/support/aiff-bytes.ts";
import { inMemory } from "./in-memory.ts";

async function read(bytes: Uint8Array): Promise<{ rate: number; channels: number[][] }> {
  let rate = 0;
  const channels: number[][] = [];
  for await (const block of readAiff(inMemory(bytes), "a.aiff")) {
    rate = block.sampleRate;
    block.channels.forEach((samples, c) => (channels[c] ??= []).push(...samples));
  }
  return { rate, channels };
}

describe("readAiff", () => {
  it.each([8_000, 22_050, 44_100, 48_000, 96_000, 192_000])("reads %i Hz", async (rate) => {
    expect((await read(aiff({ rate, sound: Buffer.from([64, 0]) }))).rate).toBe(rate);
  });

  it.each([
    ["8 bits", { bits: 8, sound: Buffer.from([64, 192]) }],
    ["16 bits", { sound: Buffer.from([64, 0, 192, 0]) }],
    ["24 bits", { bits: 24, sound: Buffer.from([64, 0, 0, 192, 0, 0]) }],
    ["32 bits", { bits: 32, sound: Buffer.from([64, 0, 0, 0, 192, 0, 0, 0]) }],
    ["12 bits in two bytes", { bits: 12, sound: Buffer.from([64, 0, 192, 0]) }],
    ["little-endian", { code: "sowt", sound: Buffer.from([0, 64, 0, 192]) }],
    [
      "little-endian, 24 bits",
      { code: "sowt", bits: 24, sound: Buffer.from([0, 0, 64, 0, 0, 192]) },
    ],
    ["AIFF-C without compression", { code: "NONE", sound: Buffer.from([64, 0, 192, 0]) }],
    ["unsigned 8 bits", { code: "raw ", bits: 8, sound: Buffer.from([192, 64]) }],
    ["floats", { code: "fl32", bits: 32, sound: Buffer.from([63, 0, 0, 0, 191, 0, 0, 0]) }],
  ] as const)("reads %s", async (_, shape) => {
    expect((await read(aiff(shape))).channels).toEqual([[0.5, -0.5]]);
  });

  it("reads several channels, and chunks in any order", async () => {
    const shape = { channels: 2, sound: Buffer.from([64, 0, 192, 0, 32, 0, 0, 0]) };
    const other = chunk("NAME", Buffer.from("odd"));
    const bytes = file("AIFF", other, sound(shape.sound), other, common(shape));
    expect((await read(bytes)).channels).toEqual([
      [0.5, 0.25],
      [-0.5, 0],
    ]);
  });

  it("reads what is there of a file that was cut", async () => {
    const whole = aiff({ sound: Buffer.from([64, 0, 192, 0, 64, 0]) });
    expect((await read(whole.subarray(0, -3))).channels).toEqual([[0.5]]);
  });

  it("refuses compressed audio, and files without any", async () => {
    const ima = aiff({ code: "ima4", sound: Buffer.alloc(34) });
    await expect(read(ima)).rejects.toThrow("not plain PCM (ima4, 16 bits)");
    await expect(read(aiff({ channels: 0, sound: Buffer.alloc(2) }))).rejects.toThrow(AudioError);
    await expect(read(file("AIFF", sound(Buffer.alloc(2))))).rejects.toThrow("holds no audio");
    await expect(read(file("AIFF"))).rejects.toThrow("holds no audio");
  });
});
