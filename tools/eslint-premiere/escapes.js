import { isFunction, variableOf } from "./ast.js";

/** Whether the value of `node` is returned from the function `home` or stored outside it. */
export function escapes(context, node, home, seen = new Set()) {
  const value = outermost(node);
  const { parent } = value;
  switch (parent.type) {
    case "ArrowFunctionExpression":
      return parent === home && parent.body === value;
    case "ReturnStatement":
      return functionAround(parent) === home;
    case "AssignmentExpression":
      return parent.right === value && isKept(context, parent.left, home, seen);
    case "VariableDeclarator":
      return parent.init === value && isKept(context, parent.id, home, seen);
    case "CallExpression":
      return isCollected(context, parent, value, home, seen);
    default:
      return false;
  }
}

/** `node`, or the array, condition or cast that passes on its value. */
function outermost(node) {
  const { parent } = node;
  const passesOn =
    parent.type === "ArrayExpression" ||
    parent.type === "ObjectExpression" ||
    parent.type === "Property" ||
    parent.type === "SpreadElement" ||
    parent.type === "LogicalExpression" ||
    parent.type === "TSAsExpression" ||
    parent.type === "TSNonNullExpression" ||
    (parent.type === "ConditionalExpression" && parent.test !== node);
  return passesOn ? outermost(parent) : node;
}

/** Whether an assignment to `target` lets the value escape: to a property or an outer variable. */
function isKept(context, target, home, seen) {
  if (target.type !== "Identifier") return true;
  const variable = variableOf(context, target);
  if (variable === null || !isWithin(variable.scope.block, home)) return true;
  if (seen.has(variable)) return false;
  seen.add(variable);
  return variable.references
    .filter((reference) => reference.isRead())
    .some((reference) => escapes(context, reference.identifier, home, seen));
}

const COLLECTING = new Set(["push", "unshift", "add", "set"]);

/** Whether `call` adds `value` to an outer collection: `actions.push(value)`. */
function isCollected(context, call, value, home, seen) {
  const { callee } = call;
  return (
    callee.type === "MemberExpression" &&
    call.arguments.includes(value) &&
    COLLECTING.has(callee.property.name) &&
    isKept(context, callee.object, home, seen)
  );
}

function functionAround(node) {
  return isFunction(node) ? node : functionAround(node.parent);
}

function isWithin(node, ancestor) {
  for (let at = node; at; at = at.parent) if (at === ancestor) return true;
  return false;
}
