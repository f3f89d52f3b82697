import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PNG } from "pngjs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { decodeSound } from "../../../composer/audit/decode.ts";
import { runAudit } from "../../../composer/cli/audit.ts";
import { runCompose } from "../../../composer/cli/compose.ts";
import { runContactSheet } from "../../../composer/cli/contact-sheet.ts";
import { readCorpus, type CorpusPiece } from "../../../composer/render/corpus.ts";
import { clicks, rate, sine } from "./sounds.ts";

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

  /** Audio that fits its piece: each section is louder than the one before, and the end dies away. */
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

  it("read back 16-bit wave files", async () => {
    const tone = sine(500, 0.5, 0.5);
    hand("tone", tone);
    const sound = await decodeSound(join(folder, "audio", "tone.wav"));
    expect(sound.rate).toBe(rate);
    expect(sound.channels).toHaveLength(1);
    tone.forEach((sample, i) => {
      expect(Math.abs((sound.channels[0]?.[i] ?? 9) - sample)).toBeLessThan(1e-4);
    });
  });

  it("pass a corpus without faults", async () => {
    for (const piece of readCorpus(folder)) hand(piece.id, sounding(piece));
    await runAudit([folder]);
    expect(said("error")).toBe("");
    expect(said("log")).toMatch(/waltz +2 +0[^]*2 pieces, 0 faulty/);
    expect(process.exitCode).toBeUndefined();
  });

  it("name the faulty pieces, end with code 1 and write the measurements", async () => {
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

  it("draw a sheet of the rendered pieces, and ask for audio if there is none", async () => {
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

  it("report errors in the call and in the corpus", async () => {
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
    await expect(runAudit([folder])).rejects.toThrow(/line 1 is not JSON/);
  });
});
