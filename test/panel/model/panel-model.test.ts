import { beforeEach, describe, expect, it, vi, type Mock } from "vitest";
import type { EditorHost } from "../../../src/contract/editor-host.ts";
import type { SearchAnswer } from "../../../src/contract/engine.ts";
import { AssetError, HostError } from "../../../src/contract/errors.ts";
import type { SceneClip, Selection } from "../../../src/contract/selection.ts";
import type { OpenedEngine } from "../../../src/panel/loading/engine-client.ts";
import type { PanelHands } from "../../../src/panel/model/acts.ts";
import { PanelModel } from "../../../src/panel/model/panel-model.ts";
import type { PanelView } from "../../../src/panel/model/panel-view.ts";
import { FakeMedia } from "../fake-media.ts";
import { answerOf, byHand, remoteResultOf, resultOf } from "../results.ts";
import { TestEditor } from "../test-editor.ts";

const DAWN = resultOf();
const DUSK = resultOf({ rank: 2, track: { id: "dusk", title: "Dusk" } });
const PAGE = "https://example.org/far";
const FAR = remoteResultOf(PAGE);

let editor: TestEditor;
let search: ReturnType<typeof vi.fn<(query: string) => Promise<SearchAnswer>>>;
/** Of the last search. */
let wasLocalOnly: boolean | undefined;
let opening: ReturnType<typeof byHand<OpenedEngine>>;
let model: PanelModel;
/** What was published last. */
let shown: PanelView | null;
let hands: { [Hand in keyof PanelHands]: Mock<PanelHands[Hand]> };

const opened = (): OpenedEngine => ({
  engine: {
    search: async (request) => {
      wasLocalOnly = request.localOnly;
      return { ...(await search(request.query)), request };
    },
    peaks: () => Promise.resolve(Uint8Array.of(1)),
  },
  info: {
    pack: "toy@1",
    packLicence: "CC0-1.0",
    dimension: 2,
    device: "wasm",
    tracks: 2,
    localTracks: 2,
    sections: 4,
    index: { from: "bundle" },
    loadMs: 1,
  },
  failed: new Promise<never>(() => undefined),
  close: () => undefined,
});

const selectionOf = (...names: string[]): Selection => ({
  clips: names.map((name): SceneClip => {
    const unwritten = { description: "", logNote: "", comment: "", location: "", transcript: "" };
    return { ...unwritten, name, keywords: [], markers: [] };
  }),
  markers: [],
  unreadable: [],
});

const isSounding = (): boolean =>
  ["starting", "playing"].includes(model.view.player.playback.status);
/** Whether the answer in sight was kept to local tracks. */
const isNarrowed = (): boolean => model.view.search.answer?.request.localOnly === true;

