/** @import { Rule, Scope } from "eslint" */
/** @import { CallExpression, Function, Node } from "estree" */

/** The methods of Premiere's `Project` that take a callback. */
export const LOCK = "lockedAccess";
export const TRANSACTION = "executeTransaction";
/** The method of `TrackItemSelection` that passes a selection to a callback. */
export const SELECTION = "createEmptySelection";

const ACTION_FACTORY = /^create[A-Z]\w*Action$/;

/** The name of the called method, or null: "name" for `a.b.name(…)`. */
export function methodName(/** @type {CallExpression} */ call) {
  const { callee } = call;
  return callee.type === "MemberExpression" &&
    !callee.computed &&
    callee.property.type === "Identifier"
    ? callee.property.name
    : null;
}

/** Whether this call creates a Premiere action: `editor.createOverwriteItemAction(…)`. */
export function makesAction(/** @type {CallExpression} */ call) {
  const name = methodName(call);
  return name !== null && ACTION_FACTORY.test(name);
}

export function isFunction(/** @type {Node} */ node) {
  return (
    node.type === "ArrowFunctionExpression" ||
    node.type === "FunctionExpression" ||
    node.type === "FunctionDeclaration"
  );
}

/** Whether `node` is the function passed to a call of `method`. */
function isCallbackOf(/** @type {Rule.Node} */ node, /** @type {string} */ method) {
  const { parent } = node;
  return (
    isFunction(node) &&
    parent?.type === "CallExpression" &&
    methodName(parent) === method &&
    parent.arguments[0] === node
  );
}

/**
 * The callback of `method` that contains and runs `node`; null if there is none. A function that
 * runs later (asynchronously) is not run by the callback around it.
 */
export function callbackAround(/** @type {Rule.Node} */ node, /** @type {string} */ method) {
  for (let at = node.parent; at; at = at.parent) {
    if (isCallbackOf(at, method)) return at;
    if (isFunction(at) && /** @type {Function} */ (at).async) return null;
  }
  return null;
}

/** The variable of an identifier, looked up from its scope outwards. */
export function variableOf(
  /** @type {Rule.RuleContext} */ context,
  /** @type {Node & { name: string }} */ identifier,
) {
  /** @type {Scope.Scope | null} */
  let scope = context.sourceCode.getScope(identifier);
  for (; scope; scope = scope.upper) {
    const variable = scope.set.get(identifier.name);
    if (variable) return variable;
  }
  return null;
}

/** The function of a callback argument: written inline, or declared elsewhere in the file. */
export function functionOf(
  /** @type {Rule.RuleContext} */ context,
  /** @type {Node | undefined} */ node,
) {
  if (!node) return null;
  if (isFunction(node)) return node;
  if (node.type !== "Identifier") return null;
  const definition = variableOf(context, node)?.defs[0]?.node;
  if (!definition) return null;
  if (isFunction(definition)) return definition;
  return definition.type === "VariableDeclarator" && definition.init && isFunction(definition.init)
    ? definition.init
    : null;
}

/** Calls `visit` for every node within `node`, itself included. */
export function walk(
  /** @type {Rule.RuleContext} */ context,
  /** @type {Node} */ node,
  /** @type {(node: Node) => void} */ visit,
) {
  visit(node);
  for (const key of context.sourceCode.visitorKeys[node.type] ?? []) {
    for (const child of [node[key]].flat()) if (child) walk(context, child, visit);
  }
}
