import { spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { decodeSound } from "../../composer/audit/decode.ts";
import { runCompose } from "../../composer/cli/compose.ts";
import { runRender } from "../../composer/cli/render.ts";
import { instrumentNamed } from "../../composer/lib/instruments.ts";
import { encodeMidi } from "../../composer/lib/midi.ts";
import { readCorpus } from "../../composer/render/corpus.ts";
import { fontFile, fontFor, musescore } from "../../composer/render/fonts.ts";
import { findProgram } from "../../composer/render/programs.ts";
import { spliceReel } from "../../composer/render/reel.ts";
import { renderPieces } from "../../composer/render/session.ts";
import { variedProgram } from "../../composer/render/vary.ts";

// Rendering loads a sound font, which takes time on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "needledrop-render-test-"));
  vi.spyOn(console, "log").mockImplementation(() => undefined);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  process.exitCode = undefined;
  rmSync(folder, { recursive: true, force: true });
});

function fontsHere(): boolean {
  try {
    return ["a", "b", "c", "d", "e", "f"].every((id) => fontFile(fontFor(id)) !== "");
  } catch {
    return false;
  }
}
// To run the skipped tests: apt install fluidsynth ffmpeg musescore-general-soundfont fluid-soundfont-gm
const hasFonts = fontsHere();
const canEncode = findProgram("ffmpeg") !== undefined && hasFonts;
const canRender = canEncode && findProgram("fluidsynth") !== undefined;
const withFonts = it.skipIf(!hasFonts);
const withEncoder = it.skipIf(!canEncode);
const withSynth = it.skipIf(!canRender);

/** One second of one note. */
function tinyMidi(instrument: string): Uint8Array {
  const sound = instrumentNamed(instrument);
  const note = { beat: 0, length: 1, pitch: sound.sweet[0], velocity: 0.8 };
  const plain = { controls: [], bends: [], pan: 64, volume: 100, reverb: 0 };
  return encodeMidi({
    tempo: [{ beat: 0, bpm: 60 }],
    metre: "4/4",
    sections: [],
    tracks: [{ label: instrument, role: "melody", instrument: sound, notes: [note], ...plain }],
    end: 1,
  });
}

/** A corpus of one-second pieces on one font, by id and instrument. */
function tinyCorpus(pieces: Record<string, string>): void {
  mkdirSync(join(folder, "midi"));
  const lines = Object.entries(pieces).map(([id, instrument]) => {
    writeFileSync(join(folder, "midi", `${id}.mid`), tinyMidi(instrument));
    const facts = { seconds: 1, bpm: 60, metre: "4/4", instruments: [], tags: [], sections: [] };
    return JSON.stringify({ id, style: "none", midi: `midi/${id}.mid`, ...facts });
  });
  writeFileSync(join(folder, "pieces.jsonl"), `${lines.join("\n")}\n`);
}

/** Ids that one font renders, so that they share a reel. */
const [one = "", two = "", three = ""] = Array.from({ length: 40 }, (_, i) => `p${i}`).filter(
  (id) => fontFor(id) === musescore,
);

/**
 * Puts a fake fluidsynth first on the search path. It writes a hum as long as the MIDI file; for a sitar
 * (program 104) it hangs, fails or stops short.
 */
function fakeSynth(onSitar: "hang" | "fail" | "stop short"): void {
  const bin = join(folder, "bin");
  mkdirSync(bin);
  const program = join(bin, "fluidsynth");
  const script = `#!${process.execPath}
const fs = require("node:fs");
const args = process.argv.slice(2);
const midi = fs.readFileSync(args.at(-1));
const sitar = midi.some((byte, i) => (byte & 0xf0) === 0xc0 && midi[i + 1] === 104);
const trouble = sitar ? ${JSON.stringify(onSitar)} : "none";
if (trouble === "hang") setInterval(() => {}, 1000);
else if (trouble === "fail") { console.error("no such sound"); process.exit(3); }
else {
  const rate = 8000;
  const pieces = midi.filter((byte, i) => byte === 120 && midi[i - 1] === 0xb0).length;
  const frames = trouble === "stop short" ? rate : pieces * 3 * rate;
  const wave = Buffer.alloc(44 + frames * 8);
  wave.write("RIFF"); wave.writeUInt32LE(wave.length - 8, 4); wave.write("WAVEfmt ", 8);
  wave.writeUInt32LE(16, 16); wave.writeUInt16LE(3, 20); wave.writeUInt16LE(2, 22);
  wave.writeUInt32LE(rate, 24); wave.writeUInt32LE(rate * 8, 28); wave.writeUInt16LE(8, 32);
  wave.writeUInt16LE(32, 34); wave.write("data", 36); wave.writeUInt32LE(frames * 8, 40);
  for (let i = 0; i < frames * 2; i += 1) wave.writeFloatLE(Math.sin(i / 9), 44 + i * 4);
  fs.writeFileSync(args[args.indexOf("-F") + 1], wave);
}
`;
  writeFileSync(program, script);
  chmodSync(program, 0o755);
  vi.stubEnv("PATH", `${bin}:${process.env["PATH"] ?? ""}`);
}

