import { describe, expect, it } from "vitest";
import {
  LENGTH_BANDS,
  TEMPO_BANDS,
  type FilterName,
  type SearchFilters,
} from "../../../src/contract/filters.ts";
import type { Energy, Vocals } from "../../../src/contract/hearing.ts";
import type { Track } from "../../../src/contract/track.ts";
import type { Span } from "../../../src/contract/understanding.ts";
import { createAdmission } from "../../../src/engine/query/admit.ts";
import { DEAF, type TrackEar } from "../../../src/engine/query/ear.ts";
import { FILTER_NAMES } from "../../../src/engine/query/filtering.ts";
import { randomNumbers, remote, track } from "../toy.ts";

/** What is known of a track, in the plainest form. */
interface Known {
  readonly id: string;
  readonly seconds: number | null;
  /** Where sections begin after the first. */
  readonly sections: readonly number[];
  readonly bpm: number | null;
  readonly key: { readonly tonic: string; readonly mode: string } | null;
  readonly energy: Energy | null;
  readonly vocals: Vocals | null;
  readonly catalogue: string;
  readonly licence: string;
  readonly local: boolean;
}

const next = randomNumbers(7);
const pick = <T>(...from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;

const KNOWN = Array.from({ length: 400 }, (_, i): Known => ({
  id: `t${i}`,
  seconds: pick(null, 30, 60, 90, 150, 400),
  sections: pick([], [12, 42], [20, 50, 80], [33]),
  bpm: pick(null, 60, 79.5, 100, 119, 140, 171),
  key: pick(null, { tonic: "D", mode: "minor" }, { tonic: "A#", mode: "major" }),
  energy: pick<Energy | null>(null, "low", "medium", "high"),
  vocals: pick<Vocals | null>(null, "none", "some", "sung", "choir"),
  catalogue: pick("One", "Two", "Three"),
  licence: pick("CC0-1.0", "CC-BY-4.0"),
  local: pick(true, false),
}));
const TRACKS = KNOWN.map((known): Track => {
  const facts = {
    seconds: known.seconds ?? 0,
    bpm: known.bpm,
    structure: {
      bars: [],
      beatsPerBar: 4,
      sections: [0, ...known.sections].map((start) => ({ start, label: "" })),
    },
    key: known.key === null ? null : `${known.key.tonic} ${known.key.mode}`,
    catalogue: known.catalogue,
    licence: { id: known.licence, name: known.licence },
  };
  return (known.local ? track : remote)(known.id, facts);
});
const EAR: TrackEar = {
  ...DEAF,
  vocals: (t) => KNOWN[t]?.vocals ?? null,
  energy: (t) => KNOWN[t]?.energy ?? null,
};
const admission = createAdmission(TRACKS, EAR);
const counted = (filters: SearchFilters, isEligible = (): boolean => true) =>
  admission.admit({ items: [], filters, isEligible });

const inSpan = (value: number | null, { least, most }: Span): boolean =>
  value !== null && value >= (least ?? 0) && value <= (most ?? Infinity);
const inSpans = (value: number | null, spans: readonly Span[] = [], octaves = false): boolean =>
  spans.length === 0 ||
  spans.some(
    (span) =>
      inSpan(value, span) ||
      (octaves && value !== null && (inSpan(value / 2, span) || inSpan(value * 2, span))),
  );
const oneOf = <T>(value: T | null, wanted: readonly T[] = []): boolean =>
  wanted.length === 0 || (value !== null && wanted.includes(value));

/** Whether a track passes one filter, written out plainly. */
function passes(known: Known, name: FilterName, filters: SearchFilters): boolean {
  switch (name) {
    case "length":
      return inSpans(known.seconds, filters.length);
    case "fits": {
      const { fits } = filters;
      const borders = [0, ...known.sections, known.seconds ?? 0].filter(
        (at) => known.seconds !== null && at <= known.seconds,
      );
      const isFitting = (length: number): boolean =>
        Math.abs(length - (fits?.seconds ?? 0)) <= (fits?.tolerance ?? 0);
      return (
        fits === undefined || borders.some((a) => borders.some((b) => b > a && isFitting(b - a)))
      );
    }
    case "tempo":
      return inSpans(known.bpm, filters.tempo, filters.octaves);
    case "keys":
      return (
        (filters.keys ?? []).length === 0 ||
        (filters.keys ?? []).some(
          ({ tonic, mode }) =>
            known.key?.tonic === tonic && (mode === null || known.key.mode === mode),
        )
      );
    case "energy":
      return oneOf(known.energy, filters.energy);
    case "vocals":
      return oneOf(known.vocals, filters.vocals);
    case "catalogues":
      return oneOf(known.catalogue, filters.catalogues);
    case "licences":
      return oneOf(known.licence, filters.licences);
    case "playable":
      return filters.playable !== true || known.local;
    case "tracks":
      return filters.tracks === undefined || filters.tracks.includes(known.id);
  }
}

/** The tracks that pass all filters but one. */
const leftWithout = (without: FilterName | null, filters: SearchFilters): Known[] =>
  KNOWN.filter((known) =>
    FILTER_NAMES.every((name) => name === without || passes(known, name, filters)),
  );

const SETS: readonly (readonly [string, SearchFilters])[] = [
  ["no filter", {}],
  ["empty lists", { energy: [], keys: [], length: [] }],
  ["a length", { length: [{ least: 60, most: 150 }] }],
  ["a length that sections fit", { fits: { seconds: 30, tolerance: 0.5 } }],
  ["one that hardly any fit", { fits: { seconds: 47.5, tolerance: 0.5 } }],
  ["one that a few fit, and energy", { fits: { seconds: 60, tolerance: 5 }, energy: ["low"] }],
  ["tempos", { tempo: [TEMPO_BANDS[0], { least: 119, most: 119 }] }],
  ["a tempo with half and double", { tempo: [{ least: 115, most: 125 }], octaves: true }],
  ["a key", { keys: [{ tonic: "D", mode: "minor" }] }],
  ["a tonic", { keys: [{ tonic: "A#", mode: null }] }],
  ["energy and vocals", { energy: ["low", "high"], vocals: ["none"] }],
  ["sources and licences", { catalogues: ["One", "Two"], licences: ["CC0-1.0"] }],
  ["tracks", { tracks: ["t3", "t5", "t399", "no such track"] }],
  ["no tracks", { tracks: [] }],
  ["what plays", { playable: true, energy: ["medium"] }],
  ["much at once", { playable: true, energy: ["low"], keys: [{ tonic: "D", mode: null }] }],
];

describe.each(SETS)("filters by %s", (_, filters) => {
  const { total, facets, tierOf } = counted(filters);

  it("list the tracks that a plain computation lists", () => {
    const ids = TRACKS.filter((_track, t) => tierOf(t) !== null).map(({ id }) => id);
    expect(ids).toEqual(leftWithout(null, filters).map(({ id }) => id));
    expect(total).toBe(ids.length);
  });

  it("count values with the other filters, and what is not known apart", () => {
    for (const name of ["energy", "vocals"] as const) {
      const left = leftWithout(name, filters);
      expect(facets[name].unknown).toBe(left.filter((known) => known[name] === null).length);
      for (const { value, count } of facets[name].counts) {
        expect(count).toBe(left.filter((known) => known[name] === value).length);
      }
    }
    const left = leftWithout("keys", filters);
    expect(facets.keys.unknown).toBe(left.filter(({ key }) => key === null).length);
    for (const { value, count } of facets.keys.counts) {
      expect(count).toBe(left.filter(({ key }) => key?.tonic === value.tonic).length);
    }
  });

  it("count in each band what that band would leave", () => {
    for (const [name, bands] of [
      ["length", LENGTH_BANDS],
      ["tempo", TEMPO_BANDS],
    ] as const) {
      expect(facets[name].counts).toEqual(
        bands.map((band) => ({
          value: { ...band },
          count: counted({ ...filters, [name]: [band] }).total,
        })),
      );
    }
  });

  it("count sources, licences and what plays", () => {
    for (const { value, count } of facets.catalogues.counts) {
      const left = leftWithout("catalogues", filters);
      expect(count).toBe(left.filter(({ catalogue }) => catalogue === value).length);
    }
    const counts = facets.catalogues.counts.map(({ count }) => count);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(facets.playable).toBe(
      leftWithout("playable", filters).filter(({ local }) => local).length,
    );
    const licences = facets.licences.counts.reduce((sum, { count }) => sum + count, 0);
    expect(licences).toBe(leftWithout("licences", filters).length);
  });
});

describe("where filters leave nothing", () => {
  const none = { catalogues: ["No such"], playable: true, energy: ["low" as const] };

  it("the one is named without which most is left", () => {
    const leaves = leftWithout("catalogues", none).length;
    expect(leaves).toBeGreaterThan(0);
    expect(counted(none).emptiedBy).toEqual({ filter: "catalogues", leaves });
  });

  it("none is named if no single one is to blame, or something is left", () => {
    expect(counted({ catalogues: ["No such"], licences: ["Nor this"] }).emptiedBy).toBeNull();
    expect(counted({ playable: true }).emptiedBy).toBeNull();
  });

  it("none is named if there was nothing to filter", () => {
    expect(counted(none, () => false).emptiedBy).toBeNull();
  });
});

it("counts with what was understood: what it leaves out counts nowhere", () => {
  const items = [{ kind: "tempo" as const, text: "", label: { least: 119, most: 141 } }];
  const { facets, total } = admission.admit({ items, filters: {}, isEligible: () => true });
  expect(total).toBe(KNOWN.filter(({ bpm }) => bpm === null || (bpm >= 119 && bpm <= 141)).length);
  expect(facets.tempo.counts[0]?.count).toBe(0);
  expect(facets.tempo.unknown).toBe(KNOWN.filter(({ bpm }) => bpm === null).length);
});
