import type { Action, ClipProjectItem, Project } from "@adobe/premierepro";
import { beforeEach, describe, expect, it } from "vitest";
import { openBench, type Bench } from "./bench.ts";
import { FakeEventManager } from "./events.ts";

// The imitation is only worth something if it throws where Premiere throws.

let bench: Bench;
let project: Project;
beforeEach(async () => {
  bench = await openBench();
  ({ project } = bench);
});

function transact(...make: (() => Action)[]): boolean {
  return bench.transact("Test", ...make);
}

function overwrite(item: unknown): Action {
  const editor = bench.premiere.SequenceEditor.getEditor(bench.sequence);
  const time = bench.premiere.TickTime.createWithSeconds(5);
  const given = [item, time, 0, 0] as Parameters<typeof editor.createOverwriteItemAction>;
  return editor.createOverwriteItemAction(...given);
}

describe("the imitation of Premiere throws", () => {
  it("for an action made outside a lock", () => {
    const { item, clip } = bench.addItem();
    expect(() => overwrite(item)).toThrow(/lockedAccess/);
    expect(() => clip.createSetNameAction("x")).toThrow(/lockedAccess/);
  });

  it("for an action that outlives its lock", () => {
    let escaped: Action = {};
    project.lockedAccess(() => {
      escaped = overwrite(bench.addItem().item);
    });
    expect(() => transact(() => escaped)).toThrow(/another lock/);
  });

  it("for an action used twice", () => {
    let action: Action | null = null;
    const same = (): Action => (action ??= overwrite(bench.addItem().item));
    expect(() => transact(same, same)).toThrow(/used before/);
  });

  it("for a compound action used after its transaction", () => {
    const late = (): void =>
      project.lockedAccess(() => {
        let kept: { addAction(action: Action): boolean } | null = null;
        project.executeTransaction((compound) => {
          kept = compound;
        }, "Test");
        (kept as { addAction(action: Action): boolean } | null)?.addAction(
          overwrite(bench.addItem().item),
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
    const { item, clip } = bench.addItem();
    expect(() => transact(() => overwrite(clip))).toThrow("Invalid parameter.");
    expect(() => transact(() => overwrite(item))).not.toThrow();
  });

  it("for a raw item where a cast one is wanted", async () => {
    const raw = bench.addItem().item as unknown as ClipProjectItem;
    const { Markers, Transcript } = bench.premiere;
    expect(() => Transcript.hasTranscript(raw)).toThrow("Invalid parameter.");
    await expect(async () => Markers.getMarkers(raw)).rejects.toThrow("Invalid parameter.");
  });

  it("for missing parameters", () => {
    const editor = bench.premiere.SequenceEditor.getEditor(bench.sequence);
    const short = editor.createOverwriteItemAction.bind(editor) as unknown as (
      item: unknown,
    ) => Action;
    expect(() => transact(() => short(bench.addItem().item))).toThrow("Not Enough Parameters");
  });

  it("for a track that does not exist", async () => {
    await expect(bench.sequence.getAudioTrack(3)).rejects.toThrow("Invalid parameter.");
    await expect(bench.sequence.getVideoTrack(-1)).rejects.toThrow("Invalid parameter.");
  });

  it("for a time that is a plain number", () => {
    const { clip } = bench.addItem();
    const set = clip.createSetInOutPointsAction.bind(clip) as unknown as (
      start: number,
      end: number,
    ) => Action;
    expect(() => transact(() => set(0, 1))).toThrow("Invalid parameter.");
  });

  it("for an event this build does not have", () => {
    const add = new FakeEventManager();
    expect(() => add.addGlobalEventListener(undefined, () => undefined)).toThrow(
      "Invalid parameter.",
    );
    add.missing.add("gone");
    expect(() => add.addGlobalEventListener("gone", () => undefined)).toThrow("Invalid parameter.");
  });
});

describe("a transaction of the imitation", () => {
  it("is one step of Undo, whatever it does", () => {
    const { item, clip } = bench.addItem();
    expect(
      transact(
        () => clip.createSetNameAction("Renamed"),
        () => overwrite(item),
      ),
    ).toBe(true);
    expect([clip.name, bench.audio()[0]?.length]).toEqual(["Renamed", 1]);
    bench.state.ledger.undo();
    expect([clip.name, bench.audio()[0]?.length]).toEqual(["Music", 0]);
  });

  it("that is empty answers false", () => {
    expect(transact()).toBe(false);
    expect(bench.state.ledger.labels).toEqual([]);
  });

  it.each([
    ["refused", false],
    ["ignored", true],
  ] as const)("may be %s: it answers %s and does nothing", (fate, answer) => {
    const { clip } = bench.addItem();
    bench.state.faults.transaction = (label) => (label.startsWith("Rename") ? fate : undefined);
    expect(bench.transact("Rename “Music”", () => clip.createSetNameAction("New"))).toBe(answer);
    expect([clip.name, bench.state.ledger.labels]).toEqual(["Music", []]);
    expect(bench.transact("Another", () => clip.createSetNameAction("New"))).toBe(true);
    expect(clip.name).toBe("New");
  });

  it("may throw", () => {
    bench.state.faults.transaction = () => "throws";
    const { clip } = bench.addItem();
    expect(() => transact(() => clip.createSetNameAction("New"))).toThrow("Transaction failed.");
    expect(clip.name).toBe("Music");
  });
});

it("gives new handles for the same thing, so that nobody compares them", async () => {
  bench.addItem();
  const root = await project.getRootItem();
  const [first] = await root.getItems();
  const [second] = await root.getItems();
  expect(first === second).toBe(false);
  expect(first?.getId()).toBe(second?.getId());
});
