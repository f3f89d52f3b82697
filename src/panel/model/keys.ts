/** What comparing does. */
export type CompareAction =
  | "pin"
  | "unpin-all"
  | "insert-pinned"
  | "next-pinned"
  | "previous-pinned"
  | "pinned-1"
  | "pinned-2"
  | "pinned-3"
  | "pinned-4"
  | "play-with-picture";

/** What fitting a track to the range does. */
export type FitAction =
  | "fit"
  | "fit-again"
  | "fit-play"
  | "fit-compare"
  | "fit-lay"
  | "fit-clips"
  | "fit-cancel"
  | "fit-close";

/** What a key does; buttons do the same. */
type KeyAction =
  | "search"
  | "describe-selection"
  | "clear"
  | "focus-search"
  | "older-description"
  | "newer-description"
  | "more-like"
  | "less-like"
  | "toggle-play"
  | "next"
  | "previous"
  | "first"
  | "last"
  | "page-down"
  | "page-up"
  | "passage-begin"
  | "passage-end"
  | "passage-clear"
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
  | "favourite"
  | "collect"
  | "kept"
  | "copy-credits"
  | "tools"
  | "cut"
  | "check-host"
  | "own-music"
  | "seek-forward"
  | "seek-back"
  | "stop"
  | "filters"
  | "reset-filters"
  | "map"
  | "settings"
  | "help";

/** What can be asked for by a key or a button; some things have only a button. */
export type Action =
  | KeyAction
  | CompareAction
  | FitAction
  | "retry"
  | "read-cut"
  | "cancel-get"
  | "choose-downloads"
  | "save-csv"
  | "save-html"
  | "copy-check"
  | "save-check"
  | "copy-report"
  | "cancel-conversion";

/**
 * Where the focus is: a text, a description that is empty or was recalled, a list to choose from, a
 * button or slider, a result, or elsewhere.
 */
export type Focus = "text" | "recall" | "choice" | "control" | "list" | "page";

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

