import { beforeEach, describe, expect, it } from "vitest";
import { AudioError } from "../../../src/contract/errors.ts";
import type { LocalAudio } from "../../../src/contract/track.ts";
import { byHand, resultOf, settled } from "../results.ts";
import { DAWN, ToolsBench } from "./tools-bench.ts";

const FLAC = resultOf({ track: { audio: { kind: "file", path: "/music/Dawn.FLAC" } } });
const WAV: LocalAudio = { kind: "file", path: "/project/music/Dawn 1a2b3c4d.wav" };

let bench: ToolsBench;
beforeEach(async () => {
  bench = await ToolsBench.open();
  bench.converter.canRead.mockReturnValue(true);
  bench.converter.toWav.mockResolvedValue(WAV);
});

describe("a track that the editor does not import", () => {
  it("is converted and inserted, as the same track, and the notice says so", async () => {
    expect(bench.tools.obstacle(FLAC)).toBeNull();
    expect(bench.tools.insertionText(FLAC, false)).toMatch(/, converted to WAV$/);
    expect(bench.tools.insertionText(DAWN, false)).not.toMatch(/converted/);
    await bench.tools.insert(FLAC, false);
    const cue = bench.editor.insert.mock.calls[0]?.[0].cue;
    expect(cue).toMatchObject({ trackId: "dawn", licence: { id: "CC0-1.0" }, audio: WAV });
    expect(bench.notice?.kind).toBe("positive");
    expect(bench.notice?.text).toMatch(/The \.flac file was converted to WAV/);
  });

  it("is converted to replace a clip, and to push others, once that is agreed to", async () => {
    await bench.tools.replace(FLAC);
    expect(bench.editor.replace.mock.calls[0]?.[0]).toMatchObject({ audio: WAV });
    expect(bench.notice?.text).toMatch(/converted/);
    await bench.tools.askPush(FLAC);
    expect(bench.converter.toWav).toHaveBeenCalledTimes(1);
    if (bench.sheet?.name !== "push") throw new Error("Nothing was asked.");
    await bench.tools.push(bench.sheet.request);
    expect(bench.editor.insert.mock.calls[0]?.[0]).toMatchObject({
      ripple: true,
      cue: { audio: WAV },
    });
  });

  it("shows how far it has come, and can be cancelled", async () => {
    const run = byHand<LocalAudio>();
    bench.converter.toWav.mockImplementationOnce((_track, _host, { onProgress, signal }) => {
      onProgress(0.25);
      signal.addEventListener("abort", () => run.reject(new Error("aborted")));
      return run.promise;
    });
    expect(bench.tools.conversion.cancel()).toBe(false);
    const inserting = bench.tools.insert(FLAC, false);
    await settled();
    expect([bench.tools.conversion.share, bench.tools.state.busy]).toEqual([0.25, "insert"]);
    expect(bench.tools.conversion.cancel()).toBe(true);
    await inserting;
    expect(bench.notice?.kind).toBe("info");
    expect(bench.notice?.text).toMatch(/cancelled/);
    expect([bench.tools.conversion.share, bench.tools.state.busy]).toEqual([null, null]);
    expect(bench.editor.insert).not.toHaveBeenCalled();
  });

  it("says why it cannot be converted, and inserts nothing", async () => {
    const error = new AudioError({ what: "The file is damaged.", next: "Export it again." });
    bench.converter.toWav.mockRejectedValueOnce(error);
    await bench.tools.insert(FLAC, false);
    expect(bench.notice).toMatchObject({ kind: "negative", error });
    expect(bench.editor.insert).not.toHaveBeenCalled();
  });
});
