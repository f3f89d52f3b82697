import { execFileSync } from "node:child_process";
import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { withAudioFile } from "../../../src/cli/audio/open-audio.ts";
import { AudioError } from "../../../src/contract/errors.ts";
import { chord } from "../support/paths.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { sine, wavBytes } from "../support/wav-bytes.ts";

interface Whole {
  readonly sampleRate: number;
  readonly samples: readonly number[];
}

/** The first channel of a file. */
function decode(path: string): Promise<Whole> {
  return withAudioFile(path, async ({ sampleRate, chunks }) => {
    const samples: number[] = [];
    for await (const [first = new Float32Array()] of chunks) samples.push(...first);
    return { sampleRate, samples };
  });
}

function written(name: string, bytes: Uint8Array): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, bytes);
  return path;
}

/** Strength of one pitch in the middle of the audio, straight from the definition of the Fourier sum. */
function strength({ sampleRate, samples }: Whole, hertz: number): number {
  const middle = samples.slice(samples.length / 4, (samples.length * 3) / 4);
  let real = 0;
  let imaginary = 0;
  middle.forEach((value, i) => {
    real += value * Math.cos((2 * Math.PI * hertz * i) / sampleRate);
    imaginary += value * Math.sin((2 * Math.PI * hertz * i) / sampleRate);
  });
  return Math.hypot(real, imaginary) / middle.length;
}

const hasFfmpeg = ((): boolean => {
  try {
    execFileSync("ffmpeg", ["-version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

describe("withAudioFile", () => {
  it.each(["mp3", "flac", "ogg", "opus"] as const)("decodes the chord in %s", async (format) => {
    const whole = await decode(chord(format));
    expect(whole.samples.length / whole.sampleRate).toBeCloseTo(1.5, 2);
    for (const note of [220, 277.18, 329.63]) {
      expect(strength(whole, note)).toBeGreaterThan(20 * strength(whole, note * 1.07));
    }
  });

  it.runIf(hasFfmpeg)("decodes the chord in m4a through ffmpeg", async () => {
    const whole = await decode(chord("m4a"));
    expect(whole.samples.length / whole.sampleRate).toBeCloseTo(1.5, 1);
    expect(strength(whole, 220)).toBeGreaterThan(20 * strength(whole, 235));
  });

  it("recognises a file by its content, not by its name", async () => {
    const whole = await decode(written("really-flac.mp3", readFileSync(chord("flac"))));
    expect(whole.samples).toHaveLength(33_075);
  });

  it("finds the audio behind a tag", async () => {
    const tag = Buffer.concat([
      Buffer.from([0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 2, 0]),
      Buffer.alloc(256),
    ]);
    const bytes = Buffer.concat([tag, readFileSync(chord("flac"))]);
    expect((await decode(written("tagged.flac", bytes))).samples).toHaveLength(33_075);
  });

  it.each(["mp3", "opus"] as const)("decodes the first half of a truncated %s", async (format) => {
    const bytes = readFileSync(chord(format));
    const half = await decode(written(`half.${format}`, bytes.subarray(0, bytes.length * 0.7)));
    expect(half.samples.length / half.sampleRate).toBeGreaterThan(0.3);
    expect(half.samples.length / half.sampleRate).toBeLessThan(1.3);
  });

  it("decodes a single second", async () => {
    const bytes = wavBytes({ sampleRate: 8000, channels: 1, bits: 16 }, 8000, sine(440, 8000));
    expect((await decode(written("short.wav", bytes))).samples).toHaveLength(8000);
  });

  it.each([
    ["an empty file", "zero.mp3", Buffer.alloc(0), "The file is empty."],
    [
      "text named .mp3",
      "text.mp3",
      Buffer.from("not music\n".repeat(1000)),
      "not in an audio format that Needledrop reads",
    ],
    [
      "zeros named .flac",
      "zeros.flac",
      Buffer.alloc(100_000),
      "not in an audio format that Needledrop reads",
    ],
    [
      "a FLAC header alone",
      "head.flac",
      readFileSync(chord("flac")).subarray(0, 60),
      "holds no audio",
    ],
    [
      "an Ogg page of nothing",
      "junk.ogg",
      Buffer.concat([
        Buffer.from("OggS\0\u0002"),
        Buffer.from("OpusHead"),
        Buffer.alloc(50_000, 7),
      ]),
      "holds no audio",
    ],
    [
      "a sample rate of 1 Hz",
      "slow.wav",
      wavBytes({ sampleRate: 1, channels: 1, bits: 16 }, 100, () => 0),
      "a sample rate of 1 Hz",
    ],
  ])("refuses %s by name", async (_, name, bytes, what) => {
    const path = written(name, bytes);
    const failure: unknown = await decode(path).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(AudioError);
    expect(failure).toMatchObject({ input: path });
    expect((failure as AudioError).what).toContain(what);
  });

  it("names a missing file", async () => {
    await expect(decode("/nowhere/at/all.wav")).rejects.toThrow("cannot be opened");
  });

  it.runIf(hasFfmpeg)("hands minutes of packed silence over in pieces", async () => {
    const path = join(temporaryFolder(), "silence.flac");
    const silence = ["-f", "lavfi", "-i", "anullsrc=r=48000:cl=mono", "-t", "600"];
    execFileSync("ffmpeg", ["-v", "error", ...silence, path]);
    const lengths = await withAudioFile(path, async ({ chunks }) => {
      const seen: number[] = [];
      for await (const [first] of chunks) seen.push(first?.length ?? 0);
      return seen;
    });
    const seconds = lengths.reduce((sum, length) => sum + length, 0) / 48_000;
    expect(Math.abs(seconds - 600)).toBeLessThan(1);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(2 ** 18);
  });

  it("stops at twelve hours and refuses longer audio", async () => {
    const header = wavBytes(
      { sampleRate: 2000, channels: 1, bits: 8, claimedBytes: 0 },
      0,
      () => 0,
    );
    const path = written("days.wav", header);
    truncateSync(path, 2000 * (12 * 3600 + 100));
    const drain = withAudioFile(path, async ({ chunks }) => {
      let frames = 0;
      for await (const [first] of chunks) frames += first?.length ?? 0;
      return frames;
    });
    await expect(drain).rejects.toThrow("longer than 12 hours");
  });

  it("closes the file when its consumer fails", async () => {
    const fail = withAudioFile(chord("mp3"), () =>
      Promise.reject(new AudioError({ what: "Enough.", next: "Stop." })),
    );
    await expect(fail).rejects.toThrow("Enough.");
  });
});
