import { beforeEach, describe, expect, it } from "vitest";
import { HostError } from "../../../src/contract/errors.ts";
import { musicOf, refusal, requestOf } from "../cues.ts";
import type { ItemNode } from "../fake/state.ts";
import { openPremiere, type PremiereHarness } from "../premiere-harness.ts";

let editor: PremiereHarness;
beforeEach(() => {
  editor = openPremiere();
});

const musicItem = (): ItemNode => musicOf(editor);

describe("what happens meanwhile", () => {
  it.each([
    ["the sequence is closed", () => editor.closeSequence()],
    [
      "the project is closed",
      () => {
        editor.state.isProjectOpen = false;
      },
    ],
    [
      "another sequence is opened",
      () => {
        editor.state.sequence = { ...openSequence(), id: "sequence-2" };
      },
    ],
  ])("%s: nothing is inserted", async (_, happen) => {
    editor.state.calls.before("Project.importFiles", 1, happen);
    const sequence = openSequence();
    await refusal(editor.host.insert(requestOf()));
    expect(sequence.audio.flat()).toEqual([]);
  });

  it.each([false, true])(
    "another sequence is opened, in a build without guids: that is told by its name (%s)",
    async (isOpened) => {
      editor.state.faults.noGuids = true;
      editor.state.calls.before("Project.importFiles", 1, () => {
        if (isOpened)
          editor.state.sequence = { ...openSequence(), id: "sequence-2", name: "Fine cut" };
      });
      const failure = await editor.host.insert(requestOf()).then(
        () => null,
        (thrown: unknown) => thrown,
      );
      expect(failure instanceof HostError).toBe(isOpened);
      expect(editor.audioClips()).toHaveLength(isOpened ? 0 : 1);
    },
  );

  it("the item is deleted between import and insert: an error, and nothing is laid", async () => {
    editor.state.calls.before("SequenceEditor.createOverwriteItemAction", 1, () => {
      editor.state.deleteItem(musicItem());
    });
    const error = await refusal(editor.host.insert(requestOf()));
    expect(error.input).toBe("First Light");
    expect(editor.audioClips()).toEqual([]);
  });

  it("the track is locked: an error that says to unlock it", async () => {
    editor.state.calls.before("SequenceEditor.getEditor", 1, () => {
      const { audio, locked } = openSequence();
      audio.forEach((track) => locked.add(track));
    });
    expect((await refusal(editor.host.insert(requestOf()))).next).toMatch(/unlock/i);
    expect(editor.audioClips()).toEqual([]);
  });

  it("the editor undoes it at once: an error that says it is not there", async () => {
    // The second reading begins.
    editor.state.calls.before("Sequence.getAudioTrackCount", 2, () => editor.undo());
    const error = await refusal(editor.host.insert(requestOf()));
    expect(error.what).toMatch(/does not hold the music/);
    expect([editor.audioClips(), musicItem().source]).toEqual([[], null]);
  });

  it("the editor undoes the marks: nothing more than was asked is laid", async () => {
    editor.state.calls.before("SequenceEditor.getEditor", 1, () => editor.undo());
    for (let track = 0; track < editor.audioTracks; track++)
      editor.addAudioClip(track, { start: 31, end: 90 });
    const before = editor.audioClips();
    const error = await refusal(editor.host.insert(requestOf()));
    // Marks and insert are two transactions, so what happens in between cannot be held off; it is told.
    expect(error.what).toMatch(/something other/);
    editor.undo();
    expect(editor.audioClips()).toEqual(before);
  });
});

function openSequence(): NonNullable<PremiereHarness["state"]["sequence"]> {
  if (editor.state.sequence === null) throw new Error("No sequence is open.");
  return editor.state.sequence;
}
