import type { Action, ClipProjectItem, Project, Sequence } from "@adobe/premierepro";
import { beforeEach, describe, expect, it } from "vitest";
import { activeProject, activeSequence, type Premiere } from "../../../plugin/premiere.ts";
import { openPremiere, type PremiereHarness, MUSIC_FOLDER, ticks } from "../premiere-harness.ts";
import { PLUGIN_FOLDER } from "./disk.ts";
import { FakeEventManager, fakePremiere } from "./premiere.ts";
import { projectItem } from "./project.ts";
import { FakeState } from "./state.ts";

// The imitation is only worth something if it throws where Premiere throws.

let editor: PremiereHarness;
let premiere: Premiere;
let project: Project;
let sequence: Sequence;
beforeEach(async () => {
  editor = openPremiere();
  premiere = fakePremiere(editor.state, editor.events);
  const [openProject, openSequence] = await open();
  project = openProject;
  sequence = openSequence;
});

async function open(): Promise<[Project, Sequence]> {
  const found = await activeProject(premiere);
  const front = found && (await activeSequence(found));
  if (!found || !front) throw new Error("Nothing is open.");
  return [found, front];
}

function someClip(): { item: ReturnType<typeof projectItem>; clip: ClipProjectItem } {
  const node = editor.state.makeItem("Music", { duration: ticks(10), path: "/music.wav" });
  const item = projectItem(editor.state, node);
  return { item, clip: premiere.ClipProjectItem.cast(item) };
}

function transact(make: () => Action): void {
  project.lockedAccess(() => {
    project.executeTransaction((compound) => {
      compound.addAction(make());
    }, "Test");
  });
}

function overwrite(item: unknown, track = 0): Action {
  const editorOfSequence = premiere.SequenceEditor.getEditor(sequence);
  const time = premiere.TickTime.createWithSeconds(5);
  const given = [item, time, 0, track] as Parameters<
    typeof editorOfSequence.createOverwriteItemAction
  >;
  return editorOfSequence.createOverwriteItemAction(...given);
}

