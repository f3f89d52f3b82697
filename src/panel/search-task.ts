import type { SearchAnswer } from "../contract/engine.ts";
import { asNeedledropError, type NeedledropError } from "../contract/errors.ts";

export type SearchState =
  | { readonly name: "idle" }
  | { readonly name: "searching"; readonly query: string }
  | { readonly name: "found"; readonly answer: SearchAnswer }
  | { readonly name: "failed"; readonly query: string; readonly error: NeedledropError };

export type RunSearch = (query: string, signal: AbortSignal) => Promise<SearchAnswer>;

/**
 * The one search that counts. Starting another aborts it, and an answer that arrives for a search
 * that no longer counts is dropped.
 */
export class SearchTask {
  private current: SearchState = { name: "idle" };
  private running = new AbortController();
  private lastId = 0;

  constructor(
    private readonly run: RunSearch,
    private readonly changed: () => void,
  ) {}

  get state(): SearchState {
    return this.current;
  }

  /** Resolves when this search has ended, in whatever way; never rejects. */
  async start(query: string): Promise<void> {
    const { id, signal } = this.supersede();
    this.enter({ name: "searching", query });
    let outcome: SearchState;
    try {
      outcome = { name: "found", answer: await this.run(query, signal) };
    } catch (thrown) {
      outcome = { name: "failed", query, error: asNeedledropError(thrown) };
    }
    if (id === this.lastId) this.enter(outcome);
  }

  /** Aborts what runs and forgets what was found. */
  clear(): void {
    this.supersede();
    this.enter({ name: "idle" });
  }

  private supersede(): { id: number; signal: AbortSignal } {
    this.running.abort();
    this.running = new AbortController();
    this.lastId += 1;
    return { id: this.lastId, signal: this.running.signal };
  }

  private enter(state: SearchState): void {
    this.current = state;
    this.changed();
  }
}
