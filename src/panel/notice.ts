import { asNeedledropError } from "../contract/errors.ts";

/** Something to tell that is not the state of the list. */
export interface Notice {
  readonly kind: "positive" | "negative" | "info";
  readonly text: string;
}

export const good = (text: string): Notice => ({ kind: "positive", text });
export const info = (text: string): Notice => ({ kind: "info", text });
export const bad = (text: string): Notice => ({ kind: "negative", text });

/** What happened, and what to do next. */
export function failure(thrown: unknown): Notice {
  const { what, next } = asNeedledropError(thrown);
  return bad(`${what} ${next}`);
}
