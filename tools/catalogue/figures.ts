import * as v from "valibot";

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
  "How much two pieces of one style, composed from different seeds, have in common, from 0 to 1: motifs " +
  "(three steps of the leading parts), harmony (chord changes), form (neighbouring sections and their " +
  "bars). Mean over all styles, and the style whose pieces are most alike.";
const AUDIT_NOTE =
  "The worst piece of each style: longest silence (seconds), how far the ending is below the loudest " +
  "moment (dB), loudest against quietest section (dB), busiest against emptiest section (ratio). " +
  "Also the share of pieces with drums whose tempo is detected as written.";
const PROBE_NOTE =
  "Logistic regression on mean, standard deviation and change of log-mel bands, five folds. Instruments " +
  "are classified among all pieces, where the style gives many of them away, and among pieces of one style.";

/**
 * The report's figures of an audit, `npm run audit -- DIR --json FILE`.
 * @param corpus how the pieces were made
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
 * The report's figures of the probes, `lab probe --corpus DIR --out FILE`.
 * @param corpus how the pieces were made
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

/** The report's figures of `npm run likeness -- --json FILE`. */
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