const IN_TEXT: readonly Focus[] = ["text", "recall"];
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
  binding("search", ["enter"], IN_TEXT, "Enter", "Search and go to the first result", false),
  binding("clear", ["escape"], IN_TEXT, "Esc", "Clear the description"),
  binding(
    "older-description",
    ["arrowup"],
    ["recall"],
    "↑",
    "In an empty box: earlier description",
  ),
  binding(
    "newer-description",
    ["arrowdown"],
    ["recall"],
    "↓",
    "In an empty box: later description",
  ),
  binding("focus-search", ["/"], OUTSIDE_TEXT, "/", "Go to the description"),
  binding("describe-selection", ["i"], OUTSIDE_TEXT, "I", "Describe the selected clips"),
  binding("next", ["arrowdown", "j"], OUTSIDE_CONTROLS, "↓ or J", "Next result"),
  binding("previous", ["arrowup"], OUTSIDE_CONTROLS, "↑", "Previous result"),
  binding("previous", ["k"], OUTSIDE_CONTROLS, "K", "Previous result", false),
  binding("first", ["home"], OUTSIDE_CONTROLS, "Home", "First result"),
  binding("last", ["end"], OUTSIDE_CONTROLS, "End", "Last result"),
  binding("page-down", ["pagedown"], OUTSIDE_CONTROLS, "Page Down", "One page further"),
  binding("page-up", ["pageup"], OUTSIDE_CONTROLS, "Page Up", "One page back"),
  binding("toggle-play", [" "], OUTSIDE_CONTROLS, "Space", "Play or pause", false),
  binding(
    "play-with-picture",
    [" "],
    OUTSIDE_CONTROLS,
    "Shift+Space",
    "Play or stop with the picture",
    true,
  ),
  binding("pin", ["x"], OUTSIDE_TEXT, "X", "Pin to compare, or unpin"),
  binding("next-pinned", ["v"], OUTSIDE_TEXT, "V", "Next pinned track, at the same place", false),
  binding("previous-pinned", ["v"], OUTSIDE_TEXT, "Shift+V", "Previous pinned track", true),
  ...(["1", "2", "3", "4"] as const).map((digit) =>
    binding(`pinned-${digit}`, [digit], OUTSIDE_TEXT, digit, "That pinned track"),
  ),
  binding("seek-back", ["arrowleft"], OUTSIDE_CONTROLS, "←", "Skip back 5 seconds"),
  binding("seek-forward", ["arrowright"], OUTSIDE_CONTROLS, "→", "Skip forward 5 seconds"),
  binding("passage-begin", ["["], OUTSIDE_TEXT, "[", "Begin the passage here"),
  binding("passage-end", ["]"], OUTSIDE_TEXT, "]", "End the passage here"),
  binding("passage-clear", ["\\"], OUTSIDE_TEXT, "\\", "Clear the passage"),
  binding(
    "insert",
    ["enter"],
    ["list"],
    "Enter",
    "Insert the passage, or from the best moment",
    false,
  ),
  binding("insert", ["s"], OUTSIDE_TEXT, "S", "Insert the passage, or from the best moment", false),
  binding("insert-whole", ["enter"], ["list"], "Shift+Enter", "Insert the whole track", true),
  binding("insert-whole", ["s"], OUTSIDE_TEXT, "Shift+S", "Insert the whole track", true),
  binding("more-like", ["+", "="], OUTSIDE_TEXT, "+", "More like this"),
  binding("less-like", ["-"], OUTSIDE_TEXT, "−", "Less like this"),
  binding("get", ["g"], OUTSIDE_TEXT, "G", "Get a remote track (asks first)"),
  binding("open-page", ["o"], OUTSIDE_TEXT, "O", "Open the page of a remote track"),
  binding(
    "fit",
    ["y"],
    OUTSIDE_TEXT,
    "Y",
    "Fit the track to the in/out range; hear the fit",
    false,
  ),
  binding("fit-lay", ["y"], OUTSIDE_TEXT, "Shift+Y", "Lay the fit as one file", true),
  binding("push", ["p"], OUTSIDE_TEXT, "P", "Insert and push later clips (asks first)"),
  binding("replace", ["r"], OUTSIDE_TEXT, "R", "Replace the selected audio clip"),
  binding("mark", ["b"], OUTSIDE_TEXT, "B", "Set markers"),
  binding("preview", ["m"], OUTSIDE_TEXT, "M", "Play or stop in the source monitor"),
  binding("duck", ["d"], OUTSIDE_TEXT, "D", "Duck the music under speech", false),
  binding("unduck", ["d"], OUTSIDE_TEXT, "Shift+D", "Remove ducking", true),
  binding("cue-sheet", ["c"], OUTSIDE_TEXT, "C", "Show the cue sheet", false),
  binding("copy-credits", ["c"], OUTSIDE_TEXT, "Shift+C", "Copy the credits of the sequence", true),
  binding("choose-track", ["a"], OUTSIDE_TEXT, "A", "Choose the audio track for inserts"),
  binding("collect", ["k"], OUTSIDE_TEXT, "Shift+K", "Add to a collection", true),
  binding("kept", ["h"], OUTSIDE_TEXT, "H", "Show what is kept, or the results again", false),
  binding("favourite", ["f"], OUTSIDE_TEXT, "F", "Add to favourites, or remove from them", false),
  binding(
    "choose-folder",
    ["f"],
    OUTSIDE_TEXT,
    "Shift+F",
    "Choose the project's music folder",
    true,
  ),
  binding("own-music", ["l"], OUTSIDE_TEXT, "L", "Show your own music"),
  binding("filters", ["e"], OUTSIDE_TEXT, "E", "Show or hide the filters", false),
  binding("reset-filters", ["e"], OUTSIDE_TEXT, "Shift+E", "Take all filters off", true),
  binding("map", ["n"], OUTSIDE_TEXT, "N", "Show the map, or the results again"),
  binding("tools", ["t"], OUTSIDE_TEXT, "T", "Show or hide the editor tools"),
  binding("cut", ["u"], OUTSIDE_TEXT, "U", "Show or hide what the cut wants"),
  binding("settings", [","], OUTSIDE_TEXT, ",", "Show settings"),
  binding("stop", ["escape"], OUTSIDE_TEXT, "Esc", "Stop playing"),
  binding("check-host", ["h"], OUTSIDE_TEXT, "Shift+H", "Check this editor", true),
  binding("help", ["?"], OUTSIDE_TEXT, "?", "Show or hide shortcuts"),
];
