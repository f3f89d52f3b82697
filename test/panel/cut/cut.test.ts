import { beforeEach, describe, expect, it } from "vitest";
import type { Cuts } from "../../../src/contract/cuts.ts";
import { HostError } from "../../../src/contract/errors.ts";
import { HIT_LIMIT } from "../../../src/contract/fit.ts";
import { aimAt } from "../../../src/panel/cut/aim.ts";
import { Cut } from "../../../src/panel/cut/cut.ts";
import { resultOf } from "../results.ts";
import { placeAt, TestEditor } from "../test-editor.ts";

const CUTS: Cuts = {
  of: "range",
  span: { start: 12, end: 42 },
  frameRate: 25,
  cuts: [15, 18, 21, 24, 27, 30, 33, 36, 39],
  markers: [
    { at: 12, name: "Begin" },
    { at: 22, name: "Turn" },
    { at: 32, name: "Clap" },
  ],
  omitted: 0,
};
const RESULT = resultOf({
  track: {
    structure: {
      bars: [],
      beatsPerBar: 4,
      sections: [0, 14, 30, 40.02].map((start, n) => ({ start, label: `part ${n}` })),
    },
  },
});

let host: TestEditor;
let link: { host: TestEditor | null; place: TestEditor["place"] };
let cut: Cut;
let placedAnew: number;
let reordered: number;

beforeEach(() => {
  host = new TestEditor();
  host.readCuts.mockImplementation(() => Promise.resolve(CUTS));
  link = { host, place: placeAt(12, { start: 12, end: 42 }) };
  placedAnew = 0;
  reordered = 0;
  cut = new Cut({
    editor: link,
    placedAnew: () => (placedAnew += 1),
    reorder: () => (reordered += 1),
    changed: () => undefined,
  });
});

describe("the cut", () => {
  it("is read when it is opened, and asks for nothing before that", async () => {
    cut.follow();
    expect(host.readCuts).not.toHaveBeenCalled();
    expect(cut.target).toBeNull();
    await cut.toggle();
    expect(cut.state).toMatchObject({ isOpen: true, isReading: false, problem: null, cuts: CUTS });
    expect(cut.state.rhythm?.perMinute).toBe(18);
    expect(cut.state.tempi[0]?.bpm).toBe(80);
  });

  it("takes a few markers for hit points, but for one where the music begins", async () => {
    await cut.toggle();
    expect(cut.state.choices.map(({ name, isOn }) => [name, isOn])).toEqual([
      ["Turn", true],
      ["Clap", true],
    ]);
    expect(cut.target?.hits).toEqual([10, 20]);
  });

  it("leaves many markers, and those of a whole sequence, to the editor", async () => {
    const markers = Array.from({ length: 5000 }, (_, n) => ({ at: 13 + n / 200, name: "" }));
    host.readCuts.mockImplementation(() => Promise.resolve({ ...CUTS, markers }));
    await cut.toggle();
    expect(cut.state.choices).toHaveLength(100);
    expect(cut.target?.hits).toEqual([]);
    host.readCuts.mockImplementation(() => Promise.resolve({ ...CUTS, of: "sequence" }));
    await cut.read();
    expect(cut.target?.hits).toEqual([]);
  });

  it("is read again when in and out point have moved, and not when nothing has", async () => {
    await cut.toggle();
    cut.follow();
    expect(host.readCuts).toHaveBeenCalledTimes(1);
    link.place = placeAt(12, { start: 12, end: 40 });
    cut.follow();
    expect(host.readCuts).toHaveBeenCalledTimes(2);
    await cut.toggle();
    link.place = placeAt(12);
    cut.follow();
    expect(host.readCuts).toHaveBeenCalledTimes(2);
  });

  it("drops what comes late for an earlier range", async () => {
    let answer: (cuts: Cuts) => void = () => undefined;
    host.readCuts.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    const first = cut.toggle();
    const later = { ...CUTS, span: { start: 12, end: 40 } };
    host.readCuts.mockImplementation(() => Promise.resolve(later));
    await cut.read();
    answer(CUTS);
    await first;
    expect(cut.state).toMatchObject({ cuts: later, isReading: false });
  });

  it("says why nothing is known, and forgets what it knew", async () => {
    await cut.toggle();
    host.readCuts.mockRejectedValue(new HostError({ what: "There is no picture.", next: "Add." }));
    await cut.read();
    expect(cut.state).toMatchObject({ cuts: null, rhythm: null, tempi: [], isReading: false });
    expect(cut.state.problem?.what).toBe("There is no picture.");
    expect(cut.target).toBeNull();
    link.host = null;
    await cut.read();
    expect(cut.state.problem?.what).toMatch(/No editor/);
  });

  it("keeps what the editor chose when it is read again", async () => {
    await cut.toggle();
    cut.choose(22, false);
    cut.choose(27, true);
    await cut.read();
    expect(cut.target?.hits).toEqual([15, 20]);
    cut.choose(27, false);
    expect(cut.target?.hits).toEqual([20]);
    await cut.read();
    expect(cut.state.choices.map(({ at }) => at)).toEqual([22, 32]);
  });

  it("takes no more hit points than a fit does", async () => {
    const cuts = Array.from({ length: 200 }, (_, n) => 12.04 + n / 25);
    host.readCuts.mockImplementation(() => Promise.resolve({ ...CUTS, cuts }));
    await cut.toggle();
    cuts.forEach((at) => cut.choose(at, true));
    expect(cut.target?.hits).toHaveLength(HIT_LIMIT);
  });
});

describe("where a track begins so that it hits", () => {
  it("is told while something is to be hit", async () => {
    expect(cut.placed(RESULT)).toBeNull();
    await cut.toggle();
    expect(cut.placed(RESULT)).toMatchObject({ offset: 20, hit: 2 });
    expect(aimAt(cut, RESULT)).toEqual({ offset: 20, span: CUTS.span });
    await cut.toggle();
    expect(cut.placed(RESULT)).toBeNull();
    expect(aimAt(cut, RESULT)).toBeNull();
  });

  it("is told anew when the hit points change, and only then", async () => {
    await cut.toggle();
    const before = placedAnew;
    await cut.read();
    expect(placedAnew).toBe(before);
    cut.choose(22, false);
    expect(placedAnew).toBe(before + 1);
    expect(cut.placed(RESULT)?.landings).toHaveLength(1);
  });

  it("orders results while something is to be hit, and says when that changes", async () => {
    cut.order(true);
    expect([cut.isOrdering, reordered]).toEqual([false, 0]);
    await cut.toggle();
    expect([cut.isOrdering, reordered]).toEqual([true, 1]);
    cut.choose(22, false);
    expect(reordered).toBe(2);
    cut.choose(32, false);
    expect([cut.isOrdering, reordered]).toEqual([false, 3]);
  });

  it("is nowhere for a track of which no section is known", async () => {
    await cut.toggle();
    expect(cut.placed(resultOf())).toBeNull();
  });
});
