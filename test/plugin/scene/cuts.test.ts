import { beforeEach, describe, expect, it } from "vitest";
import { HostError } from "../../../src/contract/errors.ts";
import type { ClipNode } from "../fake/state.ts";
import { openPremiere, ticks, type PremiereHarness } from "../premiere-harness.ts";

let editor: PremiereHarness;

beforeEach(() => {
  editor = openPremiere();
});

const videoTrack = (index: number): ClipNode[] => {
  const track = editor.state.sequence?.video[index];
  if (track === undefined) throw new Error("There is no such track.");
  return track;
};

function lay(start: number, end: number, changes: Partial<ClipNode> = {}): ClipNode {
  const item = editor.state.makeItem("Cutaway", { duration: ticks(300) });
  const place = { start: ticks(start), end: ticks(end), sourceStart: 0, selected: false };
  const clip = { item, name: "Cutaway", ...place, ...changes };
  videoTrack(1).push(clip);
  return clip;
}

const cuts = async (): Promise<number[]> => (await editor.host.readCuts()).cuts;

describe("the cuts that Premiere is read for", () => {
  it("leave out what is not seen: clips and tracks that are switched off", async () => {
    lay(10, 12, { isDisabled: true });
    lay(20, 25);
    expect(await cuts()).toEqual([20, 25]);
    editor.state.sequence?.muted.add(videoTrack(1));
    expect(await cuts()).toEqual([]);
  });

  it("leave out adjustment layers, and titles, which have no project item", async () => {
    lay(10, 12, { isAdjustmentLayer: true });
    lay(20, 25, { item: null });
    expect(await cuts()).toEqual([]);
  });

  it("take a clip whose project item cannot be had for picture", async () => {
    const clip = lay(20, 25);
    editor.state.faults.failing = (call, node) =>
      call === "VideoClipTrackItem.getProjectItem" && node === clip ? "rejects" : undefined;
    expect(await cuts()).toEqual([20, 25]);
  });

  it("leave out a clip whose place is not known, and keep the others", async () => {
    const clip = lay(10, 12);
    lay(20, 25);
    editor.state.faults.failing = (call, node) =>
      call === "VideoClipTrackItem.getStartTime" && node === clip ? "rejects" : undefined;
    expect(await cuts()).toEqual([20, 25]);
  });

  it("come of thousands of clips without waiting for each", async () => {
    for (let n = 0; n < 3000; n += 1) lay(n / 10, (n + 1) / 10);
    editor.setRange({ start: 100, end: 110 });
    editor.calls.reset();
    editor.calls.latency = 5;
    const began = performance.now();
    expect(await cuts()).toHaveLength(99);
    // Some 6,000 calls; one after the other they would take 30 s.
    expect(performance.now() - began).toBeLessThan(10_000);
    // Only those within the range are asked what they are.
    expect(editor.calls.of("VideoClipTrackItem.isDisabled")).toBeLessThan(110);
  });

  it("are refused with a reason where the sequence holds no picture", async () => {
    videoTrack(0).splice(0);
    await expect(editor.host.readCuts()).rejects.toThrow(HostError);
    await expect(editor.host.readCuts()).rejects.toThrow(/holds no picture/);
  });

  it("are refused with a reason where Premiere does not answer", async () => {
    editor.state.faults.failing = (call) =>
      call === "Sequence.getVideoTrackCount" ? "rejects" : undefined;
    await expect(editor.host.readCuts()).rejects.toThrow(/does not say where the picture is cut/);
  });

  it("come without markers where these cannot be read", async () => {
    editor.addSequenceMarker(10, "Turn", "");
    editor.state.faults.failing = (call) => (call === "Markers.getMarkers" ? "rejects" : undefined);
    expect((await editor.host.readCuts()).markers).toEqual([]);
  });
});
