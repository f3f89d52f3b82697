/**
 * Lint rules for code that edits a Premiere project. The host checks these things too, but only at
 * run time and without explanation: an error when an editor presses a button, or a missing edit.
 */
import noActionScopeEscape from "./rules/no-action-scope-escape.js";
import noAsyncInEmptySelection from "./rules/no-async-in-empty-selection.js";
import noAsyncInExecuteTransaction from "./rules/no-async-in-execute-transaction.js";
import noAsyncInLockedAccess from "./rules/no-async-in-locked-access.js";
import noEmptySelectionEscape from "./rules/no-empty-selection-escape.js";
import preferUndoString from "./rules/prefer-undo-string.js";
import requireActionLockScope from "./rules/require-action-lock-scope.js";
import requireExecuteTransaction from "./rules/require-execute-transaction.js";

const rules = {
  "no-action-scope-escape": noActionScopeEscape,
  "no-async-in-empty-selection": noAsyncInEmptySelection,
  "no-async-in-execute-transaction": noAsyncInExecuteTransaction,
  "no-async-in-locked-access": noAsyncInLockedAccess,
  "no-empty-selection-escape": noEmptySelectionEscape,
  "prefer-undo-string": preferUndoString,
  "require-action-lock-scope": requireActionLockScope,
  "require-execute-transaction": requireExecuteTransaction,
};

const everyRule = Object.keys(rules).map((name) => [`premiere/${name}`, "error"]);

export default { rules, configs: { recommended: { rules: Object.fromEntries(everyRule) } } };
