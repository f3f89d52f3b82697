import type { Linter, Rule } from "eslint";

declare const plugin: {
  readonly rules: Record<
    | "no-action-scope-escape"
    | "no-async-in-empty-selection"
    | "no-async-in-execute-transaction"
    | "no-async-in-locked-access"
    | "no-empty-selection-escape"
    | "prefer-undo-string"
    | "require-action-lock-scope"
    | "require-execute-transaction",
    Rule.RuleModule
  >;
  readonly configs: { readonly recommended: { readonly rules: Linter.RulesRecord } };
};
export default plugin;
