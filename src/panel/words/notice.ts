import { asNeedledropError, type NeedledropError } from "../../contract/errors.ts";

/** Something to tell that is not the state of the list. */
export interface Notice {
  readonly kind: "positive" | "negative" | "info";
  readonly text: string;
  /** What failed, if something did. */
  readonly error?: NeedledropError;
}

export const good = (text: string): Notice => ({ kind: "positive", text });
export const info = (text: string): Notice => ({ kind: "info", text });
export const bad = (text: string): Notice => ({ kind: "negative", text });

/** What happened, and what to do next. */
export function failure(thrown: unknown): Notice {
  const error = asNeedledropError(thrown);
  return { kind: "negative", text: `${asSentence(error.what)} ${error.next}`, error };
}

/** What a browser throws often has no full stop. */
const asSentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
