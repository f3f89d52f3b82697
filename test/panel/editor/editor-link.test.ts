import { beforeEach, describe, expect, it } from "vitest";
import { BridgeError, HostError } from "../../../src/contract/errors.ts";
import type { Place } from "../../../src/contract/place.ts";
import { EditorLink } from "../../../src/panel/editor/editor-link.ts";
import { byHand, settled } from "../results.ts";
import { TestEditor, placeAt } from "../test-editor.ts";

let editor: TestEditor;
/** What the test answers to each reading of the place. */
let readings: ReturnType<typeof byHand<Place>>[];

beforeEach(() => {
  readings = [];
  editor = new TestEditor();
  editor.readPlace.mockImplementation(() => {
    const reading = byHand<Place>();
    readings.push(reading);
    return reading.promise;
  });
});

async function connected(): Promise<EditorLink> {
  const link = new EditorLink(
    () => Promise.resolve(editor),
    () => undefined,
  );
  void link.start();
  await settled();
  return link;
}

async function answer(reading: number, place: Place): Promise<void> {
  readings[reading]?.resolve(place);
  await settled();
}

describe("the link to the editor", () => {
  it("is connected once the editor has described itself, and takes its theme", async () => {
    const link = new EditorLink(
      () => Promise.resolve(editor),
      () => undefined,
    );
    void link.start();
    expect(link.state.name).toBe("connecting");
    await settled();
    expect(link.state).toMatchObject({ name: "connected", info: { name: "Editor" } });
    expect([link.theme, link.rowDrag, link.host]).toEqual(["dark", true, editor]);
  });

  it("follows the editor's theme", async () => {
    const link = await connected();
    editor.emit({ type: "theme", theme: "darkest" });
    expect(link.theme).toBe("darkest");
  });

  it("reads the place at first and whenever the editor says that it changed", async () => {
    const link = await connected();
    await answer(0, placeAt(1));
    expect(link.place).toEqual(placeAt(1));
    editor.emit({ type: "place" });
    await answer(1, placeAt(2));
    expect(link.place).toEqual(placeAt(2));
    await settled();
    expect(readings).toHaveLength(2);
  });

  it("reads once more, not once for each event, when many came while it was reading", async () => {
    const link = await connected();
    for (let step = 0; step < 50; step++) editor.emit({ type: "place" });
    expect(readings).toHaveLength(1);
    await answer(0, placeAt(1));
    expect(readings).toHaveLength(2);
    await answer(1, placeAt(2));
    expect(readings).toHaveLength(2);
    expect(link.place).toEqual(placeAt(2));
  });

  it("reads afresh when asked, and never lets an older place replace a newer one", async () => {
    const link = await connected();
    const fresh = link.readPlace();
    await answer(1, placeAt(2));
    expect(await fresh).toEqual(placeAt(2));
    await answer(0, placeAt(1));
    expect(link.place).toEqual(placeAt(2));
  });

  it("knows no place where the editor cannot say, and says why to whoever asked", async () => {
    const link = await connected();
    await answer(0, placeAt(1));
    const fresh = link.readPlace();
    readings[1]?.reject(new HostError({ what: "No project.", next: "Open one." }));
    await expect(fresh).rejects.toThrow("No project.");
    expect(link.place).toBeNull();
  });

  it("goes on following after a reading has failed", async () => {
    const link = await connected();
    readings[0]?.reject(new Error("busy"));
    await settled();
    editor.emit({ type: "place" });
    await answer(1, placeAt(2));
    expect(link.place).toEqual(placeAt(2));
  });

  it("stays without editor when there is none, or when it does not answer", async () => {
    const alone = new EditorLink(
      () => Promise.resolve(null),
      () => undefined,
    );
    await alone.start();
    expect(alone.state).toEqual({ name: "none", problem: null });
    const problem = new BridgeError({ what: "No answer.", next: "Reopen." });
    const unanswered = new EditorLink(
      () => Promise.reject(problem),
      () => undefined,
    );
    await unanswered.start();
    expect(unanswered.state).toEqual({ name: "none", problem });
    expect(unanswered.host).toBeNull();
    await unanswered.follow();
    expect(readings).toHaveLength(0);
  });
});
