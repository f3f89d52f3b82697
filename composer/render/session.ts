import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { CorpusPiece } from "./corpus.ts";
import { encodePiece, unfinished, type Recording, type Target } from "./encode.ts";
import { fontFile, fontFor, type SoundFont } from "./fonts.ts";
import { spliceReel } from "./reel.ts";
import { synthesise } from "./synth.ts";
import { variedProgram } from "./vary.ts";
import { openWave } from "./wav.ts";

/** Most pieces on one reel. */
const reelLength = 40;

/** A piece that could not be rendered. */
export interface Failure {
  id: string;
  why: string;
}

export interface SessionOptions {
  /** Whether to sometimes play another sound with the same label. */
  vary: boolean;
  /** FluidSynth's time limit in milliseconds, for a given length of music in seconds. */
  limit?: (seconds: number) => number;
  /** Reels rendered at a time; one per core by default. */
  workers?: number | undefined;
  /** Called after every reel with the number of pieces done. */
  report: (done: number) => void;
}

interface Session extends SessionOptions {
  /** The corpus. */
  folder: string;
  /** Folder for reels while they are cut. */
  work: string;
  target: Target;
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Groups pieces into reels by font, and takes the fonts in turn, so that a stopped run has some of each. */
function reelsOf(pieces: readonly CorpusPiece[]): { font: SoundFont; reel: CorpusPiece[] }[] {
  const open = new Map<SoundFont, CorpusPiece[]>();
  const reels: { font: SoundFont; reel: CorpusPiece[] }[] = [];
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

/** Renders a reel and passes each piece's recording to `use` in turn. */
async function record(
  session: Session,
  pieces: readonly CorpusPiece[],
  font: SoundFont,
  use: (piece: CorpusPiece, recording: Recording) => Promise<void>,
): Promise<void> {
  const place = mkdtempSync(join(session.work, "reel-"));
  try {
    const files = pieces.map((piece) => readFileSync(join(session.folder, piece.midi)));
    const reel = spliceReel(files, (i, change) =>
      session.vary ? variedProgram(pieces[i]?.id ?? "", change) : change.program,
    );
    const midi = join(place, "reel.mid");
    const wave = join(place, "reel.wav");
    writeFileSync(midi, reel.midi);
    const rate = Math.min(44_100, session.target.rate * 2);
    const { seconds } = reel;
    const limit = session.limit?.(seconds);
    await synthesise(midi, wave, fontFile(font), { rate, seconds, reverb: 0.7, limit });
    const tape = openWave(wave);
    try {
      // FluidSynth does not report a full disk; the last gap may lack a buffer.
      if (tape.frames < (seconds - 1) * tape.rate) {
        throw new Error(
          `the recording stops after ${(tape.frames / tape.rate).toFixed(1)} of ` +
            `${seconds.toFixed(1)} seconds; is the disk full?`,
        );
      }
      for (const [i, piece] of pieces.entries()) {
        const cut = reel.cuts[i];
        if (!cut) continue;
        const [from, count] = [cut.start * tape.rate, cut.seconds * tape.rate].map(Math.round);
        await use(piece, { ...tape, samples: tape.read(from ?? 0, count ?? 0) });
      }
    } finally {
      tape.close();
    }
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** Renders a reel. If it fails, renders its pieces one by one to find those at fault. */
async function renderReel(
  session: Session,
  pieces: readonly CorpusPiece[],
  font: SoundFont,
): Promise<Failure[]> {
  const { folder, target } = session;
  const failures: Failure[] = [];
  try {
    await record(session, pieces, font, async (piece, recording) => {
      const file = join(folder, "audio", `${piece.id}.${target.format}`);
      try {
        await encodePiece(recording, piece.style, file, target);
      } catch (error) {
        failures.push({ id: piece.id, why: reason(error) });
      }
    });
  } catch (error) {
    const [first] = pieces;
    if (pieces.length === 1 && first) return [{ id: first.id, why: reason(error) }];
    for (const piece of pieces) failures.push(...(await renderReel(session, [piece], font)));
  }
  return failures;
}

/**
 * Renders pieces into FOLDER/audio, several reels at a time. First removes unfinished files of a killed run.
 * @returns the pieces that failed; `skipped` pieces were not tried, because a whole reel failed, for which no
 *   single piece can be the cause
 * @throws UsageError a sound font is missing
 */
export async function renderPieces(
  folder: string,
  pieces: readonly CorpusPiece[],
  target: Target,
  options: SessionOptions,
): Promise<{ failures: Failure[]; skipped: number }> {
  const audio = join(folder, "audio");
  const work = join(audio, ".reels");
  const waiting = reelsOf(pieces);
  for (const { font } of waiting) fontFile(font);
  mkdirSync(audio, { recursive: true });
  for (const name of readdirSync(audio)) {
    if (name.endsWith(unfinished)) rmSync(join(audio, name));
  }
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work);
  const session: Session = { ...options, folder, work, target };
  const failures: Failure[] = [];
  let done = 0;
  let hopeless = false;
  // Each worker takes the next reel. FluidSynth uses one core, so one worker per core keeps all of them busy.
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next && !hopeless; next = waiting.shift()) {
      const failed = await renderReel(session, next.reel, next.font);
      failures.push(...failed);
      hopeless ||= next.reel.length > 1 && failed.length === next.reel.length;
      done += next.reel.length;
      options.report(done);
    }
  };
  try {
    const length = options.workers ?? availableParallelism();
    await Promise.all(Array.from({ length }, worker));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return { failures, skipped: pieces.length - done };
}
