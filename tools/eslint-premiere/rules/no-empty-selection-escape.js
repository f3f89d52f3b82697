import { SELECTION, functionOf, methodName } from "../ast.js";
import { escapes } from "../escapes.js";

/** @type {import("eslint").Rule.RuleModule} */
export default {
  meta: {
    type: "problem",
    docs: { description: "Keep a new selection within the callback it was made for." },
    schema: [],
    messages: {
      escapes:
        "This selection leaves the callback of createEmptySelection, and is invalid once the callback has returned. Add the items and create the action in the callback.",
    },
  },
  create: (context) => ({
    CallExpression(node) {
      if (methodName(node) !== SELECTION) return;
      const callback = functionOf(context, node.arguments[0]);
      if (callback === null || callback.params.length === 0) return;
      const selection = context.sourceCode
        .getDeclaredVariables(callback)
        .find(({ defs }) => defs[0]?.name === callback.params[0]);
      for (const { identifier } of selection?.references ?? [])
        if (escapes(context, identifier, callback))
          context.report({ node: identifier, messageId: "escapes" });
    },
  }),
};
