import * as v from "valibot";
import { FileAddressSchema, LicenceSchema, PageSchema } from "./track.ts";

/** Version of the file format of `CatalogueSchema`. */
export const CATALOGUE_FORMAT = 1;
/** Most tracks in one catalogue. */
export const MOST_TRACKS = 100_000;

const text = (limit: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(limit));
const words = v.optional(v.pipe(v.array(text(100)), v.maxLength(100)), []);
const orNull = <S extends v.GenericSchema>(schema: S) => v.optional(v.nullable(schema), null);

/**
 * What a vendor says about one track. Metadata that is not known is null or left out; a parsed track
 * has null, or an empty list, for each of them.
 */
export const CatalogueTrackSchema = v.object({
  /** The vendor's own id, unique in the catalogue; an ISRC if there is one. */
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
  /** Name of its audio file; a download is recognised by it. */
  file: orNull(text(400)),
  /** The page that offers the track. */
  page: orNull(PageSchema),
  /** Only if it differs from the catalogue's. */
  licence: orNull(LicenceSchema),
});
/** See `CatalogueTrackSchema`. */
export type CatalogueTrack = v.InferOutput<typeof CatalogueTrackSchema>;

/** What stands for the name of a track's file, percent-encoded, in `files` of a catalogue. */
export const FILE_PLACE = "{file}";

/**
 * Where the audio files of a catalogue are: an address that ends in `FILE_PLACE`, after a slash, so
 * that all of them are on one host.
 */
const FilesSchema = v.pipe(
  text(1500),
  v.endsWith(`/${FILE_PLACE}`),
  v.check(
    (template) => v.is(FileAddressSchema, template.replace(FILE_PLACE, "a.mp3")),
    "must be an https address that ends in /{file}",
  ),
);

/**
 * A vendor's catalogue as metadata: whose it is, its licence, its tracks, and where their audio is
 * offered. This is `catalogue.json` (docs/catalogues.md); the embeddings are in an index file
 * beside it.
 */
export const CatalogueSchema = v.object({
  format: v.literal(CATALOGUE_FORMAT),
  /** Small letters, digits and hyphens; track ids in an index begin with it. */
  id: v.pipe(v.string(), v.maxLength(60), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  /** As results show it. */
  name: text(100),
  /** Of tracks that name none. */
  artist: orNull(text(400)),
  /** `attribution` may hold {title} and {artist}, which each track fills in. */
  licence: LicenceSchema,
  /** The page that offers tracks without a page of their own. */
  page: orNull(PageSchema),
  /** Where its files can be downloaded by name, if the vendor documents that. */
  files: orNull(FilesSchema),
  tracks: v.pipe(v.array(CatalogueTrackSchema), v.maxLength(MOST_TRACKS)),
});
/** See `CatalogueSchema`. */
export type Catalogue = v.InferOutput<typeof CatalogueSchema>;
