import type { SearchAnswer, SearchRequest } from "../../contract/search.ts";
import { asNeedledropError, type NeedledropError } from "../../contract/errors.ts";
import { NO_WISHES, requestFor, type Wishes } from "./wishes.ts";

export type SearchState =
  | { readonly name: "idle" }
  | { readonly name: "searching"; readonly request: SearchRequest }
  | { readonly name: "found"; readonly answer: SearchAnswer }
  | { readonly name: "failed"; readonly request: SearchRequest; readonly error: NeedledropError };

/** What the panel shows of its search. */
export interface SearchView {
  readonly description: string;
  /** All that is asked for, the description included. */
  readonly wishes: Wishes;
  readonly state: SearchState;
  /** The last answer; it stays in sight while the next search runs. */
  readonly answer: SearchAnswer | null;
}

export type RunSearch = (request: SearchRequest, signal: AbortSignal) => Promise<SearchAnswer>;

export interface SearchListener {
  /** A new answer is there; `changed` follows. */
  found(answer: SearchAnswer): void;
  /** Nothing is asked for any more; `changed` follows. */
  cleared(): void;
  changed(): void;
}

/**
 * From wishes to an answer. One search counts: starting another aborts it, and an answer
 * that arrives for a search that no longer counts is dropped. Nothing here rejects.
 */
export class SearchFlow {
  private wishes = NO_WISHES;
  private state: SearchState = { name: "idle" };
  private answer: SearchAnswer | null = null;
  private running = new AbortController();
  private ended = Promise.resolve();

  constructor(
    private readonly run: RunSearch,
    private readonly listener: SearchListener,
    /** Phrases of a description that did not come from the editor, and are read as plain words. */
    private readonly plainWords: (description: string) => readonly string[] = () => [],
  ) {}

  get view(): SearchView {
    const { wishes, state, answer } = this;
    return { description: wishes.description, wishes, state, answer };
  }

  /** Searches for `description` beside what else is asked for; see `change`. */
  search(description: string): Promise<void> {
    return this.change({ description });
  }

  /**
   * Changes what is asked for and searches, unless just that was found or is being looked for.
   * Resolves when that search has ended, also if an earlier call began it.
   */
  async change(change: Partial<Wishes>): Promise<void> {
    const wishes = { ...this.wishes, ...change };
    const said = `${wishes.description}\n${wishes.second?.description ?? ""}`;
    this.wishes = { ...wishes, literal: wishes.literal.filter((phrase) => said.includes(phrase)) };
    const request = this.request();
    if (request === null) return this.clear();
    if (this.isFor(request)) this.listener.changed();
    else this.ended = this.start(request);
    await this.ended;
  }

  /**
   * Searches again with `phrases` of the descriptions read as plain words. Each stays so until it is
   * gone from them.
   */
  takeBack(phrases: readonly string[]): Promise<void> {
    return this.change({ literal: [...new Set([...this.wishes.literal, ...phrases])] });
  }

  /** Searches again for what is asked for, whatever came of it before. */
  async retry(): Promise<void> {
    const request = this.request();
    if (request === null) return this.clear();
    await (this.ended = this.start(request));
  }

  private request(): SearchRequest | null {
    const { description, literal } = this.wishes;
    const plain = this.plainWords(description);
    return requestFor({ ...this.wishes, literal: [...new Set([...literal, ...plain])] });
  }

  /** Aborts what runs and forgets what was found. */
  private clear(): void {
    this.running.abort();
    this.answer = null;
    this.listener.cleared();
    this.enter({ name: "idle" });
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

/** Both are plain data, made by `requestFor`. */
const isSame = (one: SearchRequest, other: SearchRequest): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
