import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PNG } from "pngjs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { heatColour } from "../../composer/audit/cell.ts";
import { faultsOf, measure } from "../../composer/audit/check.ts";
import { decodeSound } from "../../composer/audit/decode.ts";
import { powerSpectrum } from "../../composer/audit/fft.ts";
import { longestClip, longestSilence, tailDrop } from "../../composer/audit/levels.ts";
import { onsetEnvelope, onsetsBetween } from "../../composer/audit/onsets.ts";
import { createPicture, write } from "../../composer/audit/picture.ts";
import { tempoFits, tempoOf } from "../../composer/audit/tempo.ts";
import { runAudit } from "../../composer/cli/audit.ts";
import { runCompose } from "../../composer/cli/compose.ts";
import { runContactSheet } from "../../composer/cli/contact-sheet.ts";
import { readCorpus, type CorpusPiece } from "../../composer/render/corpus.ts";

const rate = 8000;

function sine(hertz: number, seconds: number, level: number): Float32Array {
  return Float32Array.from({ length: Math.round(seconds * rate) }, (_, i) => {
    return level * Math.sin((2 * Math.PI * hertz * i) / rate);
  });
}

const join32 = (...parts: Float32Array[]): Float32Array =>
  Float32Array.from(parts.flatMap((part) => [...part]));
const silence = (seconds: number): Float32Array => new Float32Array(Math.round(seconds * rate));

/** Short bursts at a tempo; `level` of the burst with that number, 0 leaves it out. */
function clicks(bpm: number, seconds: number, level: (i: number) => number): Float32Array {
  const sound = silence(seconds);
  for (let i = 0; (i * 60) / bpm < seconds - 0.1; i += 1) {
    const from = Math.round((i * 60 * rate) / bpm);
    for (let j = 0; j < 400; j += 1) {
      // A frequency that climbs is rough enough to be heard in many bands.
      sound[from + j] = level(i) * Math.exp(-j / 80) * Math.sin(j * j * 0.004);
    }
  }
  return sound;
}

/** A piece that lasts so long and promises two sections. */
function promised(seconds: number, changes: Partial<CorpusPiece> = {}): CorpusPiece {
  return {
    id: "test-000001",
    style: "none",
    midi: "midi/test-000001.mid",
    seconds,
    bpm: 120,
    metre: "4/4",
    instruments: [],
    tags: ["no drums"],
    sections: [
      { label: "intro", start: 0, end: seconds / 2 },
      { label: "statement", start: seconds / 2, end: seconds },
    ],
    ...changes,
  };
}

describe("the transform", () => {
  it("gives the powers of a naive one with the same window", () => {
    const size = 16;
    const samples = Float32Array.from({ length: size }, (_, i) => Math.sin(i * i) + 0.1 * i);
    const naive = Array.from({ length: size / 2 + 1 }, (_, bin) => {
      let [re, im] = [0, 0];
      samples.forEach((sample, i) => {
        const windowed = sample * (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / size));
        re += windowed * Math.cos((2 * Math.PI * bin * i) / size);
        im -= windowed * Math.sin((2 * Math.PI * bin * i) / size);
      });
      return re * re + im * im;
    });
    const power = powerSpectrum(size)(samples);
    naive.forEach((value, bin) => expect(power[bin]).toBeCloseTo(value, 4));
  });

  it("has its peak where the tone lies, and takes powers of two only", () => {
    const power = [...powerSpectrum(256)(sine(1000, 0.1, 0.5))];
    expect(power.indexOf(Math.max(...power))).toBe(32);
    expect(() => powerSpectrum(100)).toThrow(RangeError);
  });
});

