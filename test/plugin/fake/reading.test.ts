import type { ClipProjectItem, Sequence } from "@adobe/premierepro";
import { describe, expect, it } from "vitest";
import { openBench, ticks } from "./bench.ts";
import { PROPERTY_TYPE } from "./constants.ts";
import { TEMPORARY_FOLDER } from "./disk.ts";

describe("markers of the imitation", () => {
  it("are of a sequence or of a cast clip, in time order", async () => {
    const bench = await openBench();
    const { premiere, sequence, timeline } = bench;
    timeline.markers.push({ name: "late", comments: "", start: ticks(9) });
    timeline.markers.push({ name: "early", comments: "", start: ticks(1) });
    const names = (await premiere.Markers.getMarkers(sequence))
      .getMarkers()
      .map((marker) => marker.getName());
    expect(names).toEqual(["early", "late"]);
    const raw = bench.addItem().item as unknown as ClipProjectItem;
    await expect(premiere.Markers.getMarkers(raw)).rejects.toThrow("Invalid parameter.");
  });

  it("are made under a lock and taken back", async () => {
    const bench = await openBench();
    const { premiere, state } = bench;
    const { clip, node } = bench.addItem();
    const owner = await premiere.Markers.getMarkers(clip);
    const at = premiere.TickTime.createWithSeconds(3);
    expect(() => owner.createAddMarkerAction("x", "Comment", at)).toThrow(/lockedAccess/);
    bench.transact("Mark", () => owner.createAddMarkerAction("x", "Comment", at));
    expect(node.markers).toMatchObject([{ name: "x", start: ticks(3), duration: 0 }]);
    state.ledger.undo();
    expect(node.markers).toEqual([]);
  });

  it("refuse a time before the beginning and a kind there is not", async () => {
    const bench = await openBench({ marksFrom: "mediaStart" });
    const { premiere } = bench;
    const owner = await premiere.Markers.getMarkers(bench.addItem({ mediaStart: ticks(60) }).clip);
    const at = (seconds: number) => premiere.TickTime.createWithSeconds(seconds);
    const add = (kind: string, seconds: number): unknown =>
      bench.transact("Mark", () => owner.createAddMarkerAction("x", kind, at(seconds)));
    expect(() => add("Comment", 59)).toThrow("Invalid parameter.");
    expect(() => add("Comet", 61)).toThrow("Invalid parameter.");
    expect(add("Comment", 61)).toBe(true);
  });
});

describe("properties of the imitation", () => {
  it.each([true, false])("of a clip depend on the build: %s", async (clipProperties) => {
    const bench = await openBench({ clipProperties });
    const { premiere } = bench;
    const asked = premiere.Properties.getProperties(bench.addItem().clip as unknown as Sequence);
    if (clipProperties) expect((await asked).hasValue("x")).toBe(false);
    else await expect(asked).rejects.toThrow("Invalid parameter.");
  });

  it("are set and cleared under a lock, and taken back", async () => {
    const bench = await openBench();
    const { premiere, project, state } = bench;
    const owner = await premiere.Properties.getProperties(project);
    const { PERSISTENT } = PROPERTY_TYPE;
    expect(() => owner.createSetValueAction("x", "1", PERSISTENT)).toThrow(/lockedAccess/);
    expect(() => owner.getValue("x")).toThrow("Invalid parameter.");
    bench.transact("Set", () => owner.createSetValueAction("x", "1", PERSISTENT));
    expect(owner.getValue("x")).toBe("1");
    bench.transact("Clear", () => owner.createClearValueAction("x"));
    expect(owner.hasValue("x")).toBe(false);
    state.ledger.undo();
    expect(owner.getValue("x")).toBe("1");
    state.ledger.undo();
    expect(owner.hasValue("x")).toBe(false);
  });

  it("refuse a value that nobody says how long to keep", async () => {
    const bench = await openBench();
    const { premiere, sequence } = bench;
    const owner = await premiere.Properties.getProperties(sequence);
    expect(() => bench.transact("Set", () => owner.createSetValueAction("x", 1, 7))).toThrow(
      "Invalid",
    );
  });
});

describe("the exporter of the imitation", () => {
  const open = async () => {
    const { premiere, sequence, disk, state } = await openBench();
    const ask = (name: string): Promise<boolean> => {
      const at = premiere.TickTime.createWithSeconds(1);
      const { Exporter } = premiere;
      return Exporter.exportSequenceFrame(sequence, at, name, TEMPORARY_FOLDER, 224, 126);
    };
    return { ask, disk, state };
  };

  it("puts an ending of its own to the name", async () => {
    const { ask, disk } = await open();
    expect(await ask("a.jpg")).toBe(true);
    expect([...disk.files.keys()]).toEqual([`${TEMPORARY_FOLDER}/a.jpg.jpg`]);
  });

  it("says yes and writes nothing when it is asked again too early", async () => {
    const { ask, disk, state } = await open();
    state.faults.frame = () => ({ afterMs: 20 });
    expect(await Promise.all([ask("a.jpg"), ask("b.jpg")])).toEqual([true, true]);
    expect([...disk.files.keys()]).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect([...disk.files.keys()]).toEqual([`${TEMPORARY_FOLDER}/a.jpg.jpg`]);
  });
});
