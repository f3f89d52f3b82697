import type { CatalogueMap, MapPoint, PlacedQuery } from "../../contract/map.ts";
import type { AdmittedTracks } from "../query/answer.ts";

/** How many results say where a query lies. */
const BEST = 20;

/** How far results draw the point of a query towards themselves. */
const REACH = 0.06;
/** Steps of the mean shift; it has settled before. */
const STEPS = 12;

/**
 * Where a query lies: the place at which the tracks that fit it best lie closest together. The best
 * counts most, each further one less. A plain mean would often lie where there is no music, between
 * two crowds that both fit; so this goes uphill (mean shift: Comaniciu and Meer, PAMI 2002) from the
 * result with the most weight around it.
 * @param places of the results, best first
 */
export function placeOfResults(places: readonly MapPoint[]): MapPoint | null {
  const weighted = places.map((place, before) => ({ place, weight: 1 / (before + 1) }));
  const pullAt = ({ x, y }: MapPoint): MapPoint & { readonly sum: number } => {
    let [sumX, sumY, sum] = [0, 0, 0];
    for (const { place, weight } of weighted) {
      const away = ((place.x - x) ** 2 + (place.y - y) ** 2) / (2 * REACH ** 2);
      const pull = weight * Math.exp(-away);
      sumX += pull * place.x;
      sumY += pull * place.y;
      sum += pull;
    }
    return { x: sumX / sum, y: sumY / sum, sum };
  };
  let best: MapPoint | null = null;
  let most = 0;
  for (const place of places) {
    const { sum } = pullAt(place);
    if (sum > most) [best, most] = [place, sum];
  }
  for (let step = 0; best !== null && step < STEPS; step += 1) {
    const { x, y } = pullAt(best);
    best = { x, y };
  }
  return best;
}

/** Where the tracks that a request admits lie on a map of the same tracks. */
export function placeAdmitted({ x, y }: CatalogueMap, tracks: AdmittedTracks): PlacedQuery {
  const places = tracks
    .first(BEST)
    .filter((t) => t < x.length)
    .map((t) => ({ x: x[t] ?? 0, y: y[t] ?? 0 }));
  const admitted = Uint8Array.from(x, (_, t) => (tracks.admits(t) ? 1 : 0));
  return { point: placeOfResults(places), admitted };
}