describe("levels", () => {
  const tone = sine(300, 1, 0.5);

  it("find a hole in a tone, and none in a tone that dies away", () => {
    expect(longestSilence(join32(tone, silence(3.5), tone), rate)).toBeCloseTo(3.5, 2);
    expect(longestSilence(join32(silence(2), tone), rate)).toBeCloseTo(2, 2);
    expect(longestSilence(join32(tone, silence(9)), rate)).toBeLessThan(0.01);
    expect(longestSilence(silence(4), rate)).toBe(4);
    expect(longestSilence(join32(tone, sine(300, 4, 0.0009), tone), rate)).toBeCloseTo(4, 2);
  });

  it("agree with a naive search for silence", () => {
    const sound = join32(tone, silence(0.2), tone, silence(0.7), sine(90, 0.3, 0.01), silence(2));
    const heard = [...sound.keys()].filter((i) => Math.abs(sound[i] ?? 0) >= 0.001);
    const gaps = heard.slice(1).map((at, i) => at - (heard[i] ?? 0) - 1);
    expect(longestSilence(sound, rate)).toBe(Math.max(heard[0] ?? 0, ...gaps) / rate);
  });

  it("see a clipped sine, and not one that just reaches the top", () => {
    const clipped = sine(300, 1, 1.4).map((sample) => Math.max(-1, Math.min(1, sample)));
    expect(longestClip(clipped)).toBeGreaterThan(3);
    expect(longestClip(sine(300, 1, 0.93))).toBe(0);
    const text = [...clipped].map((sample) => (Math.abs(sample) >= 0.9999 ? "x" : ".")).join("");
    const naive = Math.max(...text.split(".").map((run) => run.length));
    expect(longestClip(clipped)).toBe(naive);
  });

  it("tell a tone that was cut off from one that died away", () => {
    const dying = tone.map((sample, i) => sample * Math.exp((-6 * i) / tone.length));
    expect(tailDrop(tone, rate)).toBeLessThan(1);
    expect(tailDrop(dying, rate)).toBeGreaterThan(45);
    expect(tailDrop(join32(tone, silence(0.1)), rate)).toBeGreaterThan(100);
  });
});

describe("onsets", () => {
  it("are found where clicks are, and not in between", () => {
    const envelope = onsetEnvelope(
      clicks(120, 4, () => 0.6),
      rate,
    );
    const found = onsetsBetween(envelope, 20, 400);
    expect(found).toHaveLength(7);
    found.forEach((frame, i) => expect(Math.abs(frame - 50 * (i + 1))).toBeLessThan(5));
  });

  it("do not depend on the level", () => {
    const loud = onsetEnvelope(
      clicks(90, 6, () => 0.8),
      rate,
    );
    const soft = onsetEnvelope(
      clicks(90, 6, () => 0.08),
      rate,
    );
    expect(onsetsBetween(soft, 0, 600)).toEqual(onsetsBetween(loud, 0, 600));
  });
});

describe("the tempo", () => {
  it.each([64, 90, 118.5, 133, 160])("of a click track of %s is heard", (bpm) => {
    // Every fourth click is accented, as a bar is.
    const sound = clicks(bpm, 20, (i) => (i % 4 === 0 ? 0.9 : 0.4));
    const heard = tempoOf(onsetEnvelope(sound, rate)) ?? 0;
    expect(tempoFits(heard, bpm, false), `heard ${heard}`).toBe(true);
  });

  it("of clicks in disorder is not that of a click track", () => {
    const sound = silence(20);
    let at = 0;
    for (let i = 0; at < 19 * rate; i += 1) {
      sound.set(
        clicks(60, 0.2, () => 0.5),
        at,
      );
      at += Math.round(rate * (0.25 + 0.21 * ((i * i * 7) % 5)));
    }
    expect(tempoFits(tempoOf(onsetEnvelope(sound, rate)) ?? 0, 118.5, false)).toBe(false);
  });

  it("is not guessed where nothing begins or little is heard", () => {
    expect(tempoOf(new Float32Array(4000))).toBeUndefined();
    expect(tempoOf(new Float32Array(300).fill(1))).toBeUndefined();
  });

  it("fits within 4 %, an octave away, and in threes only where the metre has them", () => {
    expect(tempoFits(124, 120, false)).toBe(true);
    expect(tempoFits(126, 120, false)).toBe(false);
    expect(tempoFits(61, 120, false)).toBe(true);
    expect(tempoFits(180, 120, false)).toBe(false);
    expect(tempoFits(180, 120, true)).toBe(true);
  });
});

