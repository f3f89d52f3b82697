import { describe, expect, it, vi } from "vitest";
import { TRACK_LIMIT } from "../../../src/contract/filters.ts";
import type { CatalogueMap } from "../../../src/contract/map.ts";
import type { SearchAnswer, SearchResult } from "../../../src/contract/search.ts";
import { MusicMap, type MapEngine } from "../../../src/panel/map/music-map.ts";
import { NO_WISHES, type Wishes } from "../../../src/panel/model/wishes.ts";
import {
  DEFAULT_SETTINGS,
  type PanelSettings,
} from "../../../src/panel/settings/settings-store.ts";
import { MAP } from "../../../src/panel/words/map.ts";
import { answerOf, byHand, remoteResultOf, resultOf, settled } from "../results.ts";

const MAPPED: CatalogueMap = {
  ids: ["dawn", "far"],
  x: Float32Array.of(0.2, 0.7),
  y: Float32Array.of(0.3, 0.6),
  kind: Uint8Array.of(0, 4),
  playable: Uint8Array.of(1, 0),
  labels: [],
};

/** A map with a search and an engine of the test's own. */
function opened(engine: Partial<MapEngine> = {}) {
  const state: { wishes: Wishes; answer: SearchAnswer | null } = {
    wishes: NO_WISHES,
    answer: null,
  };
  const heard: string[] = [];
  const told: string[] = [];
  const selected: SearchResult[] = [];
  const asked: (readonly string[])[] = [];
  const whole: MapEngine = {
    map: () => Promise.resolve(MAPPED),
    placeQuery: () => Promise.resolve({ point: { x: 0.5, y: 0.5 }, admitted: Uint8Array.of(1, 1) }),
    tracks: (ids) => {
      asked.push(ids);
      return Promise.resolve(ids.map((id) => (id === "far" ? remoteResultOf() : resultOf())));
    },
    ...engine,
  };
  const settings = {
    state: { settings: DEFAULT_SETTINGS, problem: null },
    set: (change: Partial<PanelSettings>): Promise<void> => {
      const { state: before } = settings;
      settings.state = { ...before, settings: { ...before.settings, ...change } };
      return Promise.resolve();
    },
  };
  const map = new MusicMap({
    whenReady: () => Promise.resolve(whole),
    flow: {
      view: state,
      change: (change) => {
        state.wishes = { ...state.wishes, ...change };
        return Promise.resolve();
      },
    },
    sound: {
      over: ({ track }) => void heard.push(track.id),
      leave: () => void heard.push("silence"),
      isSounding: false,
    },
    settings,
    select: (result) => void selected.push(result),
    tell: ({ text }) => void told.push(text),
    changed: () => undefined,
  });
  return { map, state, settings, heard, told, selected, asked };
}

describe("the map", () => {
  it("is drawn when it is first looked at, once", async () => {
    const draw = vi.fn(() => Promise.resolve(MAPPED));
    const { map } = opened({ map: draw });
    await map.refresh();
    expect(draw).not.toHaveBeenCalled();
    await Promise.all([map.open(), map.open()]);
    expect(draw).toHaveBeenCalledTimes(1);
    expect(map.view.map).toBe(MAPPED);
  });

  it("is drawn again when there is other music, and stays in sight meanwhile", async () => {
    const next = byHand<CatalogueMap>();
    const draw = vi.fn(() => Promise.resolve(MAPPED));
    const { map } = opened({ map: draw });
    await map.open();
    draw.mockImplementation(() => next.promise);
    const drawn = map.refresh();
    expect(map.view.map).toBe(MAPPED);
    next.resolve({ ...MAPPED, ids: ["dawn", "new"] });
    await drawn;
    expect(map.view.map?.ids).toEqual(["dawn", "new"]);
  });

  it("says why it cannot be drawn, and tries again when it is looked at again", async () => {
    const draw = vi.fn<() => Promise<CatalogueMap>>(() => Promise.reject(new Error("no memory")));
    const { map } = opened({ map: draw });
    await map.open();
    expect(map.view.error?.what).toBe("no memory");
    draw.mockImplementation(() => Promise.resolve(MAPPED));
    await map.open();
    expect(map.view.error).toBeNull();
    expect(map.view.map).toBe(MAPPED);
  });
});

