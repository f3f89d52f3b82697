import * as v from "valibot";
import { LicenceSchema, PageSchema } from "./track.ts";

/** Version of the file format below. */
export const CATALOGUE_FORMAT = 1;
/** More tracks are more than one catalogue. */
export const MOST_TRACKS = 100_000;

const text = (limit: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(limit));
const words = v.optional(v.pipe(v.array(text(100)), v.maxLength(100)), []);
const orNull = <S extends v.GenericSchema>(schema: S) => v.optional(v.nullable(schema), null);

/** What a vendor says of one track. Unknown facts are null or left out, never guessed. */
export const CatalogueTrackSchema = v.object({
  /** The vendor's own number for it, unique in the catalogue: an ISRC where there is one. */
  id: text(200),
  title: text(400),
  artist: orNull(text(400)),
  seconds: orNull(v.pipe(v.number(), v.finite(), v.minValue(0))),
  bpm: orNull(v.pipe(v.number(), v.finite(), v.minValue(1), v.maxValue(1000))),
  key: orNull(text(20)),
  vocals: orNull(v.boolean()),
  genres: words,
  moods: words,
  instruments: words,
  uses: words,
  /** Name of its audio file, by which a download is recognised. */
  file: orNull(text(400)),
  page: orNull(PageSchema),
  /** Only where it differs from the catalogue's. */
  licence: orNull(LicenceSchema),
});
export type CatalogueTrack = v.InferOutput<typeof CatalogueTrackSchema>;

/**
 * Somebody's catalogue as facts: who, under which terms, which tracks, and where their audio is to
 * be had. Its embeddings lie beside it in an index file.
 */
export const CatalogueSchema = v.object({
  format: v.literal(CATALOGUE_FORMAT),
  /** Small letters, digits and hyphens; track ids in an index begin with it. */
  id: v.pipe(v.string(), v.maxLength(60), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  name: text(100),
  artist: orNull(text(400)),
  /** `attribution` may hold {title} and {artist}, which each track fills in. */
  licence: LicenceSchema,
  page: orNull(PageSchema),
  tracks: v.pipe(v.array(CatalogueTrackSchema), v.maxLength(MOST_TRACKS)),
});
export type Catalogue = v.InferOutput<typeof CatalogueSchema>;
