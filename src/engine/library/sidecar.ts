import * as v from "valibot";
import { UsageError } from "../../contract/errors.ts";
import { LicenceSchema, StructureSchema } from "../../contract/track.ts";
import { licenceFromText } from "./licence-names.ts";
import type { MusicSource } from "./music-source.ts";

/** Name of the file with metadata beside the music. */
export const SIDECAR_NAME = "tracks.json";

const licence = v.union([
  LicenceSchema,
  v.pipe(
    v.string(),
    v.transform((text) => licenceFromText(text)),
  ),
]);
const orNull = <S extends v.GenericSchema>(schema: S) => v.optional(v.nullable(schema), null);

const SidecarTrackSchema = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(400)),
  title: v.string(),
  artist: orNull(v.string()),
  /** Relative to the folder of the sidecar file, with forward slashes. */
  file: v.string(),
  bpm: orNull(v.pipe(v.number(), v.finite(), v.minValue(1), v.maxValue(1000))),
  key: orNull(v.string()),
  mode: orNull(v.string()),
  vocals: orNull(v.boolean()),
  tags: v.optional(v.array(v.string()), []),
  licence: orNull(licence),
  metre: orNull(v.pipe(v.string(), v.regex(/^\d{1,2}\/\d{1,2}$/, "must be like 4/4"))),
  editPoints: v.optional(v.object({ bars: StructureSchema.entries.bars })),
  sections: v.optional(StructureSchema.entries.sections, []),
});
/** What a sidecar file says about one track. */
export type SidecarTrack = v.InferOutput<typeof SidecarTrackSchema>;

const SidecarSchema = v.object({
  catalogue: v.object({
    name: v.string(),
    artist: orNull(v.string()),
    licence: orNull(licence),
  }),
  tracks: v.array(SidecarTrackSchema),
});

/** Metadata from the catalogue itself; it takes precedence over the tags of the files. */
export type Sidecar = v.InferOutput<typeof SidecarSchema>;

/**
 * Reads `tracks.json` of a folder; null if there is none.
 * @throws UsageError the file is malformed.
 */
export async function readSidecar(
  source: Pick<MusicSource, "name" | "readText">,
): Promise<Sidecar | null> {
  const text = await source.readText(SIDECAR_NAME);
  if (text === null) return null;
  const parsed = v.safeParse(SidecarSchema, parseJson(text));
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const where = v.getDotPath(issue);
  throw new UsageError({
    what: `The track list is malformed: ${where === null ? "" : `${where}: `}${issue.message}.`,
    input: `${source.name}/${SIDECAR_NAME}`,
    next: "Correct it, or move it out of the folder.",
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