describe("the query's point", () => {
  it("follows every answer while the map is looked at", async () => {
    const { map, state } = opened();
    const answer = answerOf("calm", resultOf());
    state.answer = answer;
    await map.follow(answer);
    expect(map.view.query).toBeNull();
    await map.open();
    expect(map.view.query).toEqual({ x: 0.5, y: 0.5 });
  });

  it("is that of the last answer, whichever was placed last", async () => {
    const first = byHand<Awaited<ReturnType<MapEngine["placeQuery"]>>>();
    const { map, state } = opened({
      placeQuery: ({ query }) =>
        query === "first"
          ? first.promise
          : Promise.resolve({ point: { x: 0.9, y: 0.9 }, admitted: Uint8Array.of(1, 1) }),
    });
    await map.open();
    state.answer = answerOf("first");
    const placing = map.follow(state.answer);
    state.answer = answerOf("second");
    await map.follow(state.answer);
    first.resolve({ point: { x: 0.1, y: 0.1 }, admitted: Uint8Array.of(1, 1) });
    await placing;
    expect(map.view.query).toEqual({ x: 0.9, y: 0.9 });
  });

  it("is nowhere for filters alone, which leave tracks out all the same", async () => {
    const { map, state } = opened({
      placeQuery: () =>
        Promise.resolve({ point: { x: 0.5, y: 0.5 }, admitted: Uint8Array.of(0, 1) }),
    });
    await map.open();
    state.answer = answerOf("");
    await map.follow(state.answer);
    expect(map.view.query).toBeNull();
    expect(map.view.admitted).toEqual(Uint8Array.of(0, 1));
    state.answer = null;
    expect(map.view.admitted).toBeNull();
  });
});

describe("the pointer", () => {
  it("names the track that it is over, and has it heard", async () => {
    const { map, heard } = opened();
    await map.open();
    await map.point("dawn");
    expect(map.view.pointed?.track.id).toBe("dawn");
    await map.point(null);
    expect(map.view.pointed).toBeNull();
    expect(heard).toEqual(["silence", "dawn", "silence"]);
  });

  it("hears the part that fits the search, if the track is among the results", async () => {
    const { map, state, asked } = opened();
    await map.open();
    state.answer = answerOf("calm", resultOf({ section: { start: 60, end: 70 } }));
    await map.point("dawn");
    expect(map.view.pointed?.section.start).toBe(60);
    expect(asked).toEqual([]);
  });

  it("asks the engine once for each track", async () => {
    const { map, asked } = opened();
    for (const id of ["dawn", "far", "dawn"]) await map.point(id);
    expect(asked).toEqual([["dawn"], ["far"]]);
  });

  it("forgets a track that it has left before its name came", async () => {
    const late = byHand<(SearchResult | null)[]>();
    const { map, heard } = opened({ tracks: () => late.promise });
    const pointing = map.point("dawn");
    await map.point(null);
    late.resolve([resultOf()]);
    await pointing;
    expect(map.view.pointed).toBeNull();
    expect(heard).not.toContain("dawn");
  });

  it("is silent if the editor wants it so, which is kept", async () => {
    const { map, heard, settings } = opened();
    await map.hearOnHover(false);
    expect(settings.state.settings.hearOnHover).toBe(false);
    await map.point("dawn");
    expect(map.view.pointed?.track.id).toBe("dawn");
    expect(heard).not.toContain("dawn");
  });

  it("selects what it clicks", async () => {
    const { map, selected } = opened();
    await map.select("far");
    expect(selected.map(({ track }) => track.id)).toEqual(["far"]);
  });
});

it("selects the last of two tracks, whichever is known first", async () => {
  const late = byHand<(SearchResult | null)[]>();
  const { map, selected } = opened({
    tracks: ([id]) => (id === "dawn" ? late.promise : Promise.resolve([remoteResultOf()])),
  });
  const first = map.select("dawn");
  await map.select("far");
  late.resolve([resultOf()]);
  await first;
  expect(selected.map(({ track }) => track.id)).toEqual(["far"]);
});

describe("a marked region", () => {
  it("keeps the search to its tracks, beside the filters that are set", async () => {
    const { map, state } = opened();
    state.wishes = { ...NO_WISHES, filters: { playable: true } };
    await map.mark(["dawn", "far"]);
    expect(state.wishes.filters).toEqual({ playable: true, tracks: ["dawn", "far"] });
    expect(map.view.marked).toEqual(["dawn", "far"]);
    await map.unmark();
    expect(state.wishes.filters).toEqual({ playable: true });
    expect(map.view.marked).toBeNull();
  });

  it("grows and shrinks by single tracks, and is gone with the last", async () => {
    const { map, state } = opened();
    await map.toggleMarked("dawn");
    await map.toggleMarked("far");
    expect(state.wishes.filters.tracks).toEqual(["dawn", "far"]);
    await map.toggleMarked("dawn");
    expect(state.wishes.filters.tracks).toEqual(["far"]);
    await map.toggleMarked("far");
    expect(state.wishes.filters.tracks).toBeUndefined();
  });

  it("is not shown where the filter was taken off, or is another feature's", async () => {
    const { map, state } = opened();
    await map.mark(["dawn"]);
    state.wishes = { ...NO_WISHES, filters: { tracks: ["far"] } };
    expect(map.view.marked).toBeNull();
    state.wishes = NO_WISHES;
    expect(map.view.marked).toBeNull();
  });

  it("is told to be empty, or too large, and changes nothing then", async () => {
    const { map, state, told } = opened();
    await map.mark([]);
    await map.mark(Array.from({ length: TRACK_LIMIT + 1 }, (_, t) => `track-${t}`));
    await settled();
    expect(told).toEqual([MAP.none, "The region holds 10001 tracks. Mark at most 10,000."]);
    expect(state.wishes).toBe(NO_WISHES);
  });
});
