import * as v from "valibot";

/** A text of at most `limit` UTF-16 units. */
export const text = (limit: number) => v.pipe(v.string(), v.maxLength(limit));
/** A time or a length: finite, not negative. */
export const seconds = v.pipe(v.number(), v.finite(), v.minValue(0));
/** A zero-based index, or a count. */
export const index = v.pipe(v.number(), v.integer(), v.minValue(0));
