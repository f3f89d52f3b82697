import { beforeEach, describe, expect, it } from "vitest";
import type { SearchAnswer } from "../../../src/contract/search.ts";
import { oneAtATime } from "../../../src/panel/describe/one-at-a-time.ts";
import { SearchFlow } from "../../../src/panel/model/search-flow.ts";
import { answerOf, byHand, settled } from "../results.ts";

/** The searches that reached the engine, each settled by hand. */
let runs: (ReturnType<typeof byHand<SearchAnswer>> & { query: string })[];
let flow: SearchFlow;

beforeEach(() => {
  runs = [];
  const search = oneAtATime(({ query }) => {
    const run = { ...byHand<SearchAnswer>(), query };
    runs.push(run);
    return run.promise;
  });
  flow = new SearchFlow(search, {
    found: () => undefined,
    cleared: () => undefined,
    changed: () => undefined,
  });
});

const reached = (): string[] => runs.map(({ query }) => query);

/** Types a text, one letter after the other. */
function type(text: string): void {
  for (let length = 1; length <= text.length; length++) void flow.search(text.slice(0, length));
}

describe("typing faster than the engine searches", () => {
  it("sends the first letters and the whole text, and nothing between", async () => {
    void flow.search("c");
    await settled();
    type("calm");
    await settled();
    expect(reached()).toEqual(["c"]);
    runs[0]?.resolve(answerOf("c"));
    await settled();
    expect(reached()).toEqual(["c", "calm"]);
    expect(flow.view.state.name).toBe("searching");
    runs[1]?.resolve(answerOf("calm"));
    await settled();
    expect(flow.view.state).toEqual({ name: "found", answer: answerOf("calm") });
  });

  it("goes on after a search that failed", async () => {
    void flow.search("c");
    await settled();
    void flow.search("ca");
    runs[0]?.reject(new Error("lost"));
    await settled();
    expect(reached()).toEqual(["c", "ca"]);
    runs[1]?.resolve(answerOf("ca"));
    await settled();
    expect(flow.view.state.name).toBe("found");
  });

  it("sends nothing for a text that was cleared while it waited", async () => {
    void flow.search("c");
    await settled();
    void flow.search("ca");
    void flow.search("");
    runs[0]?.resolve(answerOf("c"));
    await settled();
    expect(reached()).toEqual(["c"]);
    expect(flow.view.state.name).toBe("idle");
  });
});
