import type { FilterName, SearchFilters } from "../../../contract/filters.ts";
import { PanelEvent } from "../events.ts";

/** Search with these filters in place of those before. */
export class FiltersEvent extends PanelEvent {
  static readonly type = "nd-filters";
  constructor(readonly filters: SearchFilters) {
    super(FiltersEvent.type);
  }
}

/** Search without one of the filters. */
export class DropFilterEvent extends PanelEvent {
  static readonly type = "nd-drop-filter";
  constructor(readonly filter: FilterName) {
    super(DropFilterEvent.type);
  }
}
