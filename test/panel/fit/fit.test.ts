import { beforeEach, describe, expect, it } from "vitest";
import { HostError } from "../../../src/contract/errors.ts";
import type { Structure } from "../../../src/contract/track.ts";
import { FIT as WORDS } from "../../../src/panel/words/fit.ts";
import { resultOf } from "../results.ts";
import { placeAt } from "../test-editor.ts";
import { cutsOf, DAWN, FIT, FitBench, held, RANGE, START } from "./fit-bench.ts";

let bench: FitBench;
beforeEach(async () => {
  bench = await FitBench.open();
});

const step = () => bench.fit.state?.step;
const said = (): string => {
  const now = step();
  return now?.name === "idle" ? now.text : "";
};

describe("fitting a track to the range", () => {
  it("asks the engine for the range's length, on frames, with what is to be hit", async () => {
    const structure: Structure = { bars: [0, 2], beatsPerBar: 4, sections: [] };
    bench.hits = [9, 22.5, 39.999, 40, 50];
    bench.editor.readCuts.mockResolvedValue(cutsOf({ span: { start: 10, end: 40.013 } }));
    bench.editor.place = placeAt(0, { start: 10, end: 40.013 });
    const result = resultOf({ track: { structure } });
    bench.selected = result;
    await bench.fit.ask(result);
    const [, request] = bench.engine.fit.mock.calls[0] ?? [];
    expect(request).toMatchObject({ seconds: 30, frameRate: 25, structure });
    expect(request?.hits.map((at) => Math.round(1000 * at))).toEqual([12_500, 29_999]);
    expect(step()).toMatchObject({ name: "ready", fit: FIT });
    expect(bench.fit.state?.target?.cuts).toEqual([5, 12.5]);
    expect(bench.fit.stale).toBeNull();
  });

  it("says how far it is", async () => {
    const { promise, answer } = held();
    let tell: (done: number) => void = () => undefined;
    bench.engine.fit.mockImplementation((_source, _request, onProgress) => {
      tell = onProgress ?? tell;
      return promise;
    });
    const asked = bench.fit.ask(DAWN);
    expect(step()).toEqual({ name: "reading" });
    await expect.poll(() => bench.fit.share).toBe(0);
    tell(0.4);
    expect(bench.fit.share).toBe(0.4);
    answer({ fits: [FIT], problem: null });
    await asked;
    expect(bench.fit.share).toBeNull();
  });

  it("takes another of the ways that there are, and nothing else", async () => {
    await bench.fit.ask(DAWN);
    bench.fit.choose(START);
    expect(step()).toMatchObject({ fit: START });
    bench.fit.choose({ ...FIT });
    expect(step()).toMatchObject({ fit: START });
  });

  it.each([
    ["no range", cutsOf({ of: "sequence" }), WORDS["no-range"]],
    ["half a second", cutsOf({ span: { start: 3, end: 3.5 } }), WORDS["too-short"]],
    ["three hours", cutsOf({ span: { start: 0, end: 10_800 } }), WORDS["too-long"]],
  ])("says what to do about %s, and asks nothing of the engine", async (_, cuts, text) => {
    bench.editor.readCuts.mockResolvedValue(cuts);
    await bench.fit.ask(DAWN);
    expect(said()).toBe(text);
    expect(bench.engine.fit).not.toHaveBeenCalled();
  });

  it("says so without a sequence, and without an editor", async () => {
    bench.editor.place = { project: null, sequence: null };
    await bench.fit.ask(DAWN);
    expect(said()).toBe(WORDS.noSequence);
    bench = await FitBench.open(false);
    await bench.fit.ask(DAWN);
    expect(said()).toBe(WORDS.noEditor);
  });

  it("shows what the editor, or the engine, reports", async () => {
    const error = new HostError({ what: "Nothing is to be seen.", next: "Move the range." });
    bench.editor.readCuts.mockRejectedValueOnce(error);
    await bench.fit.ask(DAWN);
    expect(step()).toEqual({ name: "failed", error });
    bench.engine.fit.mockRejectedValueOnce(new RangeError("broken"));
    await bench.fit.ask(DAWN);
    expect(step()).toMatchObject({ name: "failed", error: { what: "broken" } });
  });
});

