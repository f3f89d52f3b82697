import type { SearchRequest } from "../../src/contract/search.ts";
import { CAPTION_LIMIT } from "../../src/panel/scene/compose.ts";
import { PART_KINDS, type Part, type PartKind } from "../../src/panel/scene/part.ts";
import { partsOf } from "../../src/panel/scene/parts-of.ts";
import { SceneCaption } from "../../src/panel/scene/scene-caption.ts";
import { seenParts } from "../../src/panel/scene/seen-parts.ts";
import { estimate, estimateMean, type Estimate } from "./bootstrap.ts";
import type { CaptionCase } from "./caption-cases.ts";
import { gradeTracks } from "./grade.ts";
import { mean, ndcg } from "./metrics.ts";
import type { Pool } from "./pools.ts";
import { DEPTH } from "./rankers.ts";

/** What is searched by: the composed caption, one kind of source alone, or all texts in a row. */
export type CaptionSystem = "composed" | "all texts in a row" | PartKind;

/** Figures of one system over a set of cases. A case that lacks the source counts as 0. */
export interface CaptionRow {
  readonly system: CaptionSystem;
  /** Cases that have it. */
  readonly cases: number;
  readonly ndcgAt10: Estimate;
  /** The caption's nDCG less this one's, on the same cases. */
  readonly behind?: Estimate;
  /** The same over the cases that have the source alone. */
  readonly behindWhereThere?: Estimate;
}

/** Figures over one set of cases. */
export interface CaptionFigures {
  readonly cases: number;
  readonly rows: readonly CaptionRow[];
  /** The best single source of each case, as nobody can know it beforehand. */
  readonly oracle: Estimate;
  /** Share of the cases in which the caption is at least as good as that. */
  readonly atLeastOracle: number;
}

/** nDCG@10 of each system for a case; null where the case lacks the source. */
export type CaptionScores = ReadonlyMap<CaptionSystem, number | null>;

/** Searches for each case by its caption, by each of its sources, and by all its texts in a row. */
export async function scoreCaptions(
  { index: { tracks }, searcher }: Pool,
  cases: readonly CaptionCase[],
): Promise<CaptionScores[]> {
  const scores: CaptionScores[] = [];
  for (const one of cases) {
    const grades = gradeTracks(one.scene, tracks);
    const byId = new Map(tracks.map(({ id }, t) => [id, grades[t] ?? 0]));
    const scoreOf = async (request: Pick<SearchRequest, "query" | "literal"> | null) => {
      if (request === null) return null;
      const { results } = await searcher.search({ ...request, limit: DEPTH });
      return ndcg(
        results.map(({ track }) => byId.get(track.id) ?? 0),
        grades,
        DEPTH,
      );
    };
    const parts = [...partsOf(one.selection), ...seenParts(one.sight)];
    const found = new Map<CaptionSystem, number | null>();
    found.set("composed", await scoreOf(captionOf(parts)));
    found.set("all texts in a row", await scoreOf(inARow(one)));
    for (const kind of PART_KINDS) {
      found.set(kind, await scoreOf(captionOf(parts.filter((part) => part.kind === kind))));
    }
    scores.push(found);
  }
  return scores;
}

/** The request that the panel makes of parts; null where there are none. */
export function captionOf(
  parts: readonly Part[],
): (Pick<SearchRequest, "query"> & { readonly literal: string[] }) | null {
  const caption = new SceneCaption();
  const query = caption.begin("", parts);
  return query === "" ? null : { query, literal: caption.literal(query) };
}

/** What a panel without sources would search for. */
function inARow({
  selection,
  sight,
}: CaptionCase): Pick<SearchRequest, "query" | "literal"> | null {
  const { clips, markers, sequence } = selection;
  const texts = [
    ...[...markers, ...clips.flatMap((clip) => clip.markers)].flatMap((m) => [m.name, m.comments]),
    ...clips.flatMap((clip) => [
      ...[clip.description, clip.logNote, clip.comment, ...clip.columns.map(({ text }) => text)],
      ...[...clip.keywords, clip.location, clip.name, ...clip.bins, clip.transcript],
    ]),
    ...[sequence, ...sight.words.map(({ word }) => word)],
  ];
  const query = texts
    .filter((text) => text !== "")
    .join(". ")
    .slice(0, CAPTION_LIMIT);
  return query === "" ? null : { query, literal: [] };
}

/** Figures of scored cases. */
export function captionFigures(scores: readonly CaptionScores[]): CaptionFigures {
  const all = (system: CaptionSystem): number[] => scores.map((found) => found.get(system) ?? 0);
  const caption = all("composed");
  const best = scores.map((found) =>
    Math.max(0, ...PART_KINDS.map((kind) => found.get(kind) ?? 0)),
  );
  const systems: readonly CaptionSystem[] = ["composed", "all texts in a row", ...PART_KINDS];
  const rows = systems.map((system): CaptionRow => {
    const own = all(system);
    const there = scores.flatMap((found, at) =>
      typeof found.get(system) === "number" ? [at] : [],
    );
    const lead = (at: number): number => (caption[at] ?? 0) - (own[at] ?? 0);
    return {
      system,
      cases: there.length,
      ndcgAt10: estimateMean(own),
      ...(system === "composed" || there.length === 0
        ? {}
        : {
            behind: estimate(
              own.map((_, at) => lead(at)),
              mean,
            ),
            behindWhereThere: estimate(there.map(lead), mean),
          }),
    };
  });
  return {
    cases: scores.length,
    rows: rows.filter(({ cases }) => cases > 0),
    oracle: estimateMean(best),
    atLeastOracle: mean(caption.map((score, at) => (score >= (best[at] ?? 0) ? 1 : 0))),
  };
}
