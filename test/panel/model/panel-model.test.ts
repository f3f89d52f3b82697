import { beforeEach, describe, expect, it } from "vitest";
import type { SearchAnswer } from "../../../src/contract/search.ts";
import type { LibraryFolder } from "../../../src/contract/folder.ts";
import { AssetError, HostError } from "../../../src/contract/errors.ts";
import { NO_SELECTION, type Selection } from "../../../src/contract/selection.ts";
import { sceneClip } from "../../scene-clip.ts";
import { NO_FOLDERS } from "../no-folders.ts";
import { answerOf, byHand, remoteResultOf, resultOf, settled } from "../results.ts";
import { DAWN, DUSK, ModelBench } from "./model-bench.ts";

const FAR = remoteResultOf("https://example.org/far");

const selectionOf = (...names: string[]): Selection => ({
  ...NO_SELECTION,
  clips: names.map((name) => sceneClip({ name })),
});

let bench: ModelBench;

beforeEach(() => {
  bench = new ModelBench();
});

describe("the panel", () => {
  it("runs a search typed before the engine was ready, and only the last one", async () => {
    bench.model.start();
    void bench.model.search("first thought");
    const last = bench.model.search("second thought");
    await settled();
    expect(bench.search).not.toHaveBeenCalled();
    bench.opening.resolve(bench.opened());
    await last;
    expect(bench.search.mock.calls).toEqual([["second thought"]]);
    expect(bench.model.view.search.answer?.request.query).toBe("second thought");
  });

  it("shows why the engine failed, and searches after all once a retry helps", async () => {
    bench.model.start();
    const waiting = bench.model.search("calm");
    bench.opening.reject(new AssetError({ what: "A file is missing.", next: "Reinstall." }));
    await waiting;
    expect(bench.model.view.failure?.what).toBe("A file is missing.");
    bench.opening = byHand();
    bench.opening.resolve(bench.opened());
    await bench.model.retry();
    expect(bench.model.view.failure).toBeNull();
    expect(bench.model.view.search.answer?.request.query).toBe("calm");
  });

  it("keeps the last answer in sight while the next search runs, and when it fails", async () => {
    await bench.start();
    await bench.model.search("calm");
    const next = byHand<SearchAnswer>();
    bench.search.mockReturnValueOnce(next.promise);
    const ended = bench.model.search("tense");
    expect(bench.model.view.search.answer?.request.query).toBe("calm");
    next.reject(new Error("out of memory"));
    await ended;
    expect(bench.model.view.failure?.what).toBe("out of memory");
  });

  it("does not search again for what is shown or sought", async () => {
    await bench.start();
    await Promise.all([bench.model.search("calm"), bench.model.search(" calm ")]);
    await bench.model.search("calm");
    expect(bench.search).toHaveBeenCalledTimes(1);
  });

  it("lets whoever asks again for what is sought wait for the answer", async () => {
    await bench.start();
    const slow = byHand<SearchAnswer>();
    bench.search.mockReturnValueOnce(slow.promise);
    void bench.model.search("calm");
    const again = bench.model
      .search("calm")
      .then(() => bench.model.view.search.answer?.request.query);
    await settled();
    slow.resolve(answerOf("calm", DAWN));
    expect(await again).toBe("calm");
    expect(bench.search).toHaveBeenCalledTimes(1);
  });

  it("goes back to the beginning for a blank description", async () => {
    await bench.start();
    await bench.model.search("calm");
    await bench.model.search("  ");
    expect(bench.model.view.search.answer).toBeNull();
    expect(bench.model.view.search.state).toEqual({ name: "idle" });
  });

  it("selects the best result, puts it into the player and on the drag strip", async () => {
    await bench.start();
    await bench.model.search("calm");
    expect(bench.model.view.selected).toBe(DAWN);
    expect(bench.model.view.player.playback.result).toBe(DAWN);
    await bench.model.act("next");
    await bench.model.act("next");
    expect(bench.model.view.selected).toBe(DUSK);
    await bench.model.act("first");
    expect(bench.model.view.selected).toBe(DAWN);
    expect(bench.editor.offered).toEqual(["Dawn", "Dusk", "Dawn"]);
  });

  it("describes the selection in the editor and searches for that", async () => {
    await bench.start();
    await bench.model.describeSelection();
    expect(bench.model.view.notice?.text).toMatch(/Select one or more clips/);
    bench.editor.readSelection.mockResolvedValueOnce(selectionOf("harbour.mov"));
    await bench.model.describeSelection();
    expect(bench.model.view.search.description).toBe("harbour");
    expect(bench.model.view.search.answer?.request.query).toBe("harbour");
    expect(bench.editor.readPlace).toHaveBeenCalledTimes(1);
  });

  it("names clips that could not be read, and searches for what the others say", async () => {
    await bench.start();
    const unreadable = ["a.mov", "b.mov"];
    bench.editor.readSelection.mockResolvedValueOnce({ ...selectionOf("harbour.mov"), unreadable });
    await bench.model.describeSelection();
    expect(bench.model.view.notice?.text).toBe("2 clips could not be read: a.mov, b.mov.");
    expect(bench.model.view.search.answer?.request.query).toBe("harbour");
    bench.editor.readSelection.mockResolvedValueOnce({ ...NO_SELECTION, unreadable: ["a.mov"] });
    await bench.model.describeSelection();
    expect(bench.model.view.notice?.text).toBe("1 clip could not be read: a.mov.");
  });

  it("reads the selection once, however often it is asked to meanwhile", async () => {
    await bench.start();
    const reading = byHand<Selection>();
    bench.editor.readSelection.mockReturnValueOnce(reading.promise);
    const first = bench.model.describeSelection();
    await bench.model.describeSelection();
    expect(bench.model.view.scene.isReading).toBe(true);
    reading.reject(new HostError({ what: "Premiere is busy.", next: "Try again." }));
    await first;
    expect(bench.editor.readSelection).toHaveBeenCalledTimes(1);
    expect(bench.model.view.scene.isReading).toBe(false);
    expect(bench.model.view.notice?.text).toBe("Premiere is busy. Try again.");
  });

  it("lets one thing sound at a time, here or in the editor's monitor", async () => {
    await bench.start();
    await bench.model.search("calm");
    bench.model.play(DAWN);
    await bench.model.act("preview", DAWN);
    expect(bench.isSounding()).toBe(false);
    expect(bench.model.view.tools.isPreviewed).toBe(true);
    bench.model.play(DUSK);
    await settled();
    expect(bench.isSounding()).toBe(true);
    expect(bench.model.view.tools.isPreviewed).toBe(false);
    expect(bench.editor.stopPreview).toHaveBeenCalledTimes(1);
  });

  it("stops what sounds in the editor too, before it takes the notice away", async () => {
    await bench.start();
    await bench.model.act("preview", DAWN);
    bench.model.tell({ kind: "info", text: "Something." });
    await bench.model.act("stop");
    await settled();
    expect(bench.editor.stopPreview).toHaveBeenCalledTimes(1);
    bench.model.tell({ kind: "info", text: "Something." });
    await bench.model.act("stop");
    expect(bench.model.view.notice).toBeNull();
  });

  it("offers nothing for a drag that the editor does not import", async () => {
    const audio = { kind: "file", path: "/music/dawn.flac" } as const;
    const flac = resultOf({ track: { id: "flac", title: "Flac", audio } });
    await bench.start();
    bench.search.mockImplementation((query) => Promise.resolve(answerOf(query, DAWN, flac)));
    await bench.model.search("calm");
    bench.model.select(flac);
    expect(bench.editor.offered).toEqual(["Dawn", null]);
    expect(bench.model.view.player.playback.result).toBe(flac);
  });

  it("searches and plays without an editor, and says that there is none", async () => {
    bench = new ModelBench("no editor");
    await bench.start();
    await bench.model.search("calm");
    expect(bench.model.view.selected).toBe(DAWN);
    expect(bench.model.view.player.insertion.part).toMatch(/No editor is connected/);
    await bench.model.act("insert", DAWN);
    expect(bench.model.view.notice?.text).toMatch(/No editor is connected/);
  });
});

