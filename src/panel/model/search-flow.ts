import type { SearchAnswer, SearchRequest } from "../../contract/engine.ts";
import { asNeedledropError, type NeedledropError } from "../../contract/errors.ts";

export type SearchState =
  | { readonly name: "idle" }
  | { readonly name: "searching"; readonly request: SearchRequest }
  | { readonly name: "found"; readonly answer: SearchAnswer }
  | { readonly name: "failed"; readonly request: SearchRequest; readonly error: NeedledropError };

/** What the panel shows of its search. */
export interface SearchView {
  readonly description: string;
  /** Whether only tracks on this machine are looked for. */
  readonly localOnly: boolean;
  readonly state: SearchState;
  /** The last answer; it stays in sight while the next search runs. */
  readonly answer: SearchAnswer | null;
}

export type RunSearch = (request: SearchRequest, signal: AbortSignal) => Promise<SearchAnswer>;

export interface SearchListener {
  /** A new answer is there; `changed` follows. */
  found(answer: SearchAnswer): void;
  changed(): void;
}

const RESULTS = 10;

/**
 * From a description to an answer. One search counts: starting another aborts it, and an answer
 * that arrives for a search that no longer counts is dropped. Nothing here rejects.
 */
export class SearchFlow {
  private description = "";
  private localOnly = false;
  /** Phrases of the description that are to be read as plain words. */
  private literal: readonly string[] = [];
  private state: SearchState = { name: "idle" };
  private answer: SearchAnswer | null = null;
  private running = new AbortController();
  private ended = Promise.resolve();

  constructor(
    private readonly run: RunSearch,
    private readonly listener: SearchListener,
  ) {}

  get view(): SearchView {
    const { description, localOnly, state, answer } = this;
    return { description, localOnly, state, answer };
  }

  /**
   * Searches for `description`, unless just that was found or is being looked for. Resolves when
   * that search has ended, also if an earlier call began it.
   */
  async search(description: string): Promise<void> {
    this.description = description;
    this.literal = this.literal.filter((phrase) => description.includes(phrase));
    const { request } = this;
    if (request.query === "") return this.clear();
    if (!this.isFor(request)) this.ended = this.start(request);
    await this.ended;
  }

  /** Keeps to tracks on this machine, or no longer, and searches again. */
  async filter(localOnly: boolean): Promise<void> {
    this.localOnly = localOnly;
    this.listener.changed();
    await this.search(this.description);
  }

  /**
   * Searches again with `phrases` of the description read as plain words. Each stays so until it is
   * gone from the description.
   */
  async takeBack(phrases: readonly string[]): Promise<void> {
    this.literal = [...new Set([...this.literal, ...phrases])];
    await this.search(this.description);
  }

  /** Searches again for what is described, whatever came of it before. */
  async retry(): Promise<void> {
    const { request } = this;
    if (request.query === "") return this.clear();
    await (this.ended = this.start(request));
  }

  /** Aborts what runs and forgets what was found. */
  private clear(): void {
    this.running.abort();
    this.answer = null;
    this.enter({ name: "idle" });
  }

  private get request(): SearchRequest {
    const { description, localOnly, literal } = this;
    return { query: description.trim(), limit: RESULTS, localOnly, literal };
  }

  private isFor(wanted: SearchRequest): boolean {
    const { state } = this;
    if (state.name === "idle" || state.name === "failed") return false;
    return isSame(state.name === "found" ? state.answer.request : state.request, wanted);
  }

  private async start(request: SearchRequest): Promise<void> {
    this.running.abort();
    this.running = new AbortController();
    const { signal } = this.running;
    this.enter({ name: "searching", request });
    const outcome = await this.outcomeOf(request, signal);
    if (!signal.aborted) this.enter(outcome);
  }

  private async outcomeOf(request: SearchRequest, signal: AbortSignal): Promise<SearchState> {
    try {
      return { name: "found", answer: await this.run(request, signal) };
    } catch (thrown) {
      return { name: "failed", request, error: asNeedledropError(thrown) };
    }
  }

  private enter(state: SearchState): void {
    this.state = state;
    if (state.name === "found") {
      this.answer = state.answer;
      this.listener.found(state.answer);
    }
    this.listener.changed();
  }
}

function isSame(one: SearchRequest, other: SearchRequest): boolean {
  const [literal, others] = [one.literal ?? [], other.literal ?? []];
  return (
    one.query === other.query &&
    one.localOnly === other.localOnly &&
    literal.length === others.length &&
    literal.every((phrase, at) => phrase === others[at])
  );
}