describe("a piece", () => {
  const soft = clicks(120, 5, () => 0.1);
  const loud = clicks(120, 5, () => 0.6);
  const good = join32(soft, loud, silence(0.2));

  const faults = (samples: Float32Array, changes: Partial<CorpusPiece> = {}): string[] => {
    const piece = promised(10.2, changes);
    return faultsOf(measure({ rate, channels: [samples] }, piece), piece);
  };

  it("that is well made has no faults", () => {
    expect(faults(good)).toEqual([]);
  });

  it.each([
    ["is silent for", join32(soft.subarray(0, rate), silence(4), loud, silence(0.2))],
    ["clips", good.map((sample) => Math.max(-1, Math.min(1, sample * 8)))],
    ["is cut off", join32(soft, loud, sine(200, 0.2, 0.5))],
    ["lasts 9.0 s instead of 10.2 s", join32(soft, loud.subarray(0, rate * 3.9), silence(0.1))],
    ["has sections alike", join32(loud, loud, silence(0.2))],
  ])("that %s is caught", (fault, samples) => {
    expect(faults(samples).join("; ")).toContain(fault);
  });

  it("is timed only where it has drums", () => {
    const sound = { rate, channels: [clicks(120, 20, (i) => (i % 4 === 0 ? 0.9 : 0.4))] };
    expect(measure(sound, promised(20)).tempo).toBeUndefined();
    expect(measure(sound, promised(20, { tags: [] })).tempo?.fits).toBe(true);
    expect(measure(sound, promised(20, { tags: [], bpm: 100 })).tempo?.fits).toBe(false);
  });

  it("of two channels clips where either does", () => {
    const hot = good.map((sample) => Math.max(-1, Math.min(1, sample * 8)));
    const piece = promised(10.2);
    expect(measure({ rate, channels: [good, hot] }, piece).clip).toBeGreaterThan(2);
  });
});

describe("the programs", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "needledrop-audit-test-"));
    vi.spyOn(console, "log").mockImplementation(() => undefined);
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    runCompose([
      "--count",
      "2",
      "--seed",
      "5",
      "--out",
      folder,
      "--seconds",
      "12",
      "--styles",
      "waltz",
    ]);
    mkdirSync(join(folder, "audio"));
  });

  afterEach(() => {
    vi.restoreAllMocks();
    process.exitCode = undefined;
    rmSync(folder, { recursive: true, force: true });
  });

  /** Writes mono 16-bit audio for a piece. */
  function hand(id: string, samples: Float32Array): void {
    const wave = Buffer.alloc(44 + samples.length * 2);
    wave.write("RIFF");
    wave.writeUInt32LE(wave.length - 8, 4);
    wave.write("WAVEfmt ", 8);
    wave.writeUInt32LE(16, 16);
    wave.writeUInt16LE(1, 20);
    wave.writeUInt16LE(1, 22);
    wave.writeUInt32LE(rate, 24);
    wave.writeUInt32LE(rate * 2, 28);
    wave.writeUInt16LE(2, 32);
    wave.writeUInt16LE(16, 34);
    wave.write("data", 36);
    wave.writeUInt32LE(samples.length * 2, 40);
    samples.forEach((sample, i) => wave.writeInt16LE(Math.round(sample * 32767), 44 + i * 2));
    writeFileSync(join(folder, "audio", `${id}.wav`), wave);
  }

  /** Audio as a piece promises it: each section louder than the one before, and a rest to die away. */
  function sounding(piece: CorpusPiece): Float32Array {
    const all = clicks(piece.bpm, piece.seconds, () => 0.6);
    for (const [i, { start, end }] of piece.sections.entries()) {
      for (let at = Math.round(start * rate); at < end * rate; at += 1) {
        all[at] = at > all.length - rate ? 0 : (all[at] ?? 0) * Math.min(1, 0.15 * (i + 1));
      }
    }
    return all;
  }

  const said = (log: "log" | "error"): string =>
    vi.mocked(console[log]).mock.calls.flat().join("\n");

  it("read 16-bit waves as they were written", async () => {
    const tone = sine(500, 0.5, 0.5);
    hand("tone", tone);
    const sound = await decodeSound(join(folder, "audio", "tone.wav"));
    expect(sound.rate).toBe(rate);
    expect(sound.channels).toHaveLength(1);
    tone.forEach((sample, i) => {
      expect(Math.abs((sound.channels[0]?.[i] ?? 9) - sample)).toBeLessThan(1e-4);
    });
  });

  it("pass a corpus that is well made", async () => {
    for (const piece of readCorpus(folder)) hand(piece.id, sounding(piece));
    await runAudit([folder]);
    expect(said("error")).toBe("");
    expect(said("log")).toMatch(/waltz +2 +0[^]*2 pieces, 0 faulty/);
    expect(process.exitCode).toBeUndefined();
  });

  it("name the pieces at fault, end with code 1 and write what was measured", async () => {
    const [first, second] = readCorpus(folder);
    if (!first || !second) throw new Error("Two pieces were composed");
    hand(first.id, sounding(first).subarray(0, 5 * rate));
    const json = join(folder, "audit.json");
    await runAudit([folder, "--json", json]);
    expect(process.exitCode).toBe(1);
    expect(said("error")).toMatch(/waltz-000005 .*lasts 5\.0 s instead of/);
    expect(said("error")).toMatch(/waltz-000006 is not rendered/);
    const report: unknown = JSON.parse(readFileSync(json, "utf8"));
    expect(report).toMatchObject({
      pieces: 2,
      faulty: 2,
      all: [{ id: first.id, measures: { length: 5 } }, { id: second.id }],
    });
  });

  it("draw a sheet of what is rendered, and ask for audio where there is none", async () => {
    const out = join(folder, "sheet.png");
    await expect(runContactSheet([folder, "--out", out])).rejects.toThrow(/Run render/);
    const [first] = readCorpus(folder);
    if (!first) throw new Error("Two pieces were composed");
    hand(first.id, sounding(first));
    await runContactSheet([folder, "--out", out]);
    const { width, height, data } = PNG.sync.read(readFileSync(out));
    expect([width, height]).toEqual([340, 210]);
    const painted = [...data].filter((value, i) => i % 4 !== 3 && value > 40).length;
    expect(painted).toBeGreaterThan(width * height * 0.1);
  });

  it("say what is missing or wrong in the call and in the corpus", async () => {
    await expect(runAudit([])).rejects.toThrow(/Name the folder/);
    await expect(runAudit([tmpdir()])).rejects.toThrow(/no pieces\.jsonl/);
    await expect(runContactSheet([folder])).rejects.toThrow(/--out is missing/);
    await expect(runContactSheet([folder, "--out", "x", "--count", "0"])).rejects.toThrow(
      /--count/,
    );
    const list = join(folder, "pieces.jsonl");
    const lines = readFileSync(list, "utf8");
    writeFileSync(list, `${lines}{"id":"../../etc/passwd"}\n`);
    await expect(runAudit([folder])).rejects.toThrow(/line 3: id: /);
    writeFileSync(list, `${lines.slice(0, 50)}\n`);
    await expect(runAudit([folder])).rejects.toThrow(/line 1 is no JSON/);
  });
});

