import { LOCK, TRANSACTION, callbackAround, makesAction } from "../ast.js";
import { escapes } from "../escapes.js";

/** @type {import("eslint").Rule.RuleModule} */
export default {
  meta: {
    type: "problem",
    docs: { description: "Keep Premiere's actions within the callback that made them." },
    schema: [],
    messages: {
      escapes:
        "This action leaves the callback that created it, and is invalid once lock and transaction have ended. Add it to the transaction here.",
    },
  },
  create: (context) => ({
    CallExpression(node) {
      if (!makesAction(node)) return;
      const home = callbackAround(node, TRANSACTION) ?? callbackAround(node, LOCK);
      if (home !== null && escapes(context, node, home))
        context.report({ node, messageId: "escapes" });
    },
  }),
};
