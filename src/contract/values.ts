import * as v from "valibot";

/** Schema of a text of at most `limit` UTF-16 units. */
export const text = (limit: number) => v.pipe(v.string(), v.maxLength(limit));
/** Schema of a time or a length in seconds: finite and not negative. */
export const seconds = v.pipe(v.number(), v.finite(), v.minValue(0));
/** Schema of a zero-based index, or of a count: a whole number, not negative. */
export const index = v.pipe(v.number(), v.integer(), v.minValue(0));