describe("what the panel shows", () => {
  it("is published anew with every change, and never altered afterwards", async () => {
    await bench.start();
    const before = bench.model.view;
    await bench.model.search("calm");
    expect(bench.shown?.search).toEqual(bench.model.view.search);
    expect(before.search.description).toBe("");
    bench.model.tell({ kind: "info", text: "Something." });
    expect(bench.shown?.notice?.text).toBe("Something.");
  });

  it("has for each result its waveform, what plays of it and whether it can be inserted", async () => {
    const flac = resultOf({
      track: { id: "flac", audio: { kind: "file", path: "/music/dawn.flac" } },
    });
    await bench.start();
    bench.search.mockImplementation((query) => Promise.resolve(answerOf(query, DAWN, FAR, flac)));
    await bench.model.search("calm");
    await settled();
    bench.model.play(DAWN);
    const { results } = bench.model.view;
    const rows = [0, 1, 2].map((place) => {
      const row = results.at(place);
      return [
        row?.result.track.id,
        row?.peaks?.length ?? 0,
        row?.playback?.status ?? null,
        row?.insertable,
      ];
    });
    expect(rows).toEqual([
      ["dawn", 1, "starting", true],
      ["far", 0, null, false],
      ["flac", 1, null, false],
    ]);
  });

  it("says what Insert would do, from the best section on and with the whole track", async () => {
    await bench.start();
    await bench.model.search("calm");
    const { insertion } = bench.model.view.player;
    expect(insertion.part).toMatch(/^“Dawn” 0:20–1:30 at the playhead/);
    expect(insertion.whole).toMatch(/^“Dawn” 0:00–1:30/);
  });

  it("searches again once the engine has read the editor's folders", async () => {
    bench = new ModelBench("no editor");
    const folders = byHand<LibraryFolder[]>();
    bench.folders = { ...NO_FOLDERS, folders: () => folders.promise };
    await bench.start();
    await bench.model.search("calm");
    expect(bench.search).toHaveBeenCalledTimes(1);
    folders.resolve([{ id: "f", name: "Mine", tracks: 3 }]);
    await settled();
    expect(bench.search).toHaveBeenCalledTimes(2);
  });
});
