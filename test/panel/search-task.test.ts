import { describe, expect, it } from "vitest";
import type { SearchAnswer } from "../../src/contract/engine.ts";
import { EmptyQueryError, UnexpectedError } from "../../src/contract/errors.ts";
import { SearchTask, type Wanted } from "../../src/panel/search-task.ts";
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

const wanted = (query: string, localOnly = false): Wanted => ({ query, localOnly });

describe("a search task", () => {
  it("goes from idle through searching to found", async () => {
    const { task, run, states } = handTask();
    expect(task.state).toEqual({ name: "idle" });
    const ended = task.start(wanted("calm"));
    expect(task.state).toEqual({ name: "searching", wanted: wanted("calm") });
    run(0).resolve(answerOf("calm"));
    await ended;
    expect(task.state).toEqual({ name: "found", wanted: wanted("calm"), answer: answerOf("calm") });
    expect(states).toEqual(["searching", "found"]);
  });

  it("keeps an expected failure as it is and wraps any other", async () => {
    const { task, run } = handTask();
    const expected = new EmptyQueryError({ what: "Nothing to search for.", next: "Type." });
    const first = task.start(wanted("a"));
    run(0).reject(expected);
    await first;
    expect(task.state).toEqual({ name: "failed", wanted: wanted("a"), error: expected });
    const second = task.start(wanted("b"));
    run(1).reject(new Error("out of memory"));
    await second;
    expect(task.state).toMatchObject({ name: "failed", wanted: wanted("b") });
    expect(task.state.name === "failed" && task.state.error).toBeInstanceOf(UnexpectedError);
  });

  it("aborts the older search when a newer one starts", () => {
    const { task, run } = handTask();
    void task.start(wanted("old"));
    expect(run(0).signal.aborted).toBe(false);
    void task.start(wanted("new"));
    expect(run(0).signal.aborted).toBe(true);
    expect(run(1).signal.aborted).toBe(false);
  });

  it("drops an answer that comes after a newer search began", async () => {
    const { task, run } = handTask();
    const old = task.start(wanted("old"));
    const recent = task.start(wanted("new"));
    run(0).resolve(answerOf("old"));
    await old;
    expect(task.state).toEqual({ name: "searching", wanted: wanted("new") });
    run(1).resolve(answerOf("new"));
    await recent;
    expect(task.state).toEqual({ name: "found", wanted: wanted("new"), answer: answerOf("new") });
  });

  it("drops an answer that comes after the newer one", async () => {
    const { task, run } = handTask();
    const old = task.start(wanted("old"));
    const recent = task.start(wanted("new"));
    run(1).resolve(answerOf("new"));
    await recent;
    run(0).resolve(answerOf("old"));
    await old;
    expect(task.state).toEqual({ name: "found", wanted: wanted("new"), answer: answerOf("new") });
  });

  it("drops the failure of a search that no longer counts", async () => {
    const { task, run } = handTask();
    const old = task.start(wanted("old"));
    void task.start(wanted("new"));
    run(0).reject(new Error("aborted"));
    await old;
    expect(task.state).toEqual({ name: "searching", wanted: wanted("new") });
  });

  it("is for what it seeks or has found, and for nothing that failed", async () => {
    const { task, run } = handTask();
    expect(task.isFor(wanted("calm"))).toBe(false);
    const ended = task.start(wanted("calm"));
    expect(task.isFor(wanted("calm"))).toBe(true);
    expect(task.isFor(wanted("tense"))).toBe(false);
    expect(task.isFor(wanted("calm", true))).toBe(false);
    run(0).resolve(answerOf("calm"));
    await ended;
    expect(task.isFor(wanted("calm"))).toBe(true);
    const second = task.start(wanted("calm", true));
    run(1).reject(new Error("lost"));
    await second;
    expect(task.isFor(wanted("calm", true))).toBe(false);
  });

  it("aborts and forgets when cleared", async () => {
    const { task, run } = handTask();
    const ended = task.start(wanted("calm"));
    task.clear();
    expect(run(0).signal.aborted).toBe(true);
    run(0).resolve(answerOf("calm"));
    await ended;
    expect(task.state).toEqual({ name: "idle" });
  });
});
