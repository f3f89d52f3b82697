import { functionOf, isFunction, methodName, walk } from "./ast.js";

/**
 * A rule against asynchronous work in the callback of `method`.
 * @param {string} method
 * @param {string} consequence the effect of late work
 * @returns {import("eslint").Rule.RuleModule}
 */
export function noAsyncCallback(method, consequence) {
  return {
    meta: {
      type: "problem",
      docs: { description: `Keep the callback of ${method} synchronous.` },
      schema: [],
      messages: {
        async: `${method} does not wait: ${consequence}. Await everything before the call and keep its callback synchronous.`,
      },
    },
    create: (context) => ({
      CallExpression(node) {
        if (methodName(node) !== method) return;
        const callback = functionOf(context, node.arguments[0]);
        if (callback === null) return;
        const late = firstLate(context, callback);
        if (late !== null) context.report({ node: late, messageId: "async" });
      },
    }),
  };
}

/** The first node in `callback` that runs only after its return; null if there is none. */
function firstLate(context, callback) {
  let found = null;
  walk(context, callback, (node) => {
    if (found === null && isLate(node)) found = node;
  });
  return found;
}

function isLate(node) {
  if (isFunction(node)) return node.async || node.generator;
  if (node.type !== "CallExpression") return false;
  if (methodName(node) === "then") return true;
  return node.callee.type === "Identifier" && TIMERS.has(node.callee.name);
}

const TIMERS = new Set(["setTimeout", "setInterval", "queueMicrotask", "requestAnimationFrame"]);
