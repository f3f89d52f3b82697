/** How Premiere's bindings complain; both wordings are the host's own. */

/** @throws Error fewer parameters than `count` were given */
export function need(given: readonly unknown[], count: number): void {
  if (given.length < count) throw new Error("Not Enough Parameters");
}

/** @throws Error `value` is no handle of this very class: cast wrappers are none */
export function handle<T>(type: abstract new (...parameters: never[]) => T, value: unknown): T {
  if (value instanceof type) return value;
  throw new Error("Invalid parameter.");
}

/** A fake as the official type it stands for; its class has been checked against that type. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- Names the type.
export function official<T>(fake: unknown): T {
  return fake as T;
}
