import { beforeEach, describe, expect, it } from "vitest";
import { DAWN, DUSK, ModelBench } from "./model-bench.ts";

let bench: ModelBench;

beforeEach(() => {
  bench = new ModelBench();
});

describe("keys and buttons", () => {
  it("move through the results and take the focus along", async () => {
    await bench.start();
    await bench.model.search("calm");
    await bench.model.act("next");
    expect(bench.model.view.selected).toBe(DUSK);
    await bench.model.act("first");
    expect(bench.model.view.selected).toBe(DAWN);
    expect(bench.hands.focusSelected).toHaveBeenCalledTimes(2);
  });

  it("insert the selected result, or the one they stand beside, out of the box", async () => {
    await bench.start();
    await bench.model.search("calm");
    await bench.model.act("insert");
    await bench.model.act("insert-whole", DUSK);
    expect(
      bench.editor.insert.mock.calls.map(([{ cue }]) => [cue.title, cue.source.start]),
    ).toEqual([
      ["Dawn", 20],
      ["Dusk", 0],
    ]);
    expect(bench.hands.leaveBox).toHaveBeenCalledTimes(2);
  });

  it("clear the description first, and silence only when there is none", async () => {
    await bench.start();
    await bench.model.search("calm");
    bench.model.play(DAWN);
    await bench.model.act("clear");
    expect(bench.hands.clear).toHaveBeenCalledTimes(1);
    expect(bench.isSounding()).toBe(true);
    await bench.model.search("");
    await bench.model.act("clear");
    expect(bench.isSounding()).toBe(false);
  });

  it("open a sheet, and close the one that is open", async () => {
    await bench.model.act("help");
    expect(bench.model.view.sheet).toEqual({ name: "keys" });
    await bench.model.act("help");
    expect(bench.hands.closeSheet).toHaveBeenCalledTimes(1);
    bench.model.show(null);
    expect(bench.model.view.sheet).toBeNull();
  });
});
