import { beforeEach, expect, it, vi } from "vitest";
import type { SearchAnswer, SearchResult } from "../../../src/contract/search.ts";
import { PAGE, ResultPages, type ReadResults } from "../../../src/panel/model/result-pages.ts";
import { answerOf, byHand, resultOf, settled } from "../results.ts";

const TOTAL = 100_000;

const resultAt = (place: number, of = ""): SearchResult =>
  resultOf({ rank: place + 1, track: { id: `${of}${place}` } });

/** An answer of ten, of all that there are. */
function answer(query: string, total = TOTAL): SearchAnswer {
  const first = Array.from({ length: Math.min(10, total) }, (_, place) => resultAt(place, query));
  return { ...answerOf(query, ...first), total };
}

const read = vi.fn<ReadResults>();
const failed = vi.fn();
let pages: ResultPages;

beforeEach(() => {
  failed.mockReset();
  read.mockReset();
  read.mockImplementation(({ query }, from, count) =>
    Promise.resolve(
      Array.from({ length: Math.min(count, TOTAL - from) }, (_, more) =>
        resultAt(from + more, query),
      ),
    ),
  );
  pages = new ResultPages(read, { changed: () => undefined, failed });
});

const idAt = (place: number): string | undefined => pages.at(place)?.track.id;

it("lists the first results, and all of them once they are asked for", () => {
  expect([pages.count, pages.total]).toEqual([0, 0]);
  pages.begin(answer("calm"));
  expect([pages.count, pages.total]).toEqual([10, TOTAL]);
  pages.more();
  expect([pages.count, pages.total]).toEqual([TOTAL, TOTAL]);
});

it("reads nothing that the answer holds, and every page once", async () => {
  pages.begin(answer("calm"));
  await pages.need(0, 10);
  expect(read).not.toHaveBeenCalled();
  pages.more();
  await Promise.all([pages.need(70_000, 70_020), pages.need(70_010, 70_030)]);
  await pages.need(70_000, 70_030);
  expect(read.mock.calls.map(([, from, count]) => [from, count])).toEqual([[70_000, PAGE]]);
  expect(idAt(70_029)).toBe("calm70029");
  expect(idAt(70_060)).toBeUndefined();
});

it("reads both pages where a stretch lies across their edge", async () => {
  pages.begin(answer("calm"));
  pages.more();
  await pages.need(95, 105);
  expect(read.mock.calls.map(([, from]) => from)).toEqual([50, 100]);
  expect([idAt(95), idAt(104)]).toEqual(["calm95", "calm104"]);
});

it("drops a page of an answer that has been replaced", async () => {
  const late = byHand<SearchResult[]>();
  read.mockReturnValueOnce(late.promise);
  pages.begin(answer("calm"));
  pages.more();
  const needed = pages.need(50, 60);
  pages.begin(answer("tense"));
  pages.more();
  late.resolve([resultAt(50, "calm")]);
  await needed;
  expect(idAt(50)).toBeUndefined();
  await pages.need(50, 60);
  expect(idAt(50)).toBe("tense50");
});

it("tells of a page that fails, and reads it again when it is looked at once more", async () => {
  read.mockRejectedValueOnce(new Error("gone"));
  pages.begin(answer("calm"));
  pages.more();
  await pages.need(50, 60);
  await settled();
  expect(failed).toHaveBeenCalledTimes(1);
  expect(idAt(50)).toBeUndefined();
  await pages.need(50, 60);
  expect(idAt(50)).toBe("calm50");
});

it("stays as far as it was listed for the same request, and starts anew for another", () => {
  pages.begin(answer("calm"));
  pages.more();
  pages.begin(answer("calm"));
  expect(pages.count).toBe(TOTAL);
  pages.begin(answer("tense"));
  expect(pages.count).toBe(10);
});

it("keeps what was looked at last, however far one scrolls", async () => {
  pages.begin(answer("calm"));
  pages.more();
  for (let page = 1; page <= 100; page++) await pages.need(page * PAGE, page * PAGE + 1);
  expect(idAt(PAGE)).toBeUndefined();
  expect(idAt(100 * PAGE)).toBe(`calm${100 * PAGE}`);
  expect(idAt(0)).toBe("calm0");
});
