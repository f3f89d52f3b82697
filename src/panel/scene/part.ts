/** Where a text about a scene comes from: what was written on purpose first, what is by the way last. */
export const PART_KINDS = [
  ...(["marker", "note", "description", "column", "keywords", "comment", "place"] as const),
  ...(["tone", "picture", "caption", "transcript", "name", "bin", "sequence"] as const),
];
/** See `PART_KINDS`. */
export type PartKind = (typeof PART_KINDS)[number];

/** Something that one source says about the scene. */
export interface Part {
  readonly kind: PartKind;
  /** Sentences or words of one line each, best first. */
  readonly items: readonly string[];
  /** Name of the marker, column, clip or captioner that says so; may be empty. */
  readonly from: string;
  /** How much it counts, above 0; 1 is a marker's or a note's. */
  readonly weight: number;
  /** Language tag of a text that is not in English; null for English, and where it cannot be told. */
  readonly language: string | null;
}

/** Tells parts apart, also after they were read again. */
export const keyOf = ({ kind, from, items }: Part): string => [kind, from, ...items].join("\n");

/**
 * What somebody wrote for whoever cuts and scores the scene. The rest are names, speech and pictures:
 * they say what there is, and are never read as an instruction ("90 bpm no drums.mov").
 */
const WRITTEN = new Set<PartKind>([
  "marker",
  "note",
  "description",
  "column",
  "keywords",
  "comment",
]);
export const isWritten = ({ kind }: Part): boolean => WRITTEN.has(kind);

/** Lists of words, joined by commas; the others are sentences. */
const LISTS = new Set<PartKind>([
  ...(["column", "keywords", "place", "picture", "transcript", "tone", "name", "bin"] as const),
  "sequence",
]);
export const isList = ({ kind }: Part): boolean => LISTS.has(kind);
