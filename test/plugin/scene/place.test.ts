import { beforeEach, describe, expect, it } from "vitest";
import type { Place } from "../../../src/contract/place.ts";
import { NOT_SET } from "../fake/state.ts";
import { openPremiere, ticks, type PremiereHarness } from "../premiere-harness.ts";

let editor: PremiereHarness;
beforeEach(() => {
  editor = openPremiere();
});

async function range(): Promise<NonNullable<Place["sequence"]>["range"] | undefined> {
  return (await editor.host.readPlace()).sequence?.range;
}

describe("the place", () => {
  it("marks no range where Premiere answers its own bounds", async () => {
    editor.setRange({ start: 0, end: 300 });
    expect(await range()).toBeNull();
  });

  it("marks no range where only one point is set", async () => {
    editor.setRange({ start: 5, end: 300 });
    if (editor.state.sequence) editor.state.sequence.outPoint = NOT_SET;
    expect(await range()).toBeNull();
    if (editor.state.sequence)
      Object.assign(editor.state.sequence, { inPoint: NOT_SET, outPoint: ticks(5) });
    expect(await range()).toBeNull();
  });

  it("is told without a range where Premiere does not tell the points", async () => {
    editor.setRange({ start: 5, end: 9 });
    editor.state.faults.failing = (call) => (call === "Sequence.getInPoint" ? "throws" : undefined);
    expect((await editor.host.readPlace()).sequence).toMatchObject({ seconds: 300, range: null });
  });

  it("is none in a sequence that closes while it is read", async () => {
    editor.state.faults.failing = (call) =>
      call === "Sequence.getPlayerPosition" ? "rejects" : undefined;
    expect((await editor.host.readPlace()).sequence).toBeNull();
  });

  it.each([false, true])("is none without a project (Premiere throws: %s)", async (throws) => {
    editor.state.isProjectOpen = false;
    editor.state.faults.throwWithoutProject = throws;
    expect(await editor.host.readPlace()).toEqual({ project: null, sequence: null });
  });

  it("costs seven calls, however long the film is", async () => {
    for (let index = 0; index < 500; index++)
      editor.addAudioClip(0, { start: index, end: index + 1 });
    editor.calls.reset();
    await editor.host.readPlace();
    expect(editor.calls.count).toBe(7);
  });
});
