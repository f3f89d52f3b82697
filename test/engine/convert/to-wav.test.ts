import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ConversionSource, WavSink } from "../../../src/contract/conversion.ts";
import { AudioError } from "../../../src/contract/errors.ts";
import { PIECE_BYTES } from "../../../src/contract/host-folders.ts";
import { toWav } from "../../../src/engine/convert/to-wav.ts";
import { withDecodedAudio, type AudioFile } from "../../../src/engine/decode/decode.ts";
import { chord } from "../../cli/support/paths.ts";
import { sine, wavBytes, type WavShape } from "../../cli/support/wav-bytes.ts";
import { inMemory } from "../decode/in-memory.ts";

const never = (): never => {
  throw new Error("not asked for");
};

function sourceOf(bytes: Uint8Array, seconds: number): ConversionSource {
  return { ...inMemory(bytes), name: "x.flac", seconds, decode: () => Promise.resolve(never()) };
}

/** A sink that keeps what it is given, and the lengths that it was told. */
function keep(): { sink: WavSink; pieces: Uint8Array[]; told: number[]; file: () => Uint8Array } {
  const pieces: Uint8Array[] = [];
  const told: number[] = [];
  const sink: WavSink = {
    begin: (bytes) => {
      pieces.length = 0;
      told.push(bytes);
      return Promise.resolve(true);
    },
    write: (bytes) => {
      pieces.push(bytes);
      return Promise.resolve();
    },
  };
  return { sink, pieces, told, file: () => Uint8Array.from(Buffer.concat(pieces)) };
}

/** All samples of a file, channel by channel. */
async function samplesOf(bytes: Uint8Array): Promise<{ rate: number; channels: number[][] }> {
  const file: AudioFile = { ...inMemory(bytes), name: "x", readOther: never };
  return withDecodedAudio(file, async ({ sampleRate, chunks }) => {
    const channels: number[][] = [];
    for await (const chunk of chunks)
      chunk.forEach((samples, at) => (channels[at] ??= []).push(...samples));
    return { rate: sampleRate, channels };
  });
}

const made = (shape: Partial<WavShape>, frames: number, sample = sine(300, 8000)): Uint8Array =>
  wavBytes({ sampleRate: 8000, channels: 1, bits: 24, ...shape }, frames, sample);

describe("conversion to WAV", () => {
  it.each(["flac", "ogg", "opus", "mp3"] as const)(
    "keeps what a decoder gives: %s",
    async (format) => {
      const content = readFileSync(chord(format));
      const before = await samplesOf(content);
      const { sink, told, file } = keep();
      await toWav(sourceOf(content, (before.channels[0]?.length ?? 0) / before.rate), sink);
      const after = await samplesOf(file());
      expect(told).toEqual([file().length]);
      expect(after.rate).toBe(before.rate);
      expect(after.channels.map(({ length }) => length)).toEqual(
        before.channels.map(({ length }) => length),
      );
      // Half a step of 24 bits, and nothing is louder than full scale.
      const furthest = before.channels.map((samples, channel) =>
        samples.reduce((most, sample, at) => {
          const wanted = Math.max(-1, Math.min(1 - 2 ** -23, sample));
          return Math.max(most, Math.abs(wanted - (after.channels[channel]?.[at] ?? 9)));
        }, 0),
      );
      expect(Math.max(...furthest)).toBeLessThanOrEqual(2 ** -24);
    },
  );

  it.each([
    { bits: 16, channels: 1 },
    { bits: 24, channels: 2 },
    { bits: 24, channels: 6 },
    { bits: 24, channels: 3, sampleRate: 192_000 },
  ] as const)("is exact for samples of up to 24 bits: %o", async (shape) => {
    const sample = (frame: number, channel: number): number =>
      0.9 * Math.sin(frame * (channel + 1) * 0.01);
    const content = wavBytes({ sampleRate: 8000, ...shape }, 1001, sample);
    const { sink, file } = keep();
    const before = await samplesOf(content);
    await toWav(sourceOf(content, 1001 / before.rate), sink);
    expect(await samplesOf(file())).toEqual(before);
    expect(file().length % 2).toBe(0);
  });

  it("clips what is louder than full scale", async () => {
    const values = [1, -1, 1.5, -1.5, 0.5];
    const content = made({ float: true, bits: 32 }, 5, (frame) => values[frame] ?? 0);
    const { sink, file } = keep();
    await toWav(sourceOf(content, 5 / 8000), sink);
    const most = 1 - 2 ** -23;
    expect((await samplesOf(file())).channels).toEqual([[most, -1, most, -1, 0.5]]);
  });

  it("comes in pieces that fit into a message, and never holds more than one", async () => {
    const content = made({ channels: 2 }, 400_000);
    const { sink, pieces, file } = keep();
    await toWav(sourceOf(content, 50), sink);
    expect(pieces.slice(0, -1).every(({ length }) => length === PIECE_BYTES)).toBe(true);
    expect(file().length).toBe(68 + 400_000 * 6);
  });

  it.each([
    ["longer", 1.7],
    ["shorter", 2.4],
  ])("begins anew where the file is %s than its track", async (_, seconds) => {
    const content = made({}, 16_000);
    const { sink, told, file } = keep();
    await toWav(sourceOf(content, seconds), sink);
    expect(told).toEqual([68 + 3 * 8000 * seconds, 68 + 3 * 16_000]);
    expect((await samplesOf(file())).channels[0]).toHaveLength(16_000);
  });

  it("writes nothing where the file is there already", async () => {
    const { sink, pieces } = keep();
    await toWav(sourceOf(made({}, 16_000), 2), { ...sink, begin: () => Promise.resolve(false) });
    expect(pieces).toEqual([]);
  });

  it("refuses what would be larger than 4 GB, before it writes", async () => {
    const { sink, told } = keep();
    const failure = toWav(sourceOf(made({ channels: 2, sampleRate: 96_000 }, 999), 8 * 3600), sink);
    await expect(failure).rejects.toThrow(/4 GB/);
    expect(told).toEqual([]);
  });

  it.each([
    ["empty", new Uint8Array()],
    ["no audio", Uint8Array.from(Buffer.from("This is a text."))],
  ])("names a file that is %s", async (_, content) => {
    const failure = toWav(sourceOf(content, 1), keep().sink);
    await expect(failure).rejects.toBeInstanceOf(AudioError);
    await expect(failure).rejects.toMatchObject({ input: "x.flac" });
  });

  it("ends when the sink takes no more", async () => {
    const { sink } = keep();
    const full = {
      ...sink,
      write: () => Promise.reject(new AudioError({ what: "F.", next: "N." })),
    };
    await expect(toWav(sourceOf(made({}, 16_000), 2), full)).rejects.toThrow("F.");
  });

  it("converts what the page decodes", async () => {
    const m4a = readFileSync(chord("m4a"));
    const samples = Float32Array.from({ length: 80 }, (_, i) => i / 128);
    const { sink, file } = keep();
    const decode = () => Promise.resolve({ sampleRate: 8000, channels: [samples] });
    await toWav({ ...sourceOf(m4a, 0.01), decode }, sink);
    expect((await samplesOf(file())).channels).toEqual([[...samples]]);
  });
});
