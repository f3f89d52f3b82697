import { existsSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../lib/usage-error.ts";
import { audioFormats, readCorpus } from "../render/corpus.ts";
import { needPrograms } from "../render/programs.ts";
import { renderPieces } from "../render/session.ts";
import { readOptions, wholeNumber } from "./usage.ts";

/**
 * `render`: renders every piece of a corpus that has no audio yet, and so resumes a stopped run. At the end, names
 * the pieces that failed and exits with code 1.
 */
export async function runRender(words: readonly string[]): Promise<void> {
  const { options, rest } = readOptions(words, {
    values: ["rate", "format"],
    flags: ["mono", "vary"],
  });
  const [folder = ""] = rest;
  const corpus = readCorpus(rest[0]);
  const format = options.get("format") ?? "flac";
  if (!audioFormats.some((known) => known === format)) {
    throw new UsageError(`--format must be ${audioFormats.join(" or ")}, not "${format}".`);
  }
  const target = {
    rate: wholeNumber(options, "rate", { low: 8000, high: 48_000, fallback: 16_000 }),
    mono: options.has("mono"),
    format,
  };
  needPrograms();
  const pieces = corpus.filter(({ id }) => !existsSync(join(folder, "audio", `${id}.${format}`)));
  const { failures, skipped } = await renderPieces(folder, pieces, target, {
    vary: options.has("vary"),
    report: (done) => console.log(`${done} of ${pieces.length} rendered`),
  });
  if (failures.length === 0) return;
  for (const { id, why } of failures) console.error(`${id}: ${why}`);
  console.error(
    `${failures.length} of ${pieces.length} pieces failed` +
      (skipped > 0 ? `; ${skipped} were not tried because a whole reel failed` : "") +
      ". Fix the causes above and run render again; it continues where it stopped.",
  );
  process.exitCode = 1;
}
