import { IndexFormatError } from "../../contract/errors.ts";
import type { Track } from "../../contract/track.ts";
import type { SectionEmbedding } from "../encode/audio-tower.ts";
import type { PackIdentity } from "../encode/pack.ts";
import { quantise } from "./quantise.ts";
import type { SectionIndex } from "./section-index.ts";

/** A track, and the embeddings of its audio (see `embedTrack`) or of its metadata. */
export interface IndexEntry {
  readonly track: Track;
  /** The same number for every track of an index. */
  readonly peaks: Uint8Array;
  readonly sections: readonly SectionEmbedding[];
}

/** Compares tracks by id, in code units: their order in an index. */
export function byId(a: { readonly track: Track }, b: { readonly track: Track }): number {
  return a.track.id < b.track.id ? -1 : 1;
}

/**
 * An index of these entries, sorted by id.
 * @throws IndexFormatError as `writeIndex`.
 */
export function indexOf(pack: PackIdentity, entries: readonly IndexEntry[]): SectionIndex {
  const { dimension } = pack;
  const sorted = [...entries].sort(byId);
  const peaksPerTrack = sorted[0]?.peaks.length ?? 0;
  sorted.forEach((entry, i) => check(entry, sorted[i - 1], peaksPerTrack, dimension));

  const sections = sorted.flatMap((entry) => entry.sections);
  const peaks = new Uint8Array(sorted.length * peaksPerTrack);
  const firstSection = new Uint32Array(sorted.length + 1);
  sorted.forEach((entry, t) => {
    peaks.set(entry.peaks, t * peaksPerTrack);
    firstSection[t + 1] = (firstSection[t] ?? 0) + entry.sections.length;
  });
  const vectors = new Int8Array(sections.length * dimension);
  const scale = Float32Array.from(sections, ({ embedding }, s) =>
    quantise(embedding, vectors.subarray(s * dimension, (s + 1) * dimension)),
  );
  return {
    pack: pack.id,
    dimension,
    tracks: sorted.map((entry) => entry.track),
    firstSection,
    peaksPerTrack,
    peaks,
    start: Float32Array.from(sections, (section) => section.start),
    end: Float32Array.from(sections, (section) => section.end),
    scale,
    vectors,
  };
}

function check(
  { track, peaks, sections }: IndexEntry,
  before: IndexEntry | undefined,
  peaksPerTrack: number,
  dimension: number,
): void {
  const problem =
    before?.track.id === track.id
      ? "Two tracks have the same id."
      : peaks.length !== peaksPerTrack
        ? `A track has ${peaks.length} peaks, others ${peaksPerTrack}.`
        : sections.some(({ embedding }) => embedding.length !== dimension)
          ? `An embedding is not of the pack's dimension, ${dimension}.`
          : sections.some(({ start, end }) => !(end > start))
            ? "A section has no length."
            : null;
  if (problem === null) return;
  throw new IndexFormatError({
    what: problem,
    input: track.id,
    next: "Give every track an id of its own, and index all of them with one pack.",
  });
}
