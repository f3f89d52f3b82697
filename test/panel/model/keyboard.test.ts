import { describe, expect, it } from "vitest";
import {
  actionFor,
  keySheet,
  mayRepeat,
  undoesUnseenText,
  withKey,
  type KeyPress,
} from "../../../src/panel/model/keyboard.ts";
import { KEY_BINDINGS, type Action, type Focus } from "../../../src/panel/model/keys.ts";

const press = (key: string, modifiers: Partial<KeyPress> = {}): KeyPress => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...modifiers,
});
const SHIFT = { shiftKey: true };

describe("keys", () => {
  it.each<[string, Focus, Action | null, Partial<KeyPress>?]>([
    ["Enter", "text", "search"],
    ["Enter", "list", "insert"],
    ["Enter", "list", "insert-whole", SHIFT],
    ["Enter", "text", null, SHIFT],
    ["Enter", "control", null],
    ["Enter", "page", null],
    [" ", "list", "toggle-play"],
    [" ", "page", "toggle-play"],
    [" ", "text", null],
    [" ", "control", null],
    ["ArrowDown", "list", "next"],
    ["j", "control", null],
    ["J", "page", "next", SHIFT],
    ["k", "list", "previous"],
    ["ArrowDown", "text", null],
    ["ArrowLeft", "list", "seek-back"],
    ["ArrowRight", "control", null],
    ["s", "list", "insert"],
    ["S", "list", "insert-whole", SHIFT],
    ["s", "text", null],
    ["Escape", "text", "clear"],
    ["Escape", "list", "stop"],
    ["?", "page", "help", SHIFT],
    ["?", "text", null, SHIFT],
    ["/", "list", "focus-search"],
    ["q", "list", null],
    ["r", "list", "replace"],
    ["p", "page", "push"],
    ["b", "control", "mark"],
    ["m", "list", "preview"],
    ["d", "list", "duck"],
    ["D", "list", "unduck", SHIFT],
    ["c", "list", "cue-sheet"],
    ["a", "list", "choose-track"],
    ["f", "list", "favourite"],
    ["F", "list", "choose-folder", SHIFT],
    ["t", "control", "tools"],
    ["H", "page", "check-host", SHIFT],
    ["h", "page", "kept"],
    ["k", "list", "previous"],
    ["K", "list", "collect", SHIFT],
    ["C", "list", "copy-credits", SHIFT],
    ["F", "list", "choose-folder", SHIFT],
    ["r", "text", null],
    ["ArrowUp", "text", null],
    ["ArrowUp", "recall", "older-description"],
    ["ArrowDown", "recall", "newer-description"],
    ["Enter", "recall", "search"],
    ["=", "list", "more-like"],
    ["+", "list", "more-like", SHIFT],
    ["-", "control", "less-like"],
    ["-", "text", null],
    ["a", "choice", null],
    ["Escape", "choice", null],
  ])("%s in %s means %s", (key, focus, action, modifiers) => {
    expect(actionFor(press(key, modifiers), focus)).toBe(action);
  });

  it.each(["ctrlKey", "metaKey", "altKey", "isComposing"] as const)(
    "are left alone with %s",
    (modifier) => {
      expect(actionFor(press("s", { [modifier]: true }), "list")).toBeNull();
    },
  );

  it("do not undo text that the focus is not in", () => {
    for (const modifier of ["ctrlKey", "metaKey"] as const) {
      const undo = press("z", { [modifier]: true });
      expect(undoesUnseenText(undo, "list")).toBe(true);
      expect(undoesUnseenText(undo, "text")).toBe(false);
    }
    expect(undoesUnseenText(press("z"), "list")).toBe(false);
    expect(undoesUnseenText(press("s", { ctrlKey: true }), "list")).toBe(false);
  });

  it("have one meaning each in every place", () => {
    for (const focus of ["text", "recall", "choice", "control", "list", "page"] as const) {
      for (const shiftKey of [false, true]) {
        const meant = KEY_BINDINGS.filter(
          (binding) =>
            binding.in.includes(focus) &&
            (binding.shift === undefined || binding.shift === shiftKey),
        ).flatMap(({ keys }) => keys);
        expect(meant).toEqual([...new Set(meant)]);
      }
    }
  });

  it("move on while they are held down, and do nothing else twice", () => {
    const moves = KEY_BINDINGS.map(({ action }) => action).filter(mayRepeat);
    expect([...new Set(moves)]).toEqual([
      ...["older-description", "newer-description"],
      ...["next", "previous", "page-down", "page-up", "seek-back", "seek-forward"],
    ]);
  });

  it("are named by the buttons that do the same", () => {
    expect(withKey("Replace the clip", "replace")).toBe("Replace the clip (R)");
    expect(withKey("Take it away", "unduck")).toBe("Take it away (Shift+D)");
  });

  it("are all on the key sheet, each thing to do once", () => {
    const rows = keySheet().flatMap((part) => part.rows);
    expect(new Set(rows.map(({ does }) => does)).size).toBe(rows.length);
    for (const { does, shown } of KEY_BINDINGS) {
      expect(rows.find((row) => row.does === does)?.shown).toContain(shown);
    }
  });
});