describe("pictures", () => {
  it("clip what lies outside and draw at least a pixel", () => {
    const picture = createPicture(4, 2);
    picture.fill({ x: 3, y: -5, width: 50, height: 6 }, [1, 2, 3]);
    picture.fill({ x: 0, y: 1, width: 0.1, height: 0.1 }, [9, 9, 9]);
    const { data } = PNG.sync.read(Buffer.from(picture.png()));
    const reds = [...data].filter((_, i) => i % 4 === 0);
    expect(reds).toEqual([0, 0, 0, 1, 9, 0, 0, 0]);
  });

  it("write letters that can be read, as far as there is room", () => {
    const picture = createPicture(12, 5);
    write(picture, "T-1", { x: 0, y: 0, width: 8, scale: 1, colour: [255, 0, 0] });
    const { data } = PNG.sync.read(Buffer.from(picture.png()));
    const rows = Array.from({ length: 5 }, (_, y) =>
      Array.from({ length: 12 }, (_, x) => (data[(y * 12 + x) * 4] ? "#" : ".")).join(""),
    );
    expect(rows).toEqual([
      "###.........",
      ".#..........",
      ".#..###.....",
      ".#..........",
      ".#..........",
    ]);
  });

  it("go from cold to hot", () => {
    const glow = [0, 0.2, 0.4, 0.6, 0.8, 1].map((value) =>
      heatColour(value).reduce((a, b) => a + b),
    );
    expect(glow).toEqual([...glow].sort((a, b) => a - b));
    expect(heatColour(7)).toEqual(heatColour(1));
  });
});
