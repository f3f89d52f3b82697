import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { fontFile, fontFor, type SoundFont } from "../render/fonts.ts";
import { needPrograms, run } from "../render/programs.ts";
import { spliceReel } from "../render/reel.ts";
import { synthesise } from "../render/synth.ts";
import { openWave } from "../render/wav.ts";
import { styleNamed } from "../styles/index.ts";
import type { PieceRecord } from "./compose.ts";
import { UsageError } from "../lib/usage-error.ts";
import { readOptions, wholeNumber } from "./usage.ts";

/** Pieces on one reel. */
const reelLength = 40;

interface Target {
  rate: number;
  mono: boolean;
  format: string;
}

/** Loudness that pieces are brought to before their sound's own filters: RMS of full scale. */
const targetRms = 0.11;

function levelled(samples: Float32Array): Float32Array {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const rms = Math.sqrt(sum / Math.max(1, samples.length));
  const gain = rms > 1e-6 ? targetRms / rms : 1;
  return samples.map((sample) => sample * gain);
}

async function encodePiece(
  samples: Float32Array,
  source: { rate: number; channels: number },
  style: string,
  file: string,
  target: Target,
): Promise<void> {
  const sound = styleNamed(style)?.sound;
  const filters = [...(sound ? [sound] : []), "alimiter=limit=0.93:level=false"].join(",");
  const levels = levelled(samples);
  const temporary = `${file}.part`;
  await run(
    "ffmpeg",
    [
      ...["-v", "error", "-y", "-f", "f32le", "-ar", String(source.rate)],
      ...["-ac", String(source.channels), "-i", "pipe:0", "-af", filters],
      ...["-ar", String(target.rate), "-ac", target.mono ? "1" : "2", "-sample_fmt", "s16"],
      ...["-f", target.format, temporary],
    ],
    { limit: 60_000, input: new Uint8Array(levels.buffer, levels.byteOffset, levels.byteLength) },
  );
  // Renaming is the last step, so a file under its own name is always whole.
  renameSync(temporary, file);
}

async function renderReel(
  folder: string,
  pieces: readonly PieceRecord[],
  font: SoundFont,
  target: Target,
): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), "needledrop-reel-"));
  try {
    const reel = spliceReel(pieces.map((piece) => readFileSync(join(folder, piece.midi))));
    const midi = join(work, "reel.mid");
    const wave = join(work, "reel.wav");
    writeFileSync(midi, reel.midi);
    const rate = Math.min(44_100, target.rate * 2);
    await synthesise(midi, wave, fontFile(font), { rate, seconds: reel.seconds, reverb: 0.7 });
    const tape = openWave(wave);
    for (const [i, piece] of pieces.entries()) {
      const cut = reel.cuts[i];
      if (!cut) continue;
      const samples = tape.read(
        Math.round(cut.start * tape.rate),
        Math.round(cut.seconds * tape.rate),
      );
      const file = join(folder, "audio", `${piece.id}.${target.format}`);
      await encodePiece(samples, tape, piece.style, file, target);
    }
    tape.close();
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Pieces by font and reel, fonts in turn: a run that is stopped early has some of each. */
function reelsOf(pieces: readonly PieceRecord[]): { font: SoundFont; reel: PieceRecord[] }[] {
  const open = new Map<SoundFont, PieceRecord[]>();
  const reels: { font: SoundFont; reel: PieceRecord[] }[] = [];
  for (const piece of pieces) {
    const font = fontFor(piece.id);
    let reel = open.get(font);
    if (!reel || reel.length >= reelLength) {
      reel = [];
      open.set(font, reel);
      reels.push({ font, reel });
    }
    reel.push(piece);
  }
  return reels;
}

/** `render`: audio for every piece of a corpus that has none yet. Can be stopped and started again. */
export async function runRender(words: readonly string[]): Promise<void> {
  const { options, rest } = readOptions(words, { values: ["rate", "format"], flags: ["mono"] });
  const folder = rest[0];
  if (folder === undefined) throw new UsageError("Name the folder that compose wrote.");
  const list = join(folder, "pieces.jsonl");
  if (!existsSync(list)) {
    throw new UsageError(`${folder} has no pieces.jsonl. Run compose with --out ${folder} first.`);
  }
  const target: Target = {
    rate: wholeNumber(options, "rate", { low: 8000, high: 48_000, fallback: 16_000 }),
    mono: options.has("mono"),
    format: options.get("format") ?? "flac",
  };
  if (!["flac", "wav"].includes(target.format)) {
    throw new UsageError(`--format has to be flac or wav, not "${target.format}".`);
  }
  needPrograms();
  mkdirSync(join(folder, "audio"), { recursive: true });
  const pieces = readFileSync(list, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as PieceRecord)
    .filter((piece) => !existsSync(join(folder, "audio", `${piece.id}.${target.format}`)));
  let done = 0;
  const waiting = reelsOf(pieces);
  // Each worker takes the next reel; FluidSynth uses one core, so one worker a core keeps all busy.
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      await renderReel(folder, next.reel, next.font, target);
      done += next.reel.length;
      console.log(`${done} of ${pieces.length} rendered`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}
