import { TRANSACTION, methodName } from "../ast.js";

/** @type {import("eslint").Rule.RuleModule} */
export default {
  meta: {
    type: "suggestion",
    docs: { description: "Name every transaction for the editor's Undo." },
    schema: [],
    messages: {
      unnamed:
        "The editor's Edit menu and History panel show this transaction by its label. Give executeTransaction a second argument that names what it does.",
    },
  },
  create: (context) => ({
    CallExpression(node) {
      if (methodName(node) === TRANSACTION && isBlank(node.arguments[1]))
        context.report({ node, messageId: "unnamed" });
    },
  }),
};

function isBlank(label) {
  if (label === undefined) return true;
  if (label.type === "Identifier") return label.name === "undefined";
  return label.type === "Literal" && String(label.value ?? "").trim() === "";
}
