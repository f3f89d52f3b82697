import { beforeEach, describe, expect, it } from "vitest";
import { HostError } from "../../../src/contract/errors.ts";
import { insertAlternatives } from "../../../src/panel/compare/alternatives.ts";
import { ToolsBench } from "../editor/tools-bench.ts";
import { REPORT, placeAt } from "../test-editor.ts";
import { DAWN, DUSK, NOON } from "./compare-bench.ts";

let bench: ToolsBench;

beforeEach(async () => {
  bench = await ToolsBench.open();
  let lowest = 1;
  bench.editor.insert.mockImplementation(() =>
    Promise.resolve({ ...REPORT, audioTrack: (lowest += 1) }),
  );
});

const asked = () =>
  bench.editor.insert.mock.calls.map(([{ cue, at, track }]) => [cue.trackId, at, track]);

describe("inserting alternatives", () => {
  it("lays each on a track of its own, at the same place", async () => {
    bench.editor.place = placeAt(12);
    await insertAlternatives(bench.tools, [DAWN, DUSK, NOON]);
    expect(asked()).toEqual([
      ["dawn", 12, "music"],
      ["dusk", 12, "new"],
      ["noon", 12, "new"],
    ]);
    expect(bench.notice?.text).toContain("A3, A4, A5");
    expect(bench.notice?.text).toContain("mute all but one");
    expect(bench.placed).toEqual(["dawn", "dusk", "noon"]);
  });

  it("begins at the in point, where there is one", async () => {
    bench.editor.place = placeAt(12, { start: 30, end: 40 });
    await insertAlternatives(bench.tools, [DAWN, DUSK]);
    expect(asked().map(([, at]) => at)).toEqual([30, 30]);
  });

  it("says what lies there all the same, where one of them fails", async () => {
    bench.editor.insert.mockResolvedValueOnce(REPORT);
    bench.editor.insert.mockRejectedValueOnce(new HostError({ what: "No.", next: "Try again." }));
    await insertAlternatives(bench.tools, [DAWN, DUSK, NOON]);
    expect(bench.notice?.kind).toBe("negative");
    expect(bench.notice?.text).toMatch(/^No\. Try again\. Laid .* A3/);
    expect(asked()).toHaveLength(2);
  });
});
