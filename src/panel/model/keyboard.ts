/** What a key does; buttons do the same. */
type KeyAction =
  | "search"
  | "clear"
  | "focus-search"
  | "toggle-play"
  | "next"
  | "previous"
  | "first"
  | "last"
  | "insert"
  | "insert-whole"
  | "get"
  | "open-page"
  | "push"
  | "replace"
  | "mark"
  | "preview"
  | "duck"
  | "unduck"
  | "cue-sheet"
  | "choose-track"
  | "choose-folder"
  | "tools"
  | "check-host"
  | "own-music"
  | "seek-forward"
  | "seek-back"
  | "stop"
  | "help";

/** What can be asked for by a key or a button; some things have only a button. */
export type Action =
  | KeyAction
  | "describe-selection"
  | "retry"
  | "cancel-get"
  | "choose-downloads"
  | "save-csv"
  | "save-html"
  | "copy-check"
  | "save-check"
  | "copy-report"
  | "cancel-conversion";

/** Where the focus is: a text, a list to choose from, a button or slider, a result, or elsewhere. */
export type Focus = "text" | "choice" | "control" | "list" | "page";

export interface KeyBinding {
  readonly action: Action;
  /** `KeyboardEvent.key` values, in lower case. */
  readonly keys: readonly string[];
  /** Absent: with or without. */
  readonly shift?: boolean;
  readonly in: readonly Focus[];
  /** How the key sheet names the keys, and what they do. */
  readonly shown: string;
  readonly does: string;
}

// In a list to choose from, letters go to what begins with them, as in a text they are written.
const OUTSIDE_TEXT: readonly Focus[] = ["control", "list", "page"];
// A focused button or slider keeps the keys that work it.
const OUTSIDE_CONTROLS: readonly Focus[] = ["list", "page"];

const binding = (
  action: Action,
  keys: readonly string[],
  where: readonly Focus[],
  shown: string,
  does: string,
  shift?: boolean,
): KeyBinding => ({
  action,
  keys,
  in: where,
  shown,
  does,
  ...(shift === undefined ? {} : { shift }),
});

/** Every key the panel knows; the key sheet is made from this list. */
export const KEY_BINDINGS: readonly KeyBinding[] = [
  binding("search", ["enter"], ["text"], "Enter", "Search and go to the first result", false),
  binding("clear", ["escape"], ["text"], "Esc", "Clear the description"),
  binding("focus-search", ["/"], OUTSIDE_TEXT, "/", "Go to the description"),
  binding("next", ["arrowdown", "j"], OUTSIDE_CONTROLS, "↓ or J", "Next result"),
  binding("previous", ["arrowup", "k"], OUTSIDE_CONTROLS, "↑ or K", "Previous result"),
  binding("first", ["home"], OUTSIDE_CONTROLS, "Home", "First result"),
  binding("last", ["end"], OUTSIDE_CONTROLS, "End", "Last result"),
  binding("toggle-play", [" "], OUTSIDE_CONTROLS, "Space", "Play or pause"),
  binding("seek-back", ["arrowleft"], OUTSIDE_CONTROLS, "←", "Skip back 5 seconds"),
  binding("seek-forward", ["arrowright"], OUTSIDE_CONTROLS, "→", "Skip forward 5 seconds"),
  binding("insert", ["enter"], ["list"], "Enter", "Insert from the best moment", false),
  binding("insert", ["s"], OUTSIDE_TEXT, "S", "Insert from the best moment", false),
  binding("insert-whole", ["enter"], ["list"], "Shift+Enter", "Insert the whole track", true),
  binding("insert-whole", ["s"], OUTSIDE_TEXT, "Shift+S", "Insert the whole track", true),
  binding("get", ["g"], OUTSIDE_TEXT, "G", "Get a remote track (asks first)"),
  binding("open-page", ["o"], OUTSIDE_TEXT, "O", "Open the page of a remote track"),
  binding("push", ["p"], OUTSIDE_TEXT, "P", "Insert and push later clips (asks first)"),
  binding("replace", ["r"], OUTSIDE_TEXT, "R", "Replace the selected audio clip"),
  binding("mark", ["b"], OUTSIDE_TEXT, "B", "Set markers"),
  binding("preview", ["m"], OUTSIDE_TEXT, "M", "Play or stop in the source monitor"),
  binding("duck", ["d"], OUTSIDE_TEXT, "D", "Duck the music under speech", false),
  binding("unduck", ["d"], OUTSIDE_TEXT, "Shift+D", "Remove ducking", true),
  binding("cue-sheet", ["c"], OUTSIDE_TEXT, "C", "Show the cue sheet"),
  binding("choose-track", ["a"], OUTSIDE_TEXT, "A", "Choose the audio track for inserts"),
  binding("choose-folder", ["f"], OUTSIDE_TEXT, "F", "Choose the project's music folder"),
  binding("own-music", ["l"], OUTSIDE_TEXT, "L", "Show your own music"),
  binding("tools", ["t"], OUTSIDE_TEXT, "T", "Show or hide the editor tools"),
  binding("stop", ["escape"], OUTSIDE_TEXT, "Esc", "Stop playing"),
  binding("check-host", ["h"], OUTSIDE_TEXT, "Shift+H", "Check this editor", true),
  binding("help", ["?"], OUTSIDE_TEXT, "?", "Show or hide shortcuts"),
];

/** The key sheet: what can be done, and the keys that do it. */
export function keySheet(): readonly { readonly does: string; readonly shown: string }[] {
  const rows = new Map<string, string[]>();
  for (const { does, shown } of KEY_BINDINGS) rows.set(does, [...(rows.get(does) ?? []), shown]);
  return [...rows].map(([does, shown]) => ({ does, shown: shown.join(" or ") }));
}

/** Only moves repeat while a key is held down; an insert must not happen ten times. */
export const mayRepeat = (action: Action): boolean =>
  ["next", "previous", "seek-back", "seek-forward"].includes(action);

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
  return undoOrRedo && (press.ctrlKey || press.metaKey) && focus !== "text";
}

const NOT_TYPED_INTO = ["range", "checkbox", "button"];
const CONTROLS = ["button", "a", "sp-button", "sp-action-button", "sp-slider", "sp-close-button"];

/** Where the focus is, from the composed path of a keyboard event. */
export function focusOf(path: readonly EventTarget[]): Focus {
  const elements = path.filter((target) => target instanceof Element);
  const [innermost] = elements;
  if (innermost === undefined) return "page";
  if (innermost instanceof HTMLTextAreaElement) return "text";
  if (innermost instanceof HTMLSelectElement) return "choice";
  if (innermost instanceof HTMLInputElement) {
    return NOT_TYPED_INTO.includes(innermost.type) ? "control" : "text";
  }
  if (elements.some((element) => CONTROLS.includes(element.localName))) return "control";
  return elements.some((element) => element.role === "option") ? "list" : "page";
}
