import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import * as v from "valibot";
import { mergeCatalogueResults, RESULTS } from "./results.ts";

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const AuditSchema = v.object({
  pieces: v.number(),
  faulty: v.number(),
  tempo: v.object({ pieces: v.number(), fitting: share, byChance: share }),
  styles: v.array(v.looseObject({ style: v.string() })),
});

const ProbeSchema = v.object({
  pieces: v.number(),
  style: v.object({
    styles: v.number(),
    accuracy: share,
    confusions: v.array(v.object({ style: v.string(), takenFor: v.string(), pieces: v.number() })),
  }),
  instrument: v.object({
    instruments: v.number(),
    macroRocAuc: share,
    macroWithinStyle: share,
  }),
});

const Likeness = v.object({ style: v.string(), likeness: share });

const LikenessSchema = v.object({
  styles: v.number(),
  pieces: v.number(),
  lengths: v.array(
    v.object({
      seconds: v.number(),
      mean: v.object({ motif: share, harmony: share, form: share }),
      most: v.object({ motif: Likeness, harmony: Likeness, form: Likeness }),
    }),
  ),
});

const LIKENESS_NOTE =
  "The share that two pieces of one style with different seeds have in common, 0 to 1: motifs (three " +
  "steps of the leading parts), harmony (changes of chord), form (neighbouring sections and their bars). " +
  "The mean over all styles, and the style whose pieces are most alike.";
const AUDIT_NOTE =
  "Of each style the worst piece: longest silence (seconds), how far the end is below the loudest " +
  "moment (dB), loudest against quietest section (dB), busiest against emptiest section (ratio); " +
  "and the share of pieces with drums whose tempo is heard as written.";
const PROBE_NOTE =
  "Logistic regression on mean, deviation and change of log-mel bands, five folds. Instruments are " +
  "told apart among all pieces, where style gives many of them away, and among pieces of one style.";

/**
 * What the report says of an audit, `npm run audit -- DIR --json FILE`.
 * @param corpus how the pieces came about
 */
export function auditFigures(report: unknown, corpus: string) {
  const { pieces, faulty, tempo, styles } = v.parse(AuditSchema, report);
  return {
    note: AUDIT_NOTE,
    command: "npm run audit -- DIR --json FILE",
    corpus,
    pieces,
    faulty,
    piecesWithDrums: tempo.pieces,
    tempoHeardAsWritten: tempo.fitting,
    tempoByChance: tempo.byChance,
    styles,
  };
}

/**
 * What the report says of the probes, `lab probe --corpus DIR --out FILE`.
 * @param corpus how the pieces came about
 */
export function probeFigures(report: unknown, corpus: string) {
  const { pieces, style, instrument } = v.parse(ProbeSchema, report);
  return {
    note: PROBE_NOTE,
    command: "lab probe --corpus DIR --out FILE",
    corpus,
    pieces,
    styles: style.styles,
    styleAccuracy: style.accuracy,
    instruments: instrument.instruments,
    instrumentMacroRocAuc: instrument.macroRocAuc,
    instrumentWithinOneStyle: instrument.macroWithinStyle,
    confusions: style.confusions,
  };
}

/** What the report says of `npm run likeness -- --json FILE`. */
export function likenessFigures(report: unknown) {
  const { styles, pieces, lengths } = v.parse(LikenessSchema, report);
  return {
    note: LIKENESS_NOTE,
    command: "npm run likeness",
    styles,
    piecesOfEachStyle: pieces,
    lengths: lengths.flatMap(({ seconds, mean, most }) =>
      (["motif", "harmony", "form"] as const).map((of) => ({
        seconds,
        of,
        mean: mean[of],
        most: most[of].likeness,
        mostIn: most[of].style,
      })),
    ),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    options: { audit: text, probe: text, likeness: text, corpus: text },
  });
  const { audit, probe, likeness, corpus = "not said" } = values;
  const read = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, "utf8"));
  await mergeCatalogueResults(RESULTS, {
    ...(audit === undefined ? {} : { audit: auditFigures(await read(audit), corpus) }),
    ...(likeness === undefined ? {} : { likeness: likenessFigures(await read(likeness)) }),
    ...(probe === undefined ? {} : { probes: probeFigures(await read(probe), corpus) }),
  });
}
