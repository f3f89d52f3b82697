import type { AssetSource } from "../../contract/engine.ts";
import type { CatalogueMap } from "../../contract/map.ts";
import { isLocal, type Track } from "../../contract/track.ts";
import { after } from "../../shared/clock.ts";
import type { PackIdentity } from "../encode/pack.ts";
import type { PackVocabulary } from "../encode/vocabulary.ts";
import type { JoinedIndex } from "../index/joined-index.ts";
import type { SectionIndex } from "../index/section-index.ts";
import { principalPlane } from "./axes.ts";
import { fitOf, readMap, type StoredMap } from "./format.ts";
import { createKinds, type KindOf } from "./kinds.ts";
import { createLabelWords } from "./label-words.ts";
import { regionLabels } from "./labels.ts";
import { meansByEvidence, musicVector, vocabularyAxes, type Lens } from "./music-vectors.ts";
import { createPlacer, type Placer } from "./place.ts";

/** Tracks that are placed at a time; searches are answered in between. */
const AT_A_TIME = 256;
/** Most tracks that others are placed among. */
const MOST_ANCHORS = 2000;

/** What maps are made from. */
export interface AtlasSource {
  readonly assets: AssetSource;
  readonly pack: PackIdentity;
  readonly vocabulary: PackVocabulary;
  /** The index that ships, for which a map was made beforehand. */
  readonly shipped: SectionIndex;
}

/** Where the tracks of one part lie, and their kinds. */
interface PlacedPart {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly kind: Uint8Array;
}

/** What the shipped tracks say about all others. */
interface Ground {
  readonly lens: Lens;
  readonly placer: Placer;
  readonly kindOf: KindOf;
  /** Places of tracks that have one beforehand, by id. */
  readonly known: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
}

/**
 * Makes the map of an index. The tracks that ship have places that were made beforehand; all others go
 * among those that sound most alike, part by part, and a part is placed once. Without a map that fits,
 * the shipped tracks are laid out plainly.
 */
export class Atlas {
  private ground: Promise<Ground> | null = null;
  private readonly placed = new WeakMap<SectionIndex, PlacedPart>();
  private last: { readonly index: JoinedIndex; readonly map: Promise<CatalogueMap> } | null = null;

  constructor(private readonly source: AtlasSource) {}

  /** The map of an index; made once for each, and soon where only a part of it is new. */
  mapOf(index: JoinedIndex): Promise<CatalogueMap> {
    if (this.last?.index !== index) this.last = { index, map: this.make(index) };
    return this.last.map;
  }

  private async make(index: JoinedIndex): Promise<CatalogueMap> {
    const ground = await (this.ground ??= this.survey(index));
    const { tracks } = index;
    const map = {
      ids: tracks.map(({ id }) => id),
      x: new Float32Array(tracks.length),
      y: new Float32Array(tracks.length),
      kind: new Uint8Array(tracks.length),
      playable: Uint8Array.from(tracks, (track) => (isLocal(track) ? 1 : 0)),
    };
    for (const [p, part] of index.parts.entries()) {
      const from = index.firstTrack[p] ?? 0;
      const known = this.placed.get(part);
      const placed =
        known ?? (await place(part, tracks.slice(from, from + part.tracks.length), ground));
      this.placed.set(part, placed);
      for (const column of ["x", "y", "kind"] as const) map[column].set(placed[column], from);
    }
    const labelWords = createLabelWords(this.source.vocabulary);
    const words = tracks.map((track) => labelWords.of(track));
    return {
      ...map,
      labels: regionLabels({ ...map, words, weightOf: (word) => labelWords.weightOf(word) }),
    };
  }

  /** Reads the map that ships, or lays the tracks out where there is none that fits. */
  private async survey({ parts }: JoinedIndex): Promise<Ground> {
    const { vocabulary, shipped } = this.source;
    const stored = await this.stored();
    const base = stored === null ? parts : [shipped];
    const lens = {
      centres: stored?.centres ?? meansByEvidence(base),
      axes: vocabularyAxes(vocabulary),
    };
    const all = base.flatMap((part) =>
      part.tracks.map((track, t) => ({ track, vector: () => musicVector(part, t, lens) })),
    );
    const every = stored === null ? Math.ceil(all.length / MOST_ANCHORS) : 1;
    const anchors = all.filter((_, t) => t % every === 0);
    const vectors = anchors.map(({ vector }) => vector());
    const { x, y } = stored ?? principalPlane(vectors);
    const known = anchors.map(
      ({ track }, a) => [track.id, { x: x[a] ?? 0, y: y[a] ?? 0 }] as const,
    );
    return {
      lens,
      placer: createPlacer({ vectors, x, y }),
      kindOf: createKinds(vocabulary, lens, vectors),
      known: new Map(known),
    };
  }

  private async stored(): Promise<StoredMap | null> {
    const { assets, pack, shipped } = this.source;
    try {
      const bytes = await assets.read("map");
      return readMap(bytes, await fitOf(pack, shipped.tracks));
    } catch {
      return null; // The music can be laid out without it.
    }
  }
}

/** @param tracks of the part, under the ids by which they are known */
async function place(
  part: SectionIndex,
  tracks: readonly Track[],
  { lens, placer, kindOf, known }: Ground,
): Promise<PlacedPart> {
  const count = part.tracks.length;
  const placed = {
    x: new Float32Array(count),
    y: new Float32Array(count),
    kind: new Uint8Array(count),
  };
  for (let t = 0; t < count; t += 1) {
    if (t % AT_A_TIME === AT_A_TIME - 1) await pause();
    const { id, tags } = tracks[t] ?? { id: "", tags: [] };
    const vector = musicVector(part, t, lens);
    const { x, y } = known.get(id) ?? placer(vector, id);
    placed.x[t] = x;
    placed.y[t] = y;
    placed.kind[t] = kindOf(tags, vector);
  }
  return placed;
}

/** Lets other calls be answered. */
const pause = (): Promise<void> => new Promise((resolve) => after(0, resolve));
