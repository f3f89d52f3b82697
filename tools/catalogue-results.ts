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

/** What the report says of an audit: `npm run audit -- DIR --json FILE`. */
export function auditFigures(report: unknown) {
  const { pieces, faulty, tempo, styles } = v.parse(AuditSchema, report);
  return {
    command: "npm run audit -- DIR --json FILE",
    pieces,
    faulty,
    piecesWithDrums: tempo.pieces,
    tempoHeardAsWritten: tempo.fitting,
    tempoByChance: tempo.byChance,
    styles,
  };
}

/** What the report says of the probes: `lab probe --corpus DIR --out FILE`. */
export function probeFigures(report: unknown) {
  const { pieces, style, instrument } = v.parse(ProbeSchema, report);
  return {
    command: "lab probe --corpus DIR --out FILE",
    pieces,
    styles: style.styles,
    styleAccuracy: style.accuracy,
    instruments: instrument.instruments,
    instrumentMacroRocAuc: instrument.macroRocAuc,
    instrumentWithinOneStyle: instrument.macroWithinStyle,
    confusions: style.confusions,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { audit: { type: "string" }, probe: { type: "string" } },
  });
  const read = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, "utf8"));
  await mergeCatalogueResults(RESULTS, {
    ...(values.audit === undefined ? {} : { audit: auditFigures(await read(values.audit)) }),
    ...(values.probe === undefined ? {} : { probes: probeFigures(await read(values.probe)) }),
  });
}