async function renderAll({ limit = 20_000, workers }: { limit?: number; workers?: number } = {}) {
  const target = { rate: 8000, mono: true, format: "flac" };
  const options = { vary: false, limit: () => limit, workers, report: () => undefined };
  return await renderPieces(folder, readCorpus(folder), target, options);
}

const rendered = (): string[] => readdirSync(join(folder, "audio")).sort();

describe("a reel with one bad piece", () => {
  withEncoder.each([
    ["hang", /SIGKILL.*after 6000 ms/, 6000],
    ["fail", /ended with 3: no such sound/, 20_000],
    ["stop short", /stops after 1.0 of 3.0 seconds; is the disk full/, 20_000],
  ] as const)("renders the others and names it when its synthesis does %s", async (...row) => {
    const [trouble, why, limit] = row;
    tinyCorpus({ [one]: "flute", [two]: "sitar", [three]: "oboe" });
    fakeSynth(trouble);
    const { failures, skipped } = await renderAll({ limit });
    expect(failures.map(({ id }) => id)).toEqual([two]);
    expect(failures[0]?.why).toMatch(why);
    expect(skipped).toBe(0);
    expect(rendered()).toEqual([`${one}.flac`, `${three}.flac`].sort());
  });

  withEncoder("names a piece whose MIDI file is damaged or gone", async () => {
    tinyCorpus({ [one]: "flute", [two]: "flute", [three]: "oboe" });
    writeFileSync(join(folder, "midi", `${one}.mid`), "no music");
    rmSync(join(folder, "midi", `${two}.mid`));
    fakeSynth("fail");
    const { failures } = await renderAll();
    expect(failures.map(({ id }) => id).sort()).toEqual([one, two].sort());
    expect(rendered()).toEqual([`${three}.flac`]);
  });

  withEncoder("ends the program with code 1 and a list", async () => {
    tinyCorpus({ [one]: "flute", [two]: "sitar" });
    fakeSynth("fail");
    const complaints = vi.spyOn(console, "error").mockImplementation(() => undefined);
    await runRender([folder, "--rate", "8000"]);
    expect(process.exitCode).toBe(1);
    expect(complaints.mock.calls.flat().join("\n")).toMatch(
      new RegExp(`${two}: fluidsynth ended with 3[^]*1 of 2 pieces failed`),
    );
  });
});

describe("a disk without room", () => {
  const isLinux = existsSync("/dev/full");

  it.skipIf(!canEncode || !isLinux)(
    "has its piece named and keeps nothing half written",
    async () => {
      tinyCorpus({ [one]: "flute", [two]: "oboe" });
      fakeSynth("fail");
      // Rendering first removes unfinished files, so the disk fills up with the first report.
      const part = join(folder, "audio", `${two}.flac.part`);
      const clock = setInterval(() => {
        if (existsSync(join(folder, "audio", ".reels")) && !existsSync(part)) {
          symlinkSync("/dev/full", part);
          clearInterval(clock);
        }
      }, 1);
      const { failures } = await renderAll();
      clearInterval(clock);
      expect(failures.map(({ id }) => id)).toEqual([two]);
      expect(failures[0]?.why).toMatch(/No space left/);
      expect(rendered()).toEqual([`${one}.flac`]);
    },
  );

  withFonts(
    "does not spoil reel after reel: a reel that fails as a whole is the last",
    async () => {
      const ids = Array.from({ length: 200 }, (_, i) => `q${i}`).filter(
        (id) => fontFor(id) === musescore,
      );
      tinyCorpus(Object.fromEntries(ids.slice(0, 50).map((id) => [id, "oboe"])));
      rmSync(join(folder, "midi"), { recursive: true });
      const { failures, skipped } = await renderAll({ workers: 1 });
      expect(failures.map(({ id }) => id)).toEqual(ids.slice(0, 40));
      expect(skipped).toBe(10);
    },
  );
});