describe("a fit that is not wanted any more", () => {
  it("is dropped when another track is asked for, whichever comes first", async () => {
    const [first, second] = [held(), held()];
    bench.engine.fit.mockReturnValueOnce(first.promise).mockReturnValueOnce(second.promise);
    const dusk = resultOf({ track: { id: "dusk", title: "Dusk" } });
    const asked = [bench.fit.ask(DAWN)];
    await expect.poll(() => bench.engine.fit.mock.calls.length).toBe(1);
    asked.push(bench.fit.ask(dusk));
    await expect.poll(() => bench.engine.fit.mock.calls.length).toBe(2);
    second.answer({ fits: [START], problem: "No jump." });
    first.answer({ fits: [FIT], problem: null });
    await Promise.all(asked);
    expect(bench.fit.state).toMatchObject({ result: dusk, step: { fit: START } });
  });

  it("is cancelled: the engine can read no more, and what it still says is not heard", async () => {
    const { promise, answer } = held();
    bench.engine.fit.mockReturnValueOnce(promise);
    const asked = bench.fit.ask(DAWN);
    await expect.poll(() => bench.engine.fit.mock.calls.length).toBe(1);
    expect(bench.fit.cancel()).toBe(true);
    expect(said()).toBe(WORDS.cancelled);
    const [source] = bench.engine.fit.mock.calls[0] ?? [];
    await expect(source?.read(0, 8)).rejects.toThrow("Nobody");
    answer({ fits: [FIT], problem: null });
    await asked;
    expect(said()).toBe(WORDS.cancelled);
    expect(bench.fit.cancel()).toBe(false);
  });

  it("is cancelled while the editor is silent", async () => {
    bench.editor.readCuts.mockReturnValueOnce(new Promise(() => undefined));
    void bench.fit.ask(DAWN);
    await expect.poll(() => bench.editor.readCuts.mock.calls.length).toBe(1);
    expect(bench.fit.cancel()).toBe(true);
    await bench.fit.ask(DAWN);
    expect(step()?.name).toBe("ready");
  });

  it("is put away", async () => {
    await bench.fit.ask(DAWN);
    bench.fit.close();
    expect(bench.fit.state).toBeNull();
    expect(bench.fit.stale).toBeNull();
  });
});

describe("a fit of another time", () => {
  beforeEach(() => bench.fit.ask(DAWN));

  it("is told when in or out point move, by half a frame or more", async () => {
    bench.editor.place = placeAt(0, { start: 10, end: RANGE.end + 0.01 });
    await bench.link.readPlace();
    expect(bench.fit.stale).toBeNull();
    bench.editor.place = placeAt(0, { start: 10, end: RANGE.end + 0.04 });
    await bench.link.readPlace();
    expect(bench.fit.stale).toBe("range");
    bench.editor.place = placeAt(0);
    await bench.link.readPlace();
    expect(bench.fit.stale).toBe("range");
  });

  it("is told when another sequence is open", async () => {
    const { sequence, project } = placeAt(0, RANGE);
    if (sequence !== null)
      bench.editor.place = { project, sequence: { ...sequence, name: "Other" } };
    await bench.link.readPlace();
    expect(bench.fit.stale).toBe("range");
  });

  it("is told when something else is to be hit", () => {
    bench.hits = [22.5];
    expect(bench.fit.stale).toBe("hits");
    bench.hits = [9];
    expect(bench.fit.stale).toBeNull();
  });

  it("is told when another track is selected", () => {
    bench.selected = resultOf({ track: { id: "dusk" } });
    expect(bench.fit.stale).toBe("track");
    bench.selected = null;
    expect(bench.fit.stale).toBeNull();
  });

  it("stays, for a selection, until a range is set", async () => {
    bench.editor.place = placeAt(0);
    bench.editor.readCuts.mockResolvedValue(cutsOf({ of: "selection" }));
    await bench.fit.ask(DAWN);
    expect(bench.fit.stale).toBeNull();
    bench.editor.place = placeAt(0, RANGE);
    await bench.link.readPlace();
    expect(bench.fit.stale).toBe("range");
  });
});
