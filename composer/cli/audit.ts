import { writeFileSync } from "node:fs";
import { faultsOf, measure } from "../audit/check.ts";
import { decodeSound } from "../audit/decode.ts";
import { styleRows, tableOf, tempoFigures, tempoTarget, type Hearing } from "../audit/report.ts";
import { audioFile, readCorpus, type CorpusPiece } from "../render/corpus.ts";
import { readOptions } from "./usage.ts";

async function listenTo(folder: string, piece: CorpusPiece): Promise<Hearing> {
  const file = audioFile(folder, piece);
  if (file === undefined) return { piece, faults: ["is not rendered"] };
  try {
    const measures = measure(await decodeSound(file), piece);
    return { piece, measures, faults: faultsOf(measures, piece) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { piece, faults: [`cannot be read (${why})`] };
  }
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/**
 * `audit`: measures every rendered piece of a corpus and prints the worst values of every style. Names faulty
 * pieces, and exits with code 1 if there are any or if too few tempi are detected as written.
 */
export async function runAudit(words: readonly string[]): Promise<void> {
  const { options, rest } = readOptions(words, { values: ["json"] });
  const [folder = ""] = rest;
  const pieces = readCorpus(rest[0]);
  const hearings: Hearing[] = [];
  for (const piece of pieces) {
    hearings.push(await listenTo(folder, piece));
    if (hearings.length % 100 === 0) console.log(`${hearings.length} of ${pieces.length} audited`);
  }
  const rows = styleRows(hearings);
  const tempo = tempoFigures(hearings);
  const faulty = hearings.filter(({ faults }) => faults.length > 0);
  console.log(tableOf(rows));
  console.log(`\n${pieces.length} pieces, ${faulty.length} faulty`);
  if (tempo) {
    console.log(
      `tempo detected as written: ${percent(tempo.fitting)} of ${tempo.pieces} pieces with drums ` +
        `(by chance ${percent(tempo.byChance)})`,
    );
  }
  const json = options.get("json");
  if (json !== undefined) {
    const all = hearings.map(({ piece: { id, style }, ...heard }) => ({ id, style, ...heard }));
    const report = { pieces: pieces.length, faulty: faulty.length, tempo, styles: rows, all };
    writeFileSync(json, `${JSON.stringify(report, null, 1)}\n`);
  }
  for (const { piece, faults } of faulty) console.error(`${piece.id} ${faults.join(", ")}`);
  if (tempo && tempo.fitting < tempoTarget) {
    console.error(`Fewer than ${percent(tempoTarget)} of the tempi are detected as written.`);
    process.exitCode = 1;
  }
  if (faulty.length > 0) process.exitCode = 1;
}
