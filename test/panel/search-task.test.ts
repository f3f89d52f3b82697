import { describe, expect, it } from "vitest";
import type { SearchAnswer } from "../../src/contract/engine.ts";
import { EmptyQueryError, UnexpectedError } from "../../src/contract/errors.ts";
import { SearchTask } from "../../src/panel/search-task.ts";
import { answerOf, byHand } from "./results.ts";

/** A task whose every search is settled by hand, and the names of the states it went through. */
function handTask() {
  const runs: (ReturnType<typeof byHand<SearchAnswer>> & { signal: AbortSignal })[] = [];
  const states: string[] = [];
  const task: SearchTask = new SearchTask(
    (_query, signal) => {
      const run = { ...byHand<SearchAnswer>(), signal };
      runs.push(run);
      return run.promise;
    },
    () => states.push(task.state.name),
  );
  const run = (index: number) => {
    const found = runs[index];
    if (found === undefined) throw new Error(`Search ${index} was not run.`);
    return found;
  };
  return { task, run, states };
}

describe("a search task", () => {
  it("goes from idle through searching to found", async () => {
    const { task, run, states } = handTask();
    expect(task.state).toEqual({ name: "idle" });
    const ended = task.start("calm");
    expect(task.state).toEqual({ name: "searching", query: "calm" });
    run(0).resolve(answerOf("calm"));
    await ended;
    expect(task.state).toEqual({ name: "found", answer: answerOf("calm") });
    expect(states).toEqual(["searching", "found"]);
  });

  it("keeps an expected failure as it is and wraps any other", async () => {
    const { task, run } = handTask();
    const expected = new EmptyQueryError({ what: "Nothing to search for.", next: "Type." });
    const first = task.start("a");
    run(0).reject(expected);
    await first;
    expect(task.state).toEqual({ name: "failed", query: "a", error: expected });
    const second = task.start("b");
    run(1).reject(new Error("out of memory"));
    await second;
    expect(task.state).toMatchObject({ name: "failed", query: "b" });
    expect(task.state.name === "failed" && task.state.error).toBeInstanceOf(UnexpectedError);
  });

  it("aborts the older search when a newer one starts", () => {
    const { task, run } = handTask();
    void task.start("old");
    expect(run(0).signal.aborted).toBe(false);
    void task.start("new");
    expect(run(0).signal.aborted).toBe(true);
    expect(run(1).signal.aborted).toBe(false);
  });

  it("drops an answer that comes after a newer search began", async () => {
    const { task, run } = handTask();
    const old = task.start("old");
    const recent = task.start("new");
    run(0).resolve(answerOf("old"));
    await old;
    expect(task.state).toEqual({ name: "searching", query: "new" });
    run(1).resolve(answerOf("new"));
    await recent;
    expect(task.state).toEqual({ name: "found", answer: answerOf("new") });
  });

  it("drops an answer that comes after the newer one", async () => {
    const { task, run } = handTask();
    const old = task.start("old");
    const recent = task.start("new");
    run(1).resolve(answerOf("new"));
    await recent;
    run(0).resolve(answerOf("old"));
    await old;
    expect(task.state).toEqual({ name: "found", answer: answerOf("new") });
  });

  it("drops the failure of a search that no longer counts", async () => {
    const { task, run } = handTask();
    const old = task.start("old");
    void task.start("new");
    run(0).reject(new Error("aborted"));
    await old;
    expect(task.state).toEqual({ name: "searching", query: "new" });
  });

  it("aborts and forgets when cleared", async () => {
    const { task, run } = handTask();
    const ended = task.start("calm");
    task.clear();
    expect(run(0).signal.aborted).toBe(true);
    run(0).resolve(answerOf("calm"));
    await ended;
    expect(task.state).toEqual({ name: "idle" });
  });
});
