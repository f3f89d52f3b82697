import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Cue, EditorHost, InsertReport, Scene } from "../../src/contract/editor-host.ts";
import type { SearchAnswer } from "../../src/contract/engine.ts";
import { AssetError, HostError } from "../../src/contract/errors.ts";
import type { OpenedEngine } from "../../src/panel/engine-client.ts";
import { PanelModel } from "../../src/panel/panel-model.ts";
import { FakeMedia } from "./fake-media.ts";
import { answerOf, byHand, remoteResultOf, resultOf } from "./results.ts";

const DAWN = resultOf();
const DUSK = resultOf({ rank: 2, track: { id: "dusk", title: "Dusk" } });
const PAGE = "https://example.org/far";
const FAR = remoteResultOf(PAGE);
const REPORT: InsertReport = { clipName: "Dawn", audioTrack: 2, start: 12, end: 42 };

/** An editor that answers at once; `offered` are the titles on its drag strip. */
class TestEditor implements EditorHost {
  scene: Scene = {
    sequence: { name: "Cut", seconds: 300, playhead: 12, range: null },
    clips: [],
  };
  readonly offered: (string | null)[] = [];
  readonly describe = () =>
    Promise.resolve({ name: "Editor", version: "1", theme: "dark" as const, rowDrag: true });
  readonly readScene = () => Promise.resolve(this.scene);
  insert = vi.fn<EditorHost["insert"]>(() => Promise.resolve(REPORT));
  readonly offerDrag = (cue: Cue | null) => {
    this.offered.push(cue?.title ?? null);
    return Promise.resolve();
  };
  openPage = vi.fn<EditorHost["openPage"]>(() => Promise.resolve());
  readonly onEvent = () => () => undefined;
}

let editor: TestEditor;
let search: ReturnType<typeof vi.fn<(query: string) => Promise<SearchAnswer>>>;
/** Of the last search. */
let onlyAtHand: boolean | undefined;
let opening: ReturnType<typeof byHand<OpenedEngine>>;
let model: PanelModel;

const opened = (): OpenedEngine => ({
  engine: {
    search: ({ query, atHand }) => {
      onlyAtHand = atHand;
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
    atHand: 2,
    sections: 4,
    index: { from: "bundle" },
    loadMs: 1,
  },
  close: () => undefined,
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

  it("tells what the timeline holds after an insertion", async () => {
    await started();
    editor.scene = {
      ...editor.scene,
      sequence: { name: "Cut", seconds: 300, playhead: 0, range: { start: 12, end: 42 } },
    };
    await model.insert(DAWN, false);
    const request = editor.insert.mock.calls[0]?.[0];
    expect(request).toMatchObject({ at: 12, cue: { source: { start: 20, end: 50 } } });
    expect(model.notice).toMatchObject({ kind: "positive" });
    expect(model.notice?.text).toContain("“Dawn” is on A3, 00:00:12 to 00:00:42");
  });

  it("tells why an insertion failed and what to do", async () => {
    await started();
    editor.insert.mockRejectedValueOnce(
      new HostError({ what: "No sequence is open.", next: "Open one." }),
    );
    await model.insert(DAWN, false);
    expect(model.notice).toEqual({ kind: "negative", text: "No sequence is open. Open one." });
    expect(model.inserting).toBe(false);
  });

  it("inserts once, however often the key is pressed meanwhile", async () => {
    await started();
    const insertion = byHand<InsertReport>();
    editor.insert.mockReturnValueOnce(insertion.promise);
    const first = model.insert(DAWN, false);
    await model.insert(DAWN, false);
    insertion.resolve(REPORT);
    await first;
    expect(editor.insert).toHaveBeenCalledTimes(1);
  });

  it("describes the selection in the editor and searches for that", async () => {
    await started();
    await model.describeSelection();
    expect(model.notice?.text).toMatch(/Select one or more clips/);
    const clip = { name: "harbour.mov", description: "", logNote: "", comment: "", transcript: "" };
    editor.scene = { ...editor.scene, clips: [{ ...clip, markers: [] }] };
    await model.describeSelection();
    expect(model.description).toBe("harbour");
    expect(model.answer?.query).toBe("harbour");
  });

  it("searches and plays without an editor, and says that there is none", async () => {
    model = new PanelModel(
      {
        openEngine: () => opening.promise,
        connectEditor: () => null,
        media: new FakeMedia().element,
      },
      () => undefined,
    );
    await started();
    await model.search("calm");
    expect(model.selected).toBe(DAWN);
    expect(model.insertionText(DAWN, false)).toMatch(/No editor is connected/);
    await model.insert(DAWN, false);
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
    await model.insert(FAR, false);
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
    expect([onlyAtHand, model.isNarrowed]).toEqual([false, false]);
    await model.filter(true);
    expect(search.mock.calls).toEqual([["calm"], ["calm"]]);
    expect([onlyAtHand, model.isNarrowed]).toEqual([true, true]);
    await model.search("tense");
    expect(onlyAtHand).toBe(true);
    await model.filter(false);
    expect([onlyAtHand, model.isNarrowed]).toEqual([false, false]);
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
    expect([model.onlyHere, model.isNarrowed]).toEqual([true, false]);
  });
});
