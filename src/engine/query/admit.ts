import type { SearchFilters } from "../../contract/filters.ts";
import type { Track } from "../../contract/track.ts";
import type { UnderstoodItem } from "../../contract/understanding.ts";
import { columnsOf } from "./columns.ts";
import type { TrackEar } from "./ear.ts";
import { countFacets, type Counted } from "./facets.ts";
import { failing, NOT_ADMITTED, prepareBands } from "./filtering.ts";
import { createTiers, type Tiers } from "./rank.ts";

/** The tracks that a request admits, in tiers, with the counts of its filters. */
export interface Admitted extends Tiers, Counted {}

/** What decides which tracks are admitted. */
export interface Wanted {
  /** What was understood of the descriptions. */
  readonly items: readonly UnderstoodItem[];
  readonly filters: SearchFilters;
  /** Whether a track can be scored at all, and is not what the results are to be like. */
  readonly isEligible: (track: number) => boolean;
}

/** Decides which tracks a request admits. */
export interface Admission {
  admit(wanted: Wanted): Admitted;
}

/**
 * Prepares to admit tracks. Items and filters are apart: what a description says leaves out nothing
 * by ear, and puts what is not known last; a filter lists only what is known to pass.
 */
export function createAdmission(tracks: readonly Track[], ear: TrackEar): Admission {
  const tiersOf = createTiers(tracks, ear.hearsVoice);
  const prepared = once(() => {
    const columns = columnsOf(tracks, ear);
    return { columns, bands: prepareBands(columns) };
  });
  const numberOf = numbersById(tracks);

  function admit({ items: asked, filters, isEligible }: Wanted): Admitted {
    const { columns, bands } = prepared();
    const { items, tierOf } = tiersOf(asked);
    const fails = failing(columns, filters, numberOf);
    const tiers = new Uint8Array(tracks.length);
    for (let t = 0; t < tiers.length; t += 1) {
      const tier = isEligible(t) ? tierOf(t) : null;
      if (tier === null) fails[t] = NOT_ADMITTED;
      else tiers[t] = tier;
    }
    const among = (t: number): number | null => (fails[t] === 0 ? (tiers[t] ?? null) : null);
    return { items, tierOf: among, ...countFacets(columns, bands, fails, filters) };
  }
  return { admit };
}

/** Finds tracks by their ids; they are gathered when the first is asked for. */
export function numbersById(tracks: readonly Track[]): (id: string) => number | undefined {
  const numbers = once(() => new Map(tracks.map(({ id }, t) => [id, t])));
  return (id) => numbers().get(id);
}

/** What is made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
