import { open, rm } from "node:fs/promises";
import { HostError, UsageError } from "../../contract/errors.ts";
import type { Fit, FitAnswer, FitRequest } from "../../contract/fit.ts";
import type { Structure } from "../../contract/track.ts";
import type { WavSink } from "../../contract/conversion.ts";
import { nodeRuntime } from "../../engine/encode/runtime-node.ts";
import { Fitter } from "../../engine/fit/fitter.ts";
import type { BeatNet } from "../../engine/hear/beat-net.ts";
import { loadPack, openBeatNet } from "../../engine/open.ts";
import { clockTime } from "../../shared/clock-time.ts";
import { onlyPositional, readArguments, requiredOption } from "../arguments.ts";
import { DEFAULT_PACK, diskAssets } from "../assets.ts";
import { withDiskSource } from "../audio/disk-source.ts";
import type { Command } from "../command.ts";
import { shippedTrack } from "../shipped-track.ts";

const FRAME_RATE = 25;

/** `needledrop fit`. */
export const fit: Command = {
  name: "fit",
  summary: "Re-edit a track to an exact length, on its bar lines, with its own ending.",
  help: `Usage: needledrop fit (FILE | ID) --to SECONDS [options]

Finds passages of a track that fill a length, without changing its speed: it jumps on bar lines
where the music is alike, and comes to the track's own end. Prints passages and seams.

FILE is an audio file (WAV, AIFF, FLAC, MP3, Ogg); ID is a track that ships with Needledrop. The
bars of those are known; of others they are heard.

Options:
  --to SECONDS    the length, 1 to 3600
  --hits LIST     where something is to happen, in seconds from the beginning: 4.2,9
  --fps RATE      frames a second of the sequence (default: ${FRAME_RATE}); a hit is met within two
  --out FILE      also write the music to this WAV file, which must not exist
  --json          print JSON: { fits, problem }, as the panel gets them
  --help          print this

Example:
  needledrop fit the-last-dawn --to 30 --hits 12.5 --out dawn-30.wav`,
  run: async (args) => {
    const { values, positionals } = readArguments("fit", args, {
      to: { type: "string" },
      hits: { type: "string", default: "" },
      fps: { type: "string", default: String(FRAME_RATE) },
      out: { type: "string" },
      json: { type: "boolean" },
    });
    const name = onlyPositional("fit", "a file, or the id of a track that ships", positionals);
    const shipped = await shippedTrack(name);
    const request = requestFrom(
      requiredOption("fit", "--to", values.to),
      values.fps,
      values.hits,
      shipped?.structure ?? null,
    );
    const fitter = new Fitter(openNet);
    return withDiskSource(shipped?.file ?? name, async (source) => {
      const answer = await fitter.fit(source, request);
      const [best] = answer.fits;
      if (values.out !== undefined && best !== undefined) {
        await toFile(values.out, (sink) => fitter.render(source, best, sink));
      }
      return { json: answer, text: described(answer, values.out) };
    });
  },
};

async function openNet(): Promise<BeatNet> {
  const pack = await loadPack(diskAssets({ pack: DEFAULT_PACK }));
  return openBeatNet({ pack, runtime: nodeRuntime() });
}

function requestFrom(
  to: string,
  fps: string,
  hits: string,
  structure: Structure | null,
): FitRequest {
  const frameRate = numberIn("--fps", fps, 1, 1000);
  // The length is a whole number of frames.
  const seconds = Math.round(numberIn("--to", to, 1, 3600) * frameRate) / frameRate;
  const list = hits.split(",").filter((hit) => hit.trim() !== "");
  return {
    ...{ seconds, frameRate, structure },
    hits: list.map((hit) => numberIn("--hits", hit, 0, 3600)).sort((a, b) => a - b),
  };
}

/** @throws UsageError it is no number, or out of bounds */
function numberIn(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (/^\s*\d+(\.\d+)?\s*$/.test(text) && value >= least && value <= most) return value;
  throw new UsageError({
    what: `${option} takes numbers from ${least} to ${most}.`,
    input: text,
    next: 'Run "needledrop fit --help" for an example.',
  });
}

/** Writes a new file; leaves none behind if that fails. */
async function toFile(path: string, write: (sink: WavSink) => Promise<void>): Promise<void> {
  const file = await open(path, "wx").catch((cause: unknown) => {
    throw new HostError({
      what: "The WAV file cannot be made.",
      input: path,
      next: "Name one that does not exist, in a folder that you may write to.",
      cause,
    });
  });
  let isWhole = false;
  try {
    await write({
      begin: () => Promise.resolve(true),
      write: async (bytes) => {
        await file.write(bytes);
      },
    });
    isWhole = true;
  } finally {
    await file.close();
    if (!isWhole) await rm(path, { force: true });
  }
}

const KINDS: Readonly<Record<Fit["kind"], string>> = {
  edited: "re-edited",
  whole: "the track as it is",
  start: "its beginning, faded out",
  end: "its end",
};

function described({ fits: [best], problem }: FitAnswer, out: string | undefined): string {
  if (best === undefined) return problem ?? "";
  const lines = best.passages.map(({ source, at }, n) => {
    const seam = best.seams[n];
    const jump =
      seam === undefined ? "" : `, then a jump (alike: ${Math.round(100 * seam.ease)} %)`;
    return `  ${time(at)}  plays ${time(source.start)} to ${time(source.end)}${jump}`;
  });
  const hits = best.hits.map(({ wanted, landed, what }) =>
    landed === null
      ? `  ${time(wanted)}  hit: nothing near`
      : `  ${time(wanted)}  hit: ${what}, ${Math.round((landed - wanted) * best.frameRate)} frames off`,
  );
  return [
    ...(problem === null ? [] : [problem]),
    `${time(best.seconds)}, ${KINDS[best.kind]}`,
    ...lines,
    ...hits,
    ...(out === undefined ? [] : [`Written to ${out}`]),
  ].join("\n");
}

/** Minutes, seconds and hundredths. */
const time = (seconds: number): string =>
  `${clockTime(Math.floor(seconds))}.${String(Math.floor((seconds % 1) * 100)).padStart(2, "0")}`;