describe("a killed render", () => {
  withSynth("goes on where it was and leaves nothing half done", async () => {
    const corpus = join(folder, "corpus");
    runCompose([
      "--count",
      "3",
      "--seed",
      "7",
      "--out",
      corpus,
      "--seconds",
      "10",
      "--styles",
      "waltz",
    ]);
    const main = fileURLToPath(new URL("../../composer/main.ts", import.meta.url));
    const tsx = createRequire(import.meta.url).resolve("tsx");
    const words = ["--import", tsx, main, "render", corpus, "--rate", "8000", "--mono"];
    const child = spawn(process.execPath, words, { stdio: "ignore" });
    const gone = new Promise((resolve) => child.on("exit", resolve));
    // Kill the process as soon as a file is in progress.
    const reels = join(corpus, "audio", ".reels");
    while (!existsSync(reels) || readdirSync(reels).length === 0) {
      if (child.exitCode !== null) break;
      await wait(2);
    }
    child.kill("SIGKILL");
    await gone;
    writeFileSync(join(corpus, "audio", "waltz-000008.flac.part"), "half a file");
    const before = readdirSync(join(corpus, "audio")).filter((name) => name.endsWith(".flac"));
    expect(before.length).toBeLessThan(3);

    await runRender([corpus, "--rate", "8000", "--mono"]);
    const pieces = readCorpus(corpus);
    expect(readdirSync(join(corpus, "audio")).sort()).toEqual(
      pieces.map(({ id }) => `${id}.flac`).sort(),
    );
    for (const { id, seconds } of pieces) {
      const { channels, rate } = await decodeSound(join(corpus, "audio", `${id}.flac`));
      expect((channels[0]?.length ?? 0) / rate).toBeCloseTo(seconds, 0);
    }
  });

  it("has nothing to do when all pieces are rendered", async () => {
    tinyCorpus({ [one]: "flute" });
    mkdirSync(join(folder, "audio"));
    writeFileSync(join(folder, "audio", `${one}.flac`), "music");
    fakeSynth("fail");
    if (findProgram("ffmpeg") === undefined) return;
    await runRender([folder]);
    expect(readFileSync(join(folder, "audio", `${one}.flac`), "utf8")).toBe("music");
  });
});

describe("varied sounds", () => {
  it("have the same label, are always the same for an id, and come for half of the ids", () => {
    const strings = { channel: 3, program: 48, bank: 0 };
    const chosen = Array.from({ length: 400 }, (_, i) => variedProgram(`id ${i}`, strings));
    const swapped = chosen.filter((program) => program === 49).length;
    expect(chosen.every((program) => [48, 49].includes(program))).toBe(true);
    expect(Math.abs(swapped - 200)).toBeLessThan(50);
    expect(variedProgram("id 7", strings)).toBe(chosen[7]);
  });

  it("do not replace sounds with their own label", () => {
    const ids = Array.from({ length: 50 }, (_, i) => `id ${i}`);
    const nylon = { channel: 0, program: 24, bank: 0 };
    const sawLead = { channel: 0, program: 81, bank: 20 };
    expect(ids.every((id) => variedProgram(id, nylon) === 24)).toBe(true);
    expect(ids.every((id) => variedProgram(id, sawLead) === 81)).toBe(true);
  });

  it("reach the reel", () => {
    const files = [tinyMidi("piano"), tinyMidi("ukulele")];
    const seen: unknown[] = [];
    const { midi } = spliceReel(files, (file, change) => {
      seen.push([file, change]);
      return change.program === 0 ? 1 : change.program;
    });
    expect(seen).toEqual([
      [0, { channel: 0, program: 0, bank: 0 }],
      [1, { channel: 0, program: 24, bank: 8 }],
    ]);
    const wanted = [...midi].filter((_, i) => midi[i - 1] === 0xc0 && midi[i - 2] === 0);
    expect(wanted).toEqual([1, 24]);
  });
});
