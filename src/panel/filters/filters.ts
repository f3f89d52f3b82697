import type { Facet, FilterName, SearchFilters } from "../../contract/filters.ts";
import type { SearchAnswer } from "../../contract/search.ts";
import type { SearchView } from "../model/search-flow.ts";
import type { Wishes } from "../model/wishes.ts";
import { filtersView, type FiltersView, type KnownValues } from "./filters-view.ts";
import { without } from "./with-values.ts";

/** What filters need of a search. */
interface Searches {
  readonly view: Pick<SearchView, "wishes" | "answer">;
  change(change: Partial<Wishes>): Promise<void>;
}

/** The filters: what is set, what is offered, and whether they are in sight. Nothing here rejects. */
export class Filters {
  private isOpen = false;
  private known: KnownValues = { catalogues: [], licences: [] };

  constructor(
    private readonly flow: Searches,
    private readonly changed: () => void,
  ) {}

  get view(): FiltersView {
    const { wishes, answer } = this.flow.view;
    const { isOpen, known } = this;
    return filtersView(wishes.filters, answer, { isOpen, known });
  }

  /** Shows them, or puts them away. Returns whether they are in sight now. */
  toggle(): boolean {
    this.isOpen = !this.isOpen;
    this.changed();
    return this.isOpen;
  }

  /** Searches with other filters. */
  set(filters: SearchFilters): Promise<void> {
    return this.flow.change({ filters });
  }

  /** Searches without one of them. */
  drop(name: FilterName): Promise<void> {
    const { filters } = this.flow.view.wishes;
    return this.set(without(filters, name, ...(name === "tempo" ? (["octaves"] as const) : [])));
  }

  /** Takes all of them off. */
  reset(): Promise<void> {
    return this.set({});
  }

  /** A search was answered: values that are new are offered from now on. */
  learn({ facets }: SearchAnswer): void {
    const { catalogues, licences } = this.known;
    this.known = {
      catalogues: grown(catalogues, facets.catalogues),
      licences: grown(licences, facets.licences),
    };
  }
}

const grown = (known: readonly string[], { counts }: Facet<string>): readonly string[] => [
  ...new Set([...known, ...counts.map(({ value }) => value)]),
];
