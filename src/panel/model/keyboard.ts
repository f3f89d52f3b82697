import { KEY_SUBJECTS, subjectOf, type KeySubject } from "./key-subjects.ts";
import { KEY_BINDINGS, type Action, type Focus } from "./keys.ts";

/** Something that can be done, and the keys that do it. */
export interface KeyRow {
  readonly does: string;
  readonly shown: string;
}

/** The key sheet, by what keys are about. */
export function keySheet(): readonly { subject: KeySubject; rows: readonly KeyRow[] }[] {
  return KEY_SUBJECTS.map((subject) => {
    const rows = new Map<string, string[]>();
    for (const { action, does, shown } of KEY_BINDINGS) {
      if (subjectOf(action) === subject) rows.set(does, [...(rows.get(does) ?? []), shown]);
    }
    return {
      subject,
      rows: [...rows].map(([does, shown]) => ({ does, shown: shown.join(" or ") })),
    };
  });
}

const MOVES: readonly Action[] = [
  ...(["next", "previous", "page-down", "page-up", "seek-back", "seek-forward"] as const),
  ...(["older-description", "newer-description"] as const),
];

/** Only moves repeat while a key is held down; an insert must not happen ten times. */
export const mayRepeat = (action: Action): boolean => MOVES.includes(action);

/** What a button does, with the key that does it too: `Replace the clip (R)`. */
export function withKey(help: string, action: Action): string {
  const found = KEY_BINDINGS.find((one) => one.action === action);
  return found === undefined ? help : `${help} (${found.shown})`;
}

/** The part of a keyboard event that decides. */
export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
}

/** What a key means there, or null where it is none of ours. */
export function actionFor(press: KeyPress, focus: Focus): Action | null {
  // Ctrl/Cmd+Z and the like belong to the editor; while composing, keys belong to the input method.
  if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing) return null;
  const key = press.key.toLowerCase();
  const found = KEY_BINDINGS.find(
    ({ keys, shift, in: where }) =>
      keys.includes(key) &&
      where.includes(focus) &&
      (shift === undefined || shift === press.shiftKey),
  );
  return found?.action ?? null;
}

/**
 * Whether the browser would take this key for undoing text while no text has the focus: it would
 * empty the description from under the results, where the editor means the timeline.
 */
export function undoesUnseenText(press: KeyPress, focus: Focus): boolean {
  const undoOrRedo = ["z", "y"].includes(press.key.toLowerCase());
  return undoOrRedo && (press.ctrlKey || press.metaKey) && focus !== "text" && focus !== "recall";
}

const NOT_TYPED_INTO = ["range", "checkbox", "button"];
const CONTROLS = ["button", "a", "sp-button", "sp-action-button", "sp-slider", "sp-close-button"];

/** Where the focus is, from the composed path of a keyboard event. */
export function focusOf(path: readonly EventTarget[]): Focus {
  const elements = path.filter((target) => target instanceof Element);
  const [innermost] = elements;
  if (innermost === undefined) return "page";
  if (innermost instanceof HTMLTextAreaElement) {
    return innermost.hasAttribute("data-recall") ? "recall" : "text";
  }
  if (innermost instanceof HTMLSelectElement) return "choice";
  if (innermost instanceof HTMLInputElement) {
    return NOT_TYPED_INTO.includes(innermost.type) ? "control" : "text";
  }
  if (elements.some((element) => CONTROLS.includes(element.localName))) return "control";
  return elements.some((element) => element.role === "option") ? "list" : "page";
}
