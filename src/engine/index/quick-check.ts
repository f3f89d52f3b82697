import type * as v from "valibot";

/** Whether a value surely passes a schema, and would come out of it as it is. */
export type QuickCheck = (value: unknown) => boolean;

type Schema = v.GenericSchema;
type Step = Schema | v.PipeItem<unknown, unknown, v.BaseIssue<unknown>>;

const never: QuickCheck = () => false;

/**
 * A check made from a valibot schema, several times as fast as the schema since it makes nothing: no
 * copies, no issues. It knows plain types and bounds; of what it does not know, and of objects with
 * keys that the schema would drop, it says no. So a no means only that the schema has to be asked.
 */
export function quickCheck(schema: Schema): QuickCheck {
  const steps = (schema as { pipe?: readonly Step[] }).pipe;
  const [first] = steps ?? [];
  if (steps === undefined || first === undefined) return typeCheck(schema);
  const bounds = steps.slice(1).map(boundCheck);
  return bounds.reduce<QuickCheck>(
    (before, bound) => (value) => before(value) && bound(value),
    quickCheck(first as Schema), // It may have bounds of its own.
  );
}

/** What there may be in a schema; each kind has some of it. */
interface Parts {
  readonly type: string;
  readonly literal?: unknown;
  readonly options?: readonly unknown[];
  readonly wrapped?: Schema;
  readonly item?: Schema;
  readonly key?: string;
  readonly entries?: Readonly<Record<string, Schema>>;
}

function typeCheck(schema: Schema): QuickCheck {
  const { type, literal, options = [], wrapped, item, key, entries } = schema as Parts;
  switch (type) {
    case "string":
    case "boolean":
      return (value) => typeof value === type;
    case "number":
      return (value) => typeof value === "number" && !Number.isNaN(value);
    case "literal":
      return (value) => value === literal;
    case "picklist":
      return (value) => options.includes(value);
    case "nullable":
    case "optional":
      return wrapped === undefined ? never : absentOr(type, quickCheck(wrapped));
    case "array":
      return item === undefined ? never : arrayOf(quickCheck(item));
    case "object":
      return entries === undefined ? never : objectOf(entries);
    case "variant":
      return key === undefined ? never : variantOf(options as readonly Schema[]);
    default:
      return never;
  }
}

function absentOr(type: "nullable" | "optional", check: QuickCheck): QuickCheck {
  const absent = type === "nullable" ? null : undefined;
  return (value) => value === absent || check(value);
}

const arrayOf =
  (check: QuickCheck): QuickCheck =>
  (value) =>
    Array.isArray(value) && value.every(check);

function objectOf(entries: Readonly<Record<string, Schema>>): QuickCheck {
  const fields = Object.entries(entries).map(([key, schema]) => ({
    key,
    check: quickCheck(schema),
    isNeeded: schema.type !== "optional",
  }));
  return (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    let left = 0;
    for (const key in value) if (Object.hasOwn(value, key)) left += 1;
    for (const { key, check, isNeeded } of fields) {
      const content = (value as Readonly<Record<string, unknown>>)[key];
      if (content === undefined) {
        if (isNeeded) return false;
      } else if (check(content)) left -= 1;
      else return false;
    }
    return left === 0; // Else there are keys that the schema would drop.
  };
}

/** Options differ in their key, so at most one says yes. */
function variantOf(options: readonly Schema[]): QuickCheck {
  const checks = options.map(quickCheck);
  return (value) => checks.some((check) => check(value));
}

function boundCheck(step: Step): QuickCheck {
  const { type, requirement } = step as { type: string; requirement?: unknown };
  if (type === "integer") return Number.isInteger;
  if (type === "finite") return Number.isFinite;
  if (type === "regex" && requirement instanceof RegExp) {
    return (value) => requirement.test(value as string);
  }
  if (typeof requirement !== "number") return never;
  const length = (value: unknown): number => (value as string | readonly unknown[]).length;
  switch (type) {
    case "min_length":
      return (value) => length(value) >= requirement;
    case "max_length":
      return (value) => length(value) <= requirement;
    case "min_value":
      return (value) => (value as number) >= requirement;
    case "max_value":
      return (value) => (value as number) <= requirement;
    default:
      return never;
  }
}
