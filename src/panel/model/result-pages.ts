import type { SearchAnswer, SearchRequest, SearchResult } from "../../contract/search.ts";

/** How many results are read at a time. */
export const PAGE = 50;
/** Pages that are kept: what was looked at last, however far one scrolls. */
const MOST_PAGES = 60;

/** Reads `count` results of a request from place `from` on (0 is the best). */
export type ReadResults = (
  request: SearchRequest,
  from: number,
  count: number,
) => Promise<readonly SearchResult[]>;

/** What is told of pages. */
export interface PagesListener {
  changed(): void;
  /** A page could not be read. It is read again when somebody looks there once more. */
  failed(thrown: unknown): void;
}

/**
 * All results of an answer, of which the first are listed until more are asked for. Those that the
 * answer does not hold are read page by page as they come into sight. A page of an answer that has
 * been replaced is dropped.
 */
export class ResultPages {
  private answer: SearchAnswer | null = null;
  private isWhole = false;
  private readonly pages = new Map<number, readonly SearchResult[]>();
  private readonly reading = new Map<number, Promise<void>>();

  constructor(
    private readonly read: ReadResults,
    private readonly listener: PagesListener,
  ) {}

  /** How many results there are. */
  get total(): number {
    return this.answer === null ? 0 : Math.max(this.answer.total, this.answer.results.length);
  }

  /** How many of them are listed. */
  get count(): number {
    return this.isWhole ? this.total : (this.answer?.results.length ?? 0);
  }

  /** Begins with an answer, or with none. One to the same request is listed as far as the last. */
  begin(answer: SearchAnswer | null): void {
    const isSame = JSON.stringify(answer?.request) === JSON.stringify(this.answer?.request);
    this.isWhole = this.isWhole && isSame;
    this.answer = answer;
    this.pages.clear();
    this.reading.clear();
  }

  /** Lists all of them. */
  more(): void {
    this.isWhole = true;
    this.listener.changed();
  }

  /** The result at a place, from 0; null while it has not been read. */
  at(place: number): SearchResult | null {
    const inAnswer = this.answer?.results[place];
    return inAnswer ?? this.pages.get(Math.floor(place / PAGE))?.[place % PAGE] ?? null;
  }

  /** Reads what is missing from place `from` to before `to`. Resolves when that is over. */
  async need(from: number, to: number): Promise<void> {
    const reads: Promise<void>[] = [];
    for (let place = Math.max(0, from); place < Math.min(to, this.count); place++) {
      const page = Math.floor(place / PAGE);
      if (this.at(place) === null && !this.pages.has(page)) reads.push(this.readPage(page));
      if (this.pages.has(page) || this.reading.has(page)) place = (page + 1) * PAGE - 1;
    }
    await Promise.all(reads);
  }

  private readPage(page: number): Promise<void> {
    const begun = this.reading.get(page) ?? this.fetch(page);
    this.reading.set(page, begun);
    return begun;
  }

  private async fetch(page: number): Promise<void> {
    const { answer } = this;
    if (answer === null) return;
    try {
      const results = await this.read(answer.request, page * PAGE, PAGE);
      if (this.answer !== answer) return;
      this.keep(page, results);
      this.listener.changed();
    } catch (thrown) {
      if (this.answer === answer) this.listener.failed(thrown);
    } finally {
      if (this.answer === answer) this.reading.delete(page);
    }
  }

  private keep(page: number, results: readonly SearchResult[]): void {
    this.pages.set(page, results);
    const [oldest] = this.pages.keys();
    if (this.pages.size > MOST_PAGES && oldest !== undefined) this.pages.delete(oldest);
  }
}
