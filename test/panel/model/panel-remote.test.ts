import { beforeEach, describe, expect, it } from "vitest";
import type { SearchAnswer } from "../../../src/contract/search.ts";
import { HostError } from "../../../src/contract/errors.ts";
import { answerOf, byHand, remoteResultOf } from "../results.ts";
import { DAWN, ModelBench } from "./model-bench.ts";

const PAGE = "https://example.org/far";
const FAR = remoteResultOf(PAGE);

let bench: ModelBench;

beforeEach(() => {
  bench = new ModelBench();
});

describe("a track that is not on this machine", () => {
  beforeEach(async () => {
    await bench.start();
    bench.search.mockImplementation((query) => Promise.resolve(answerOf(query, DAWN, FAR)));
    await bench.model.search("calm");
    bench.model.select(FAR);
  });

  it("stands in the player's place and is not offered for a drag", () => {
    expect(bench.model.view.selected).toBe(FAR);
    expect(bench.model.view.player.playback.result).toBeNull();
    expect(bench.editor.offered).toEqual(["Dawn", null]);
    const { results } = bench.model.view;
    expect([0, 1].map((place) => results.at(place)?.peaks === null)).toEqual([false, true]);
  });

  it("tells why it neither plays nor goes on the timeline", async () => {
    const why = /Not on this machine. Open its page, download it/;
    bench.model.play(FAR);
    expect(bench.model.view.notice?.text).toMatch(why);
    bench.model.tell(null);
    await bench.model.act("insert", FAR);
    expect(bench.model.view.notice?.text).toMatch(why);
    expect(bench.isSounding()).toBe(false);
    expect(bench.editor.insert).not.toHaveBeenCalled();
  });

  it("shows its page through the editor, when asked", async () => {
    expect(bench.editor.openPage).not.toHaveBeenCalled();
    await bench.model.act("open-page", FAR);
    expect(bench.editor.openPage.mock.calls).toEqual([[PAGE]]);
    await bench.model.act("open-page", DAWN);
    await bench.model.act("open-page", remoteResultOf());
    expect(bench.editor.openPage).toHaveBeenCalledTimes(1);
  });

  it("gives the address of a page that the editor does not open", async () => {
    bench.editor.openPage.mockRejectedValueOnce(
      new HostError({ what: "Refused.", next: "Allow it." }),
    );
    await bench.model.act("open-page", FAR);
    expect(bench.model.view.notice).toEqual({
      kind: "negative",
      text: `Refused. Open it in your browser: ${PAGE}`,
    });
  });
});

describe("the filter for what can be heard now", () => {
  it("searches again for the same words, and is kept for the next ones", async () => {
    await bench.start();
    await bench.model.search("calm");
    expect([bench.wasLocalOnly, bench.isNarrowed()]).toEqual([false, false]);
    await bench.model.parts.filters.set({ playable: true });
    expect(bench.search.mock.calls).toEqual([["calm"], ["calm"]]);
    expect([bench.wasLocalOnly, bench.isNarrowed()]).toEqual([true, true]);
    await bench.model.search("tense");
    expect(bench.wasLocalOnly).toBe(true);
    await bench.model.parts.filters.set({});
    expect([bench.wasLocalOnly, bench.isNarrowed()]).toEqual([false, false]);
    expect(bench.search).toHaveBeenCalledTimes(4);
  });

  it("searches for nothing while nothing is described", async () => {
    await bench.start();
    await bench.model.parts.filters.set({ playable: true });
    expect(bench.search).not.toHaveBeenCalled();
  });

  it("still tells what the answer in sight was kept to while the next one is awaited", async () => {
    await bench.start();
    await bench.model.search("calm");
    bench.search.mockReturnValueOnce(byHand<SearchAnswer>().promise);
    void bench.model.parts.filters.set({ playable: true });
    expect([bench.model.view.search.wishes.filters.playable, bench.isNarrowed()]).toEqual([
      true,
      false,
    ]);
  });
});
