import { LOCK, callbackAround, makesAction } from "../ast.js";

/** @type {import("eslint").Rule.RuleModule} */
export default {
  meta: {
    type: "problem",
    docs: { description: "Make Premiere's actions only while the project is locked." },
    schema: [],
    messages: {
      unlocked:
        "This action is created without the project's lock, so Premiere 26.3 and later throw. Move the call into the callback of project.lockedAccess(…).",
    },
  },
  create: (context) => ({
    CallExpression(node) {
      if (makesAction(node) && callbackAround(node, LOCK) === null)
        context.report({ node, messageId: "unlocked" });
    },
  }),
};
