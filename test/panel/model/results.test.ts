import { beforeEach, expect, it, vi } from "vitest";
import type { SearchAnswer, SearchResult } from "../../../src/contract/search.ts";
import type { ReadResults } from "../../../src/panel/model/result-pages.ts";
import { Results } from "../../../src/panel/model/results.ts";
import { answerOf, byHand, resultOf } from "../results.ts";

const TOTAL = 300;
const at = (place: number): SearchResult =>
  resultOf({ rank: place + 1, track: { id: `t${place}` } });
const answer = (query: string): SearchAnswer => ({
  ...answerOf(query, ...Array.from({ length: 10 }, (_, place) => at(place))),
  total: TOTAL,
});

const read = vi.fn<ReadResults>();
const selected = vi.fn<(result: SearchResult | null) => void>();
let results: Results;

beforeEach(() => {
  read.mockReset();
  selected.mockReset();
  read.mockImplementation((_, from, count) =>
    Promise.resolve(
      Array.from({ length: Math.min(count, TOTAL - from) }, (__, more) => at(from + more)),
    ),
  );
  results = new Results({
    read,
    readPeaks: () => Promise.resolve(),
    selected,
    failed: () => undefined,
    changed: () => undefined,
  });
  results.show(answer("calm"));
});

const id = (): string | undefined => results.selected?.track.id;

it("selects the best track, and stays with the chosen one where the same is searched again", async () => {
  expect([id(), results.selectedAt]).toEqual(["t0", 0]);
  await results.step(3);
  results.show(answer("calm"));
  expect(id()).toBe("t3");
  results.show(answer("tense"));
  expect(id()).toBe("t0");
});

it("steps beyond the first results, and to the last of all", async () => {
  await results.step(Infinity);
  expect([id(), results.pages.count]).toEqual(["t9", 10]);
  await results.step(1);
  expect([id(), results.pages.count]).toEqual(["t10", TOTAL]);
  await results.step(Infinity);
  expect([id(), results.selectedAt]).toEqual(["t299", 299]);
  await results.step(-Infinity);
  expect(id()).toBe("t0");
});

it("goes as many places as it was asked to while the first of them is being read", async () => {
  const page = byHand<SearchResult[]>();
  results.pages.more();
  await results.step(9);
  read.mockImplementationOnce(() => page.promise);
  const steps = [results.step(1), results.step(1), results.step(1)];
  page.resolve(Array.from({ length: 50 }, (_, place) => at(place)));
  await Promise.all(steps);
  expect(id()).toBe("t12");
});

it("does not come back to where a step went, once something else was selected", async () => {
  const page = byHand<SearchResult[]>();
  results.pages.more();
  await results.step(9);
  read.mockImplementationOnce(() => page.promise);
  const step = results.step(1);
  results.select(at(4));
  page.resolve(Array.from({ length: 50 }, (_, place) => at(place)));
  await step;
  expect(id()).toBe("t4");
});

it("keeps a track that was selected elsewhere as the target, though it stands in no place", () => {
  results.select(resultOf({ rank: 1, track: { id: "kept" } }));
  expect([id(), results.selectedAt]).toEqual(["kept", null]);
});

it("selects none once nothing is searched for", () => {
  results.clear();
  expect([id(), results.pages.count]).toEqual([undefined, 0]);
  expect(selected).toHaveBeenLastCalledWith(null);
});
