import { isLocalResult, type SearchAnswer, type SearchResult } from "../../contract/search.ts";
import { ResultPages, type ReadResults } from "./result-pages.ts";

/** What the results need of the panel. */
export interface ResultsShell {
  readonly read: ReadResults;
  /** Reads the waveforms of tracks. */
  readPeaks(trackIds: readonly string[]): Promise<void>;
  /** Another track is selected, or none. */
  selected(result: SearchResult | null): void;
  failed(thrown: unknown): void;
  changed(): void;
}

/**
 * What a search found, and the selected track: the one that is played by Space and laid by every
 * edit, wherever it was selected.
 */
export class Results {
  readonly pages: ResultPages;
  private current: SearchResult | null = null;
  private lastQuery = "";
  /** The place that a step goes to, while its result is read. */
  private heading: number | null = null;

  constructor(private readonly shell: ResultsShell) {
    this.pages = new ResultPages(shell.read, shell);
  }

  get selected(): SearchResult | null {
    return this.current;
  }

  /** Where the selected track stands in the list, from 0; null if it is not listed. */
  get selectedAt(): number | null {
    if (this.current === null) return null;
    const place = this.current.rank - 1;
    return this.isAt(this.current, place) && place < this.pages.count ? place : null;
  }

  /** A search was answered: its best track is selected. */
  show(answer: SearchAnswer): void {
    const { results, request } = answer;
    const before = this.current?.track.id;
    const isSame = request.query === this.lastQuery;
    this.lastQuery = request.query;
    this.pages.begin(answer);
    this.heading = null;
    // Where tracks have come or gone meanwhile, the editor stays with the one they chose.
    const kept = isSame ? results.find(({ track }) => track.id === before) : undefined;
    this.enter(kept ?? results[0] ?? null);
    this.inSight(0, results.length);
  }

  /** Nothing is searched for any more. */
  clear(): void {
    this.pages.begin(null);
    this.heading = null;
    this.lastQuery = "";
    if (this.current !== null) this.enter(null);
  }

  select(result: SearchResult | null): void {
    this.heading = null;
    // The same track may be listed elsewhere too, at another place and with another section.
    if (this.current !== result) this.enter(result);
  }

  /**
   * Selects the result `by` places further, or the first or last for an infinite `by`. Beyond the
   * last of the first results are the others.
   */
  async step(by: number): Promise<void> {
    const { pages } = this;
    const at = this.heading ?? this.selectedAt ?? -1;
    if (by > 0 && at === pages.count - 1 && pages.count < pages.total) pages.more();
    const to = Math.min(pages.count - 1, Math.max(0, at + by));
    if (pages.count === 0) return;
    this.heading = to;
    if (pages.at(to) === null) await pages.need(to, to + 1);
    // Meanwhile a further step, another search or a click may have gone elsewhere.
    if (this.heading !== to) return;
    this.heading = null;
    const result = pages.at(to);
    if (result !== null) this.select(result);
  }

  /** Rows from place `from` to before `to` are looked at: what is missing of them is read. */
  inSight(from: number, to: number): void {
    this.readPeaks(from, to);
    void this.pages.need(from, to).then(() => this.readPeaks(from, to));
  }

  private readPeaks(from: number, to: number): void {
    const local: string[] = [];
    for (let place = from; place < to; place++) {
      const result = this.pages.at(place);
      if (result !== null && isLocalResult(result)) local.push(result.track.id);
    }
    void this.shell.readPeaks(local);
  }

  private isAt({ track }: SearchResult, place: number): boolean {
    return this.pages.at(place)?.track.id === track.id;
  }

  private enter(result: SearchResult | null): void {
    this.current = result;
    this.shell.selected(result);
    this.shell.changed();
  }
}
