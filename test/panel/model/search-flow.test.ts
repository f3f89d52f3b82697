import { describe, expect, it } from "vitest";
import type { SearchAnswer, SearchRequest } from "../../../src/contract/search.ts";
import { EmptyQueryError, UnexpectedError } from "../../../src/contract/errors.ts";
import { SearchFlow, type SearchState } from "../../../src/panel/model/search-flow.ts";
import { answerOf, byHand, requestOf } from "../results.ts";
import { NO_WISHES } from "../../../src/panel/model/wishes.ts";

/** A flow whose every search is settled by hand, and the names of the states it went through. */
function handFlow() {
  const runs: (ReturnType<typeof byHand<SearchAnswer>> & {
    request: SearchRequest;
    signal: AbortSignal;
  })[] = [];
  const states: string[] = [];
  const found: SearchAnswer[] = [];
  const flow: SearchFlow = new SearchFlow(
    (request, signal) => {
      const run = { ...byHand<SearchAnswer>(), request, signal };
      runs.push(run);
      return run.promise;
    },
    {
      found: (answer) => found.push(answer),
      cleared: () => undefined,
      changed: () => states.push(flow.view.state.name),
    },
  );
  const run = (index: number) => {
    const one = runs[index];
    if (one === undefined) throw new Error(`Search ${index} was not run.`);
    return one;
  };
  return { flow, run, runs, states, found };
}

const searching = (query: string): SearchState => ({
  name: "searching",
  request: requestOf(query),
});

describe("a search", () => {
  it("goes from idle through searching to found", async () => {
    const { flow, run, states, found } = handFlow();
    expect(flow.view.state).toEqual({ name: "idle" });
    const ended = flow.search("calm");
    expect(flow.view.state).toEqual(searching("calm"));
    run(0).resolve(answerOf("calm"));
    await ended;
    expect(flow.view).toEqual({
      description: "calm",
      wishes: { ...NO_WISHES, description: "calm" },
      state: { name: "found", answer: answerOf("calm") },
      answer: answerOf("calm"),
    });
    expect(states).toEqual(["searching", "found"]);
    expect(found).toEqual([answerOf("calm")]);
  });

  it("asks for ten tracks, with the blanks around the words taken off", () => {
    const { flow, run } = handFlow();
    void flow.search("  calm ");
    expect(run(0).request).toEqual({
      query: "calm",
      filters: {},
      limit: 10,
      literal: [],
    });
    expect(flow.view.description).toBe("  calm ");
  });

  it("keeps an expected failure as it is and wraps any other", async () => {
    const { flow, run } = handFlow();
    const expected = new EmptyQueryError({ what: "Nothing to search for.", next: "Type." });
    const first = flow.search("a");
    run(0).reject(expected);
    await first;
    expect(flow.view.state).toEqual({ name: "failed", request: requestOf("a"), error: expected });
    const second = flow.search("b");
    run(1).reject(new Error("out of memory"));
    await second;
    const { state } = flow.view;
    expect(state).toMatchObject({ name: "failed", request: requestOf("b") });
    expect(state.name === "failed" && state.error).toBeInstanceOf(UnexpectedError);
  });

  it("aborts the older search when a newer one starts", () => {
    const { flow, run } = handFlow();
    void flow.search("old");
    expect(run(0).signal.aborted).toBe(false);
    void flow.search("new");
    expect(run(0).signal.aborted).toBe(true);
    expect(run(1).signal.aborted).toBe(false);
  });

  it("drops an answer that comes after a newer search began", async () => {
    const { flow, run } = handFlow();
    void flow.search("old");
    const recent = flow.search("new");
    run(0).resolve(answerOf("old"));
    await Promise.resolve();
    expect(flow.view.state).toEqual(searching("new"));
    run(1).resolve(answerOf("new"));
    await recent;
    expect(flow.view.state).toEqual({ name: "found", answer: answerOf("new") });
  });

  it("drops an answer that comes after the newer one", async () => {
    const { flow, run, found } = handFlow();
    const old = flow.search("old");
    const recent = flow.search("new");
    run(1).resolve(answerOf("new"));
    await recent;
    run(0).resolve(answerOf("old"));
    await old;
    expect(flow.view.state).toEqual({ name: "found", answer: answerOf("new") });
    expect(found).toEqual([answerOf("new")]);
  });

  it("drops the failure of a search that no longer counts", async () => {
    const { flow, run } = handFlow();
    const old = flow.search("old");
    void flow.search("new");
    run(0).reject(new Error("aborted"));
    run(1).resolve(answerOf("new"));
    await old;
    expect(flow.view.state).toEqual({ name: "found", answer: answerOf("new") });
  });

  it("is not begun again for what is sought or was found, but for what failed", async () => {
    const { flow, run, runs } = handFlow();
    const ended = flow.search("calm");
    void flow.search("calm");
    expect(runs).toHaveLength(1);
    run(0).resolve(answerOf("calm"));
    await ended;
    await flow.search("calm");
    expect(runs).toHaveLength(1);
    const narrowed = flow.change({ filters: { playable: true } });
    expect(run(1).request).toEqual(requestOf("calm", true));
    run(1).reject(new Error("lost"));
    await narrowed;
    void flow.search("calm");
    expect(runs).toHaveLength(3);
  });

  it("is aborted and forgotten when nothing is described any more", async () => {
    const { flow, run } = handFlow();
    const ended = flow.search("calm");
    await flow.search("");
    expect(run(0).signal.aborted).toBe(true);
    run(0).resolve(answerOf("calm"));
    await ended;
    expect(flow.view).toMatchObject({ state: { name: "idle" }, answer: null });
  });
});
