import { expect, it } from "vitest";
import { DOCUMENTARY } from "../../src/demo/documentary.ts";
import { applyShortcut } from "../../src/demo/shortcuts.ts";
import { TimelineStore } from "../../src/demo/store.ts";
import { timecode } from "../../src/demo/timecode.ts";
import { movePlayhead } from "../../src/demo/timeline/marks.ts";
import { openTimeline } from "../../src/demo/timeline/model.ts";
import { selectClip } from "../../src/demo/timeline/selection.ts";

const NONE = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
const start = movePlayhead(openTimeline(DOCUMENTARY), 30);

it.each([
  ["ArrowRight", {}, "00:00:30:01"],
  ["ArrowLeft", { shiftKey: true }, "00:00:29:20"],
  ["ArrowUp", {}, "00:00:28:15"],
  ["ArrowDown", {}, "00:00:31:00"],
  ["Home", {}, "00:00:00:00"],
  ["End", {}, "00:02:30:00"],
])("moves the playhead with %s", (key, modifiers, where) => {
  const store = new TimelineStore(start);
  expect(applyShortcut({ ...NONE, ...modifiers, key }, store)).toBe(true);
  expect(timecode(store.timeline?.playhead ?? -1, 25)).toBe(where);
});

it("marks and clears the range", () => {
  const store = new TimelineStore(start);
  applyShortcut({ ...NONE, key: "i" }, store);
  applyShortcut({ ...NONE, key: "End" }, store);
  applyShortcut({ ...NONE, key: "O" }, store);
  expect(store.timeline).toMatchObject({ inPoint: 30, outPoint: 150 });
  applyShortcut({ ...NONE, key: "x" }, store);
  expect(store.timeline).toMatchObject({ inPoint: null, outPoint: null });
});

it("removes the selected audio clip with Delete, and undoes that with Ctrl+Z", () => {
  const store = new TimelineStore(selectClip(start, "birds"));
  const birds = () => store.timeline?.sequence.audio[1]?.some(({ id }) => id === "birds");
  expect(applyShortcut({ ...NONE, key: "Delete" }, store)).toBe(true);
  expect(birds()).toBe(false);
  applyShortcut({ ...NONE, key: "z", ctrlKey: true }, store);
  expect(birds()).toBe(true);
});

it("ignores keys with other meanings", () => {
  const store = new TimelineStore(start);
  expect(applyShortcut({ ...NONE, key: "Tab" }, store)).toBe(false);
  expect(applyShortcut({ ...NONE, key: "i", ctrlKey: true }, store)).toBe(false);
  expect(applyShortcut({ ...NONE, key: "z" }, store)).toBe(false);
  expect(applyShortcut({ ...NONE, key: "Z", metaKey: true, shiftKey: true }, store)).toBe(false);
  expect(store.timeline).toBe(start);
});
