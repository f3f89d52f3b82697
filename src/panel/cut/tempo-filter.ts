import type { SearchFilters } from "../../contract/filters.ts";
import type { Span } from "../../contract/understanding.ts";
import { without } from "../filters/with-values.ts";
import type { Tempo } from "./tempi.ts";

/** How far off a suggested tempo music may be, as a share of it: what catalogues round to. */
const TOLERANCE = 0.02;

/** The suggestion of a tempo as a filter: whether it is set, and the filters once it is pressed. */
export function tempoFilter(
  tempo: Tempo,
  filters: SearchFilters,
): { readonly isOn: boolean; readonly leadsTo: SearchFilters } {
  const isOn = isSetTo(filters, tempo);
  const others = without(filters, "tempo", "octaves");
  return {
    isOn,
    leadsTo: isOn ? others : { ...others, tempo: [spanAround(tempo)], octaves: true },
  };
}

/** The suggestion that the tempo is filtered by; null if it is none. */
export const suggestedIn = (filters: SearchFilters, tempi: readonly Tempo[]): Tempo | null =>
  tempi.find((tempo) => isSetTo(filters, tempo)) ?? null;

function isSetTo({ tempo, octaves }: SearchFilters, suggested: Tempo): boolean {
  const { least, most } = spanAround(suggested);
  const [span] = tempo ?? [];
  return octaves === true && tempo?.length === 1 && span?.least === least && span.most === most;
}

const spanAround = ({ bpm }: Tempo): Span => ({
  least: Math.round(bpm * (1 - TOLERANCE)),
  most: Math.round(bpm * (1 + TOLERANCE)),
});
