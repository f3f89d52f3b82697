import { TRANSACTION, callbackAround, makesAction, methodName } from "../ast.js";

/** @type {import("eslint").Rule.RuleModule} */
export default {
  meta: {
    type: "problem",
    docs: { description: "Make and add Premiere's actions only within a transaction." },
    schema: [],
    messages: {
      outside:
        "Outside a transaction an action has no effect and cannot be undone. Create it where it is added, in the callback of project.executeTransaction(…).",
    },
  },
  create: (context) => ({
    CallExpression(node) {
      if (!makesAction(node) && methodName(node) !== "addAction") return;
      if (callbackAround(node, TRANSACTION) === null)
        context.report({ node, messageId: "outside" });
    },
  }),
};
