import { asNeedledropError, type NeedledropError } from "../../contract/errors.ts";
import type { Action } from "../model/keys.ts";

/** What can be done next: a button in the notice. */
export interface NoticeAct {
  readonly action: Action;
  readonly text: string;
}

/** Something to tell that is not the state of the list. */
export interface Notice {
  readonly kind: "positive" | "negative" | "info";
  readonly text: string;
  /** What failed, if something did. */
  readonly error?: NeedledropError;
  readonly acts?: readonly NoticeAct[];
}

export const good = (text: string, ...acts: NoticeAct[]): Notice =>
  acts.length === 0 ? { kind: "positive", text } : { kind: "positive", text, acts };
export const info = (text: string): Notice => ({ kind: "info", text });
export const bad = (text: string): Notice => ({ kind: "negative", text });

/** What happened, and what to do next. */
export function failure(thrown: unknown): Notice {
  const error = asNeedledropError(thrown);
  return { kind: "negative", text: `${asSentence(error.what)} ${error.next}`, error };
}

/** What a browser throws often has no full stop. */
const asSentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** In milliseconds: a look, and what a slow reader needs for each character. */
const LOOK = 3000;
const PER_CHARACTER = 60;
/** And to decide what to do next. */
const PER_ACT = 3000;

/** How long a notice that goes by itself stays, in milliseconds. */
export const readingTime = ({ text, acts = [] }: Notice): number =>
  LOOK + PER_CHARACTER * text.length + PER_ACT * acts.length;
