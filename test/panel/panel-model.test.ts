import { beforeEach, describe, expect, it, vi } from "vitest";
import type { SearchAnswer } from "../../src/contract/engine.ts";
import { AssetError, HostError } from "../../src/contract/errors.ts";
import type { SceneClip, Selection } from "../../src/contract/selection.ts";
import type { OpenedEngine } from "../../src/panel/engine-client.ts";
import { PanelModel } from "../../src/panel/panel-model.ts";
import { FakeMedia } from "./fake-media.ts";
import { answerOf, byHand, remoteResultOf, resultOf } from "./results.ts";
import { TestEditor } from "./test-editor.ts";

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

const opened = (): OpenedEngine => ({
  engine: {
    search: ({ query, localOnly }) => {
      wasLocalOnly = localOnly;
      return search(query);
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

/** Lets everything that can go on without the test go on. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  editor = new TestEditor();
  search = vi.fn((query: string) => Promise.resolve(answerOf(query, DAWN, DUSK)));
  opening = byHand();
  model = new PanelModel(
    {
      openEngine: () => opening.promise,
      connectEditor: () => Promise.resolve(editor),
      media: new FakeMedia().element,
    },
    () => undefined,
  );
});

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
    expect(model.answer?.query).toBe("second thought");
  });

  it("shows why the engine failed, and searches after all once a retry helps", async () => {
    model.start();
    const waiting = model.search("calm");
    opening.reject(new AssetError({ what: "A file is missing.", next: "Reinstall." }));
    await waiting;
    expect(model.failure?.what).toBe("A file is missing.");
    opening = byHand();
    opening.resolve(opened());
    await model.retry();
    expect(model.failure).toBeNull();
    expect(model.answer?.query).toBe("calm");
  });

  it("keeps the last answer in sight while the next search runs, and when it fails", async () => {
    await started();
    await model.search("calm");
    const next = byHand<SearchAnswer>();
    search.mockReturnValueOnce(next.promise);
    const ended = model.search("tense");
    expect(model.answer?.query).toBe("calm");
    next.reject(new Error("out of memory"));
    await ended;
    expect(model.failure?.what).toBe("out of memory");
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
    const again = model.search("calm").then(() => model.answer?.query);
    await settled();
    slow.resolve(answerOf("calm", DAWN));
    expect(await again).toBe("calm");
    expect(search).toHaveBeenCalledTimes(1);
  });

  it("goes back to the beginning for a blank description", async () => {
    await started();
    await model.search("calm");
    await model.search("  ");
    expect(model.answer).toBeNull();
    expect(model.task.state).toEqual({ name: "idle" });
  });

  it("selects the best result, puts it into the player and on the drag strip", async () => {
    await started();
    await model.search("calm");
    expect(model.selected).toBe(DAWN);
    expect(model.player.playback.result).toBe(DAWN);
    model.step(1);
    model.step(1);
    expect(model.selected).toBe(DUSK);
    model.step(-Infinity);
    expect(model.selected).toBe(DAWN);
    expect(editor.offered).toEqual(["Dawn", "Dusk", "Dawn"]);
  });

  it("describes the selection in the editor and searches for that", async () => {
    await started();
    await model.describeSelection();
    expect(model.notice?.text).toMatch(/Select one or more clips/);
    editor.readSelection.mockResolvedValueOnce(selectionOf("harbour.mov"));
    await model.describeSelection();
    expect(model.description).toBe("harbour");
    expect(model.answer?.query).toBe("harbour");
    expect(editor.readPlace).toHaveBeenCalledTimes(1);
  });

  it("names clips that could not be read, and searches for what the others say", async () => {
    await started();
    const unreadable = ["a.mov", "b.mov"];
    editor.readSelection.mockResolvedValueOnce({ ...selectionOf("harbour.mov"), unreadable });
    await model.describeSelection();
    expect(model.notice?.text).toBe("2 clips could not be read: a.mov, b.mov.");
    expect(model.answer?.query).toBe("harbour");
    editor.readSelection.mockResolvedValueOnce({ clips: [], markers: [], unreadable: ["a.mov"] });
    await model.describeSelection();
    expect(model.notice?.text).toBe("1 clip could not be read: a.mov.");
  });

  it("reads the selection once, however often it is asked to meanwhile", async () => {
    await started();
    const reading = byHand<Selection>();
    editor.readSelection.mockReturnValueOnce(reading.promise);
    const first = model.describeSelection();
    await model.describeSelection();
    expect(model.isDescribing).toBe(true);
    reading.reject(new HostError({ what: "Premiere is busy.", next: "Try again." }));
    await first;
    expect(editor.readSelection).toHaveBeenCalledTimes(1);
    expect(model.isDescribing).toBe(false);
    expect(model.notice?.text).toBe("Premiere is busy. Try again.");
  });

  it("lets one thing sound at a time, here or in the editor's monitor", async () => {
    await started();
    await model.search("calm");
    model.play(DAWN);
    await model.togglePreview(DAWN);
    expect(model.player.isSounding).toBe(false);
    expect(model.tools.previewed).toBe("dawn");
    model.play(DUSK);
    await settled();
    expect(model.player.isSounding).toBe(true);
    expect(model.tools.previewed).toBeNull();
    expect(editor.stopPreview).toHaveBeenCalledTimes(1);
  });

  it("stops what sounds in the editor too, before it takes the notice away", async () => {
    await started();
    await model.togglePreview(DAWN);
    model.tell({ kind: "info", text: "Something." });
    model.stop();
    await settled();
    expect(editor.stopPreview).toHaveBeenCalledTimes(1);
    model.tell({ kind: "info", text: "Something." });
    model.stop();
    expect(model.notice).toBeNull();
  });

  it("offers nothing for a drag that the editor does not import", async () => {
    const audio = { kind: "file", path: "/music/dawn.flac" } as const;
    const flac = resultOf({ track: { id: "flac", title: "Flac", audio } });
    await started();
    search.mockImplementation((query) => Promise.resolve(answerOf(query, DAWN, flac)));
    await model.search("calm");
    model.select(flac);
    expect(editor.offered).toEqual(["Dawn", null]);
    expect(model.player.playback.result).toBe(flac);
  });

  it("searches and plays without an editor, and says that there is none", async () => {
    model = new PanelModel(
      {
        openEngine: () => opening.promise,
        connectEditor: () => Promise.resolve(null),
        media: new FakeMedia().element,
      },
      () => undefined,
    );
    await started();
    await model.search("calm");
    expect(model.selected).toBe(DAWN);
    expect(model.tools.insertionText(DAWN, false)).toMatch(/No editor is connected/);
    await model.tools.insert(DAWN, false);
    expect(model.notice?.text).toMatch(/No editor is connected/);
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
    expect(model.selected).toBe(FAR);
    expect(model.player.playback.result).toBe(DAWN);
    expect(editor.offered).toEqual(["Dawn", null]);
    expect(model.peaks.get("far")).toBeNull();
  });

  it("tells why it neither plays nor goes on the timeline", async () => {
    const why = /Not on this machine. Open its page, download it/;
    model.play(FAR);
    expect(model.notice?.text).toMatch(why);
    model.tell(null);
    await model.tools.insert(FAR, false);
    expect(model.notice?.text).toMatch(why);
    expect(model.player.isSounding).toBe(false);
    expect(editor.insert).not.toHaveBeenCalled();
  });

  it("shows its page through the editor, when asked", async () => {
    expect(editor.openPage).not.toHaveBeenCalled();
    await model.openPage(FAR);
    expect(editor.openPage.mock.calls).toEqual([[PAGE]]);
    await model.openPage(DAWN);
    await model.openPage(remoteResultOf());
    expect(editor.openPage).toHaveBeenCalledTimes(1);
  });

  it("gives the address of a page that the editor does not open", async () => {
    editor.openPage.mockRejectedValueOnce(new HostError({ what: "Refused.", next: "Allow it." }));
    await model.openPage(FAR);
    expect(model.notice).toEqual({
      kind: "negative",
      text: `Refused. Open it in your browser: ${PAGE}`,
    });
  });
});

describe("the filter for what can be heard now", () => {
  it("searches again for the same words, and is kept for the next ones", async () => {
    await started();
    await model.search("calm");
    expect([wasLocalOnly, model.isNarrowed]).toEqual([false, false]);
    await model.filter(true);
    expect(search.mock.calls).toEqual([["calm"], ["calm"]]);
    expect([wasLocalOnly, model.isNarrowed]).toEqual([true, true]);
    await model.search("tense");
    expect(wasLocalOnly).toBe(true);
    await model.filter(false);
    expect([wasLocalOnly, model.isNarrowed]).toEqual([false, false]);
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
    expect([model.localOnly, model.isNarrowed]).toEqual([true, false]);
  });
});
