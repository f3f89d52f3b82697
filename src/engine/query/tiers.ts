import { isLocal, type Track } from "../../contract/track.ts";
import type { UnderstoodItem } from "../../contract/understanding.ts";
import { filtersOf, wantsVoice } from "./filters.ts";
import type { TitleSearch } from "./titles.ts";

/** Which tracks a query admits, and which of them come before the others whatever their scores. */
export interface Tiers {
  /** The tier of a track, the lowest first; null leaves it out. */
  readonly tierOf: (track: number) => number | null;
  /** The query's items, with the number of tracks that have each title. */
  readonly items: readonly UnderstoodItem[];
}

/** Tracks with a quoted title first, then those that are known to fit all filters, then the rest. */
const UNTITLED = 2;
const UNKNOWN = 1;

/** Prepares to put the tracks of an index into tiers. */
export function createTiers(
  tracks: readonly Track[],
  titled: TitleSearch,
): (items: readonly UnderstoodItem[], localOnly: boolean) => Tiers {
  return (asked, localOnly) => {
    const filters = filtersOf(asked);
    const voice = wantsVoice(asked);
    const withTitle = new Set<number>();
    const items = asked.map((item): UnderstoodItem => {
      if (item.kind !== "title") return item;
      const those = titled(item.label.words);
      for (const track of those) withTitle.add(track);
      return { ...item, label: { ...item.label, tracks: those.size } };
    });

    function tierOf(t: number): number | null {
      const track = tracks[t];
      if (track === undefined || (localOnly && !isLocal(track))) return null;
      if (voice !== null && track.vocals === !voice) return null;
      const fits = filters.map((filter) => filter(track));
      if (fits.includes(false)) return null;
      return (withTitle.has(t) ? 0 : UNTITLED) + (fits.includes(null) ? UNKNOWN : 0);
    }
    return { tierOf, items };
  };
}