describe("the imitation of Premiere throws", () => {
  it("for an action made outside a lock", () => {
    expect(() => overwrite(someClip().item)).toThrow(/lockedAccess/);
    expect(() => someClip().clip.createSetNameAction("x")).toThrow(/lockedAccess/);
  });

  it("for an action that outlives its lock", () => {
    let escaped: Action = {};
    project.lockedAccess(() => {
      escaped = overwrite(someClip().item);
    });
    expect(() => transact(() => escaped)).toThrow(/another lock/);
  });

  it("for an action used twice", () => {
    const twice = (): void =>
      project.lockedAccess(() => {
        project.executeTransaction((compound) => {
          const action = overwrite(someClip().item);
          compound.addAction(action);
          compound.addAction(action);
        }, "Test");
      });
    expect(twice).toThrow(/used before/);
  });

  it("for a compound action used after its transaction", () => {
    const late = (): void =>
      project.lockedAccess(() => {
        let kept: { addAction(action: Action): boolean } | null = null;
        project.executeTransaction((compound) => {
          kept = compound;
        }, "Test");
        (kept as { addAction(action: Action): boolean } | null)?.addAction(
          overwrite(someClip().item),
        );
      });
    expect(late).toThrow(/over/);
  });

  it("for asynchronous callbacks", () => {
    const wait = (() => Promise.resolve()) as () => void;
    expect(() => project.lockedAccess(wait)).toThrow(/synchronous/);
    const inTransaction = (): void =>
      project.lockedAccess(() => {
        project.executeTransaction(wait, "Test");
      });
    expect(inTransaction).toThrow(/synchronous/);
  });

  it("for a cast item as a parameter of another object", () => {
    const { item, clip } = someClip();
    expect(() => transact(() => overwrite(clip))).toThrow("Invalid parameter.");
    expect(() => transact(() => overwrite(item))).not.toThrow();
  });

  it("for a raw item where a cast one is wanted", async () => {
    const raw = someClip().item as unknown as ClipProjectItem;
    expect(() => premiere.Transcript.hasTranscript(raw)).toThrow("Invalid parameter.");
    await expect(async () => premiere.Markers.getMarkers(raw)).rejects.toThrow(
      "Invalid parameter.",
    );
  });

  it("for missing parameters", () => {
    const editorOfSequence = premiere.SequenceEditor.getEditor(sequence);
    const short = editorOfSequence.createOverwriteItemAction.bind(editorOfSequence) as unknown as (
      item: unknown,
    ) => Action;
    expect(() => transact(() => short(someClip().item))).toThrow("Not Enough Parameters");
  });

  it("for a track that does not exist", async () => {
    expect(() => transact(() => overwrite(someClip().item, 3))).toThrow("Invalid parameter.");
    await expect(sequence.getAudioTrack(3)).rejects.toThrow("Invalid parameter.");
  });

  it("for a time that is a plain number", () => {
    const { clip } = someClip();
    const set = clip.createSetInOutPointsAction.bind(clip) as unknown as (
      start: number,
      end: number,
    ) => Action;
    expect(() => transact(() => set(0, 1))).toThrow("Invalid parameter.");
  });

  it.each([
    ["that does not exist", `${MUSIC_FOLDER}/none.wav`, /does not exist/],
    ["under plugin:", "plugin:/page/audio/first-light.mp3", /native path/],
    ["in the plugin's folder", `${PLUGIN_FOLDER}/page/audio/first-light.mp3`, /plugin's folder/],
  ])("for an import of a file %s", async (_, path, message) => {
    await expect(project.importFiles([path])).rejects.toThrow(message);
  });

  it("for an event this build does not have", () => {
    const add = premiere.EventManager.addGlobalEventListener.bind(premiere.EventManager);
    expect(() => add(undefined as unknown as string, () => undefined)).toThrow(
      "Invalid parameter.",
    );
  });
});

describe("a transaction of the imitation", () => {
  it("does not let its actions see each other", async () => {
    const { item, clip } = someClip();
    const at = (seconds: number) => premiere.TickTime.createWithSeconds(seconds);
    project.lockedAccess(() => {
      project.executeTransaction((compound) => {
        compound.addAction(clip.createSetInOutPointsAction(at(2), at(4)));
        compound.addAction(overwrite(item));
      }, "Test");
    });
    const [placed] = editor.audioClips();
    expect(placed).toMatchObject({ start: 5, end: 15, sourceStart: 0 });
    expect(await clip.getMediaFilePath()).toBe("/music.wav");
  });

  it("is one step of Undo, whatever it does", () => {
    const { item, clip } = someClip();
    project.lockedAccess(() => {
      project.executeTransaction((compound) => {
        compound.addAction(clip.createSetNameAction("Renamed"));
        compound.addAction(overwrite(item));
      }, "Test");
    });
    expect([clip.name, editor.audioClips().length]).toEqual(["Renamed", 1]);
    editor.undo();
    expect([clip.name, editor.audioClips().length]).toEqual(["Music", 0]);
  });

  it("overwrites, as its name says: a longer clip below is cut in two", () => {
    editor.addAudioClip(0, { start: 0, end: 60 });
    transact(() => overwrite(someClip().item));
    expect(
      editor.audioClips().map(({ start, end, sourceStart }) => [start, end, sourceStart]),
    ).toEqual([
      [0, 5, 0],
      [5, 15, 0],
      [15, 60, 15],
    ]);
  });
});

it("gives new handles for the same thing, so that nobody compares them", async () => {
  const state = new FakeState(editor.disk, editor.state.sequence);
  state.root.children?.push(state.makeItem("Clip"));
  const other = fakePremiere(state, new FakeEventManager());
  const root = await (await other.Project.getActiveProject()).getRootItem();
  const [first] = await root.getItems();
  const [second] = await root.getItems();
  expect(first).not.toBe(second);
  expect(first?.getId()).toBe(second?.getId());
});