/** Lets everything that can go on without the test go on. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  editor = new TestEditor();
  search = vi.fn((query: string) => Promise.resolve(answerOf(query, DAWN, DUSK)));
  opening = byHand();
  model = modelWith(editor);
});

function modelWith(host: EditorHost | null): PanelModel {
  shown = null;
  hands = {
    submit: vi.fn(),
    clear: vi.fn(),
    focusBox: vi.fn(),
    leaveBox: vi.fn(),
    focusSelected: vi.fn(),
    focusTrackChoice: vi.fn(),
    closeSheet: vi.fn(),
  };
  const sources = {
    openEngine: () => opening.promise,
    connectEditor: () => Promise.resolve(host),
    media: new FakeMedia().element,
    version: "1.2.3",
  };
  return new PanelModel(sources, hands, (view) => {
    shown = view;
  });
}

async function started(): Promise<void> {
  model.start();
  opening.resolve(opened());
  await settled();
}

describe("the panel", () => {
  it("runs a search typed before the engine was ready, and only the last one", async () => {
    model.start();
    void model.search("first thought");
    const last = model.search("second thought");
    await settled();
    expect(search).not.toHaveBeenCalled();
    opening.resolve(opened());
    await last;
    expect(search.mock.calls).toEqual([["second thought"]]);
    expect(model.view.search.answer?.request.query).toBe("second thought");
  });

  it("shows why the engine failed, and searches after all once a retry helps", async () => {
    model.start();
    const waiting = model.search("calm");
    opening.reject(new AssetError({ what: "A file is missing.", next: "Reinstall." }));
    await waiting;
    expect(model.view.failure?.what).toBe("A file is missing.");
    opening = byHand();
    opening.resolve(opened());
    await model.retry();
    expect(model.view.failure).toBeNull();
    expect(model.view.search.answer?.request.query).toBe("calm");
  });

  it("keeps the last answer in sight while the next search runs, and when it fails", async () => {
    await started();
    await model.search("calm");
    const next = byHand<SearchAnswer>();
    search.mockReturnValueOnce(next.promise);
    const ended = model.search("tense");
    expect(model.view.search.answer?.request.query).toBe("calm");
    next.reject(new Error("out of memory"));
    await ended;
    expect(model.view.failure?.what).toBe("out of memory");
  });

  it("does not search again for what is shown or sought", async () => {
    await started();
    await Promise.all([model.search("calm"), model.search(" calm ")]);
    await model.search("calm");
    expect(search).toHaveBeenCalledTimes(1);
  });

  it("lets whoever asks again for what is sought wait for the answer", async () => {
    await started();
    const slow = byHand<SearchAnswer>();
    search.mockReturnValueOnce(slow.promise);
    void model.search("calm");
    const again = model.search("calm").then(() => model.view.search.answer?.request.query);
    await settled();
    slow.resolve(answerOf("calm", DAWN));
    expect(await again).toBe("calm");
    expect(search).toHaveBeenCalledTimes(1);
  });

  it("goes back to the beginning for a blank description", async () => {
    await started();
    await model.search("calm");
    await model.search("  ");
    expect(model.view.search.answer).toBeNull();
    expect(model.view.search.state).toEqual({ name: "idle" });
  });

  it("selects the best result, puts it into the player and on the drag strip", async () => {
    await started();
    await model.search("calm");
    expect(model.view.selected).toBe(DAWN);
    expect(model.view.player.playback.result).toBe(DAWN);
    model.step(1);
    model.step(1);
    expect(model.view.selected).toBe(DUSK);
    model.step(-Infinity);
    expect(model.view.selected).toBe(DAWN);
    expect(editor.offered).toEqual(["Dawn", "Dusk", "Dawn"]);
  });

  it("describes the selection in the editor and searches for that", async () => {
    await started();
    await model.describeSelection();
    expect(model.view.notice?.text).toMatch(/Select one or more clips/);
    editor.readSelection.mockResolvedValueOnce(selectionOf("harbour.mov"));
    await model.describeSelection();
    expect(model.view.search.description).toBe("harbour");
    expect(model.view.search.answer?.request.query).toBe("harbour");
    expect(editor.readPlace).toHaveBeenCalledTimes(1);
  });

  it("names clips that could not be read, and searches for what the others say", async () => {
    await started();
    const unreadable = ["a.mov", "b.mov"];
    editor.readSelection.mockResolvedValueOnce({ ...selectionOf("harbour.mov"), unreadable });
    await model.describeSelection();
    expect(model.view.notice?.text).toBe("2 clips could not be read: a.mov, b.mov.");
    expect(model.view.search.answer?.request.query).toBe("harbour");
    editor.readSelection.mockResolvedValueOnce({ clips: [], markers: [], unreadable: ["a.mov"] });
    await model.describeSelection();
    expect(model.view.notice?.text).toBe("1 clip could not be read: a.mov.");
  });

  it("reads the selection once, however often it is asked to meanwhile", async () => {
    await started();
    const reading = byHand<Selection>();
    editor.readSelection.mockReturnValueOnce(reading.promise);
    const first = model.describeSelection();
    await model.describeSelection();
    expect(model.view.isDescribing).toBe(true);
    reading.reject(new HostError({ what: "Premiere is busy.", next: "Try again." }));
    await first;
    expect(editor.readSelection).toHaveBeenCalledTimes(1);
    expect(model.view.isDescribing).toBe(false);
    expect(model.view.notice?.text).toBe("Premiere is busy. Try again.");
  });

  it("lets one thing sound at a time, here or in the editor's monitor", async () => {
    await started();
    await model.search("calm");
    model.play(DAWN);
    await model.act("preview", DAWN);
    expect(isSounding()).toBe(false);
    expect(model.view.tools.isPreviewed).toBe(true);
    model.play(DUSK);
    await settled();
    expect(isSounding()).toBe(true);
    expect(model.view.tools.isPreviewed).toBe(false);
    expect(editor.stopPreview).toHaveBeenCalledTimes(1);
  });

  it("stops what sounds in the editor too, before it takes the notice away", async () => {
    await started();
    await model.act("preview", DAWN);
    model.tell({ kind: "info", text: "Something." });
    await model.act("stop");
    await settled();
    expect(editor.stopPreview).toHaveBeenCalledTimes(1);
    model.tell({ kind: "info", text: "Something." });
    await model.act("stop");
    expect(model.view.notice).toBeNull();
  });

  it("offers nothing for a drag that the editor does not import", async () => {
    const audio = { kind: "file", path: "/music/dawn.flac" } as const;
    const flac = resultOf({ track: { id: "flac", title: "Flac", audio } });
    await started();
    search.mockImplementation((query) => Promise.resolve(answerOf(query, DAWN, flac)));
    await model.search("calm");
    model.select(flac);
    expect(editor.offered).toEqual(["Dawn", null]);
    expect(model.view.player.playback.result).toBe(flac);
  });

  it("searches and plays without an editor, and says that there is none", async () => {
    model = modelWith(null);
    await started();
    await model.search("calm");
    expect(model.view.selected).toBe(DAWN);
    expect(model.view.player.insertion.fromBest).toMatch(/No editor is connected/);
    await model.act("insert", DAWN);
    expect(model.view.notice?.text).toMatch(/No editor is connected/);
  });
});

describe("what the panel shows", () => {
  it("is published anew with every change, and never altered afterwards", async () => {
    await started();
    const before = model.view;
    await model.search("calm");
    expect(shown).toEqual(model.view);
    expect(before.search.description).toBe("");
    expect(before.rows).toEqual([]);
    model.tell({ kind: "info", text: "Something." });
    expect(shown?.notice?.text).toBe("Something.");
  });

  it("has for each result its waveform, what plays of it and whether it can be inserted", async () => {
    const flac = resultOf({
      track: { id: "flac", audio: { kind: "file", path: "/music/dawn.flac" } },
    });
    await started();
    search.mockImplementation((query) => Promise.resolve(answerOf(query, DAWN, FAR, flac)));
    await model.search("calm");
    await settled();
    model.play(DAWN);
    const rows = model.view.rows.map(({ result, peaks, playback, insertable }) => [
      result.track.id,
      peaks?.length ?? 0,
      playback?.status ?? null,
      insertable,
    ]);
    expect(rows).toEqual([
      ["dawn", 1, "starting", true],
      ["far", 0, null, false],
      ["flac", 1, null, false],
    ]);
  });

  it("says what Insert would do, from the best section on and with the whole track", async () => {
    await started();
    await model.search("calm");
    const { insertion } = model.view.player;
    expect(insertion.fromBest).toMatch(/^0:20 to 1:30/);
    expect(insertion.whole).toMatch(/^0:00 to 1:30/);
  });
});

describe("keys and buttons", () => {
  it("move through the results and take the focus along", async () => {
    await started();
    await model.search("calm");
    await model.act("next");
    expect(model.view.selected).toBe(DUSK);
    await model.act("first");
    expect(model.view.selected).toBe(DAWN);
    expect(hands.focusSelected).toHaveBeenCalledTimes(2);
  });

  it("insert the selected result, or the one they stand beside, out of the box", async () => {
    await started();
    await model.search("calm");
    await model.act("insert");
    await model.act("insert-whole", DUSK);
    expect(editor.insert.mock.calls.map(([{ cue }]) => [cue.title, cue.source.start])).toEqual([
      ["Dawn", 20],
      ["Dusk", 0],
    ]);
    expect(hands.leaveBox).toHaveBeenCalledTimes(2);
  });

  it("clear the description first, and silence only when there is none", async () => {
    await started();
    await model.search("calm");
    model.play(DAWN);
    await model.act("clear");
    expect(hands.clear).toHaveBeenCalledTimes(1);
    expect(isSounding()).toBe(true);
    await model.search("");
    await model.act("clear");
    expect(isSounding()).toBe(false);
  });

  it("open a sheet, and close the one that is open", async () => {
    await model.act("help");
    expect(model.view.sheet).toEqual({ name: "keys" });
    await model.act("help");
    expect(hands.closeSheet).toHaveBeenCalledTimes(1);
    model.closeSheet();
    expect(model.view.sheet).toBeNull();
  });
});

describe("a track that is not on this machine", () => {
  beforeEach(async () => {
    await started();
    search.mockImplementation((query) => Promise.resolve(answerOf(query, DAWN, FAR)));
    await model.search("calm");
    model.select(FAR);
  });

  it("leaves the player as it is and is not offered for a drag", () => {
    expect(model.view.selected).toBe(FAR);
    expect(model.view.player.playback.result).toBe(DAWN);
    expect(editor.offered).toEqual(["Dawn", null]);
    expect(model.view.rows.map(({ peaks }) => peaks === null)).toEqual([false, true]);
  });

  it("tells why it neither plays nor goes on the timeline", async () => {
    const why = /Not on this machine. Open its page, download it/;
    model.play(FAR);
    expect(model.view.notice?.text).toMatch(why);
    model.tell(null);
    await model.act("insert", FAR);
    expect(model.view.notice?.text).toMatch(why);
    expect(isSounding()).toBe(false);
    expect(editor.insert).not.toHaveBeenCalled();
  });

  it("shows its page through the editor, when asked", async () => {
    expect(editor.openPage).not.toHaveBeenCalled();
    await model.act("open-page", FAR);
    expect(editor.openPage.mock.calls).toEqual([[PAGE]]);
    await model.act("open-page", DAWN);
    await model.act("open-page", remoteResultOf());
    expect(editor.openPage).toHaveBeenCalledTimes(1);
  });

  it("gives the address of a page that the editor does not open", async () => {
    editor.openPage.mockRejectedValueOnce(new HostError({ what: "Refused.", next: "Allow it." }));
    await model.act("open-page", FAR);
    expect(model.view.notice).toEqual({
      kind: "negative",
      text: `Refused. Open it in your browser: ${PAGE}`,
    });
  });
});

describe("the filter for what can be heard now", () => {
  it("searches again for the same words, and is kept for the next ones", async () => {
    await started();
    await model.search("calm");
    expect([wasLocalOnly, isNarrowed()]).toEqual([false, false]);
    await model.filter(true);
    expect(search.mock.calls).toEqual([["calm"], ["calm"]]);
    expect([wasLocalOnly, isNarrowed()]).toEqual([true, true]);
    await model.search("tense");
    expect(wasLocalOnly).toBe(true);
    await model.filter(false);
    expect([wasLocalOnly, isNarrowed()]).toEqual([false, false]);
    expect(search).toHaveBeenCalledTimes(4);
  });

  it("searches for nothing while nothing is described", async () => {
    await started();
    await model.filter(true);
    expect(search).not.toHaveBeenCalled();
  });

  it("still tells what the answer in sight was kept to while the next one is awaited", async () => {
    await started();
    await model.search("calm");
    search.mockReturnValueOnce(byHand<SearchAnswer>().promise);
    void model.filter(true);
    expect([model.view.search.localOnly, isNarrowed()]).toEqual([true, false]);
  });
});
