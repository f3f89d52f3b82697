import type { SearchAnswer } from "../contract/engine.ts";
import { asNeedledropError, type NeedledropError } from "../contract/errors.ts";

export interface Wanted {
  readonly query: string;
  /** Only tracks that can be heard now. */
  readonly localOnly: boolean;
}

export type SearchState =
  | { readonly name: "idle" }
  | { readonly name: "searching"; readonly wanted: Wanted }
  | { readonly name: "found"; readonly wanted: Wanted; readonly answer: SearchAnswer }
  | { readonly name: "failed"; readonly wanted: Wanted; readonly error: NeedledropError };

export type RunSearch = (wanted: Wanted, signal: AbortSignal) => Promise<SearchAnswer>;

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

  /** Whether just this is being looked for, or was found. */
  isFor({ query, localOnly }: Wanted): boolean {
    const { current } = this;
    if (current.name === "idle" || current.name === "failed") return false;
    return current.wanted.query === query && current.wanted.localOnly === localOnly;
  }

  /** Resolves when this search has ended, in whatever way; never rejects. */
  async start(wanted: Wanted): Promise<void> {
    const { id, signal } = this.supersede();
    this.enter({ name: "searching", wanted });
    let outcome: SearchState;
    try {
      outcome = { name: "found", wanted, answer: await this.run(wanted, signal) };
    } catch (thrown) {
      outcome = { name: "failed", wanted, error: asNeedledropError(thrown) };
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
