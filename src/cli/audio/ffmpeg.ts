import { spawn, type ChildProcessByStdio } from "node:child_process";
import type { Readable } from "node:stream";
import { AudioError } from "../../contract/errors.ts";
import type { AudioBlock } from "../../engine/decode/block.ts";
import type { OtherFormat } from "../../engine/decode/decode.ts";
import { after } from "../../shared/clock.ts";

/** The only demuxer that ffmpeg may use for each format. */
const DEMUXERS: Readonly<Record<OtherFormat, string>> = { mp4: "mov", aac: "aac" };

const SAMPLE_RATE = 16_000;
const STALL_LIMIT_MS = 30_000;
const MESSAGE_LIMIT = 2000;

/** Limits, and the program to run. */
export interface FfmpegOptions {
  readonly program?: string;
  /** Milliseconds without output after which ffmpeg is stopped. */
  readonly stallLimitMs?: number;
  /** Seconds of audio after which ffmpeg stops. */
  readonly longest: number;
}

/**
 * Decodes through the ffmpeg program, streaming.
 * @throws AudioError ffmpeg is not installed, cannot read the file, or takes too long.
 */
export async function* readThroughFfmpeg(
  path: string,
  format: OtherFormat,
  { program = "ffmpeg", stallLimitMs = STALL_LIMIT_MS, longest }: FfmpegOptions,
): AsyncGenerator<AudioBlock> {
  const child = spawn(program, ffmpegArguments(path, format, longest), {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = outcome(child);
  const clock = { ranOut: false };
  const watch = (): (() => void) =>
    after(stallLimitMs, () => {
      clock.ranOut = true;
      child.kill("SIGKILL");
    });
  try {
    yield* floatBlocks(child.stdout, watch);
    const { problem } = await ended;
    if (clock.ranOut) throw tooSlow(path);
    if (problem !== null) throw problem(path);
  } finally {
    child.kill("SIGKILL");
  }
}

function ffmpegArguments(path: string, format: OtherFormat, longest: number): string[] {
  // Only files, and only the chosen demuxer: a disguised playlist must not make it open other files.
  const input = ["-protocol_whitelist", "file", "-f", DEMUXERS[format], "-i", `file:${path}`];
  const output = [
    "-vn",
    "-sn",
    "-dn",
    "-t",
    String(longest),
    "-ac",
    "1",
    "-ar",
    String(SAMPLE_RATE),
  ];
  return ["-nostdin", "-v", "error", ...input, ...output, "-f", "f32le", "pipe:1"];
}

/** `watch` runs only while waiting for ffmpeg, not while its samples are used. */
async function* floatBlocks(stream: Readable, watch: () => () => void): AsyncGenerator<AudioBlock> {
  const chunks = (stream as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array();
  for (;;) {
    const unwatch = watch();
    const next = await chunks.next().finally(unwatch);
    if (next.done === true) return;
    const bytes = Buffer.concat([rest, next.value]);
    const whole = bytes.length - (bytes.length % 4);
    rest = bytes.subarray(whole);
    const samples = new Float32Array(whole / 4);
    for (let i = 0; i < samples.length; i++) samples[i] = bytes.readFloatLE(i * 4);
    if (samples.length > 0) yield { sampleRate: SAMPLE_RATE, channels: [samples] };
  }
}

type Problem = (path: string) => AudioError;

function outcome(
  child: ChildProcessByStdio<null, Readable, Readable>,
): Promise<{ problem: Problem | null }> {
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    if (said.length < MESSAGE_LIMIT) said += chunk.toString();
  });
  return new Promise((resolve) => {
    child.on("error", (cause) => resolve({ problem: (path) => notInstalled(path, cause) }));
    child.on("close", (code) =>
      resolve({ problem: code === 0 ? null : (path) => unreadable(path, said) }),
    );
  });
}

const notInstalled: (path: string, cause: Error) => AudioError = (path, cause) =>
  new AudioError({
    what: "Files of this kind are read through ffmpeg, which did not start.",
    input: path,
    next: "Install ffmpeg, or convert the file to WAV, FLAC or MP3.",
    cause,
  });
const unreadable = (path: string, said: string): AudioError =>
  new AudioError({
    what: "ffmpeg cannot read this file.",
    input: path,
    next: "Check that it plays, or export it again.",
    cause: firstComplaint(said),
  });
const tooSlow = (path: string): AudioError =>
  new AudioError({
    what: "ffmpeg took too long over this file.",
    input: path,
    next: "Convert it to WAV, FLAC or MP3.",
  });

// ffmpeg begins each line with the name and the memory address of a component, in brackets.
function firstComplaint(said: string): string {
  return (said.trim().split("\n", 1)[0] ?? "").replace(/^\[[^\]]*\] /, "");
}
