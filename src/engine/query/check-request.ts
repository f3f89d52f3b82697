import * as v from "valibot";
import { RESULT_LIMIT, type SearchRequest } from "../../contract/engine.ts";
import { UsageError } from "../../contract/errors.ts";
import { LITERAL_LIMIT, LiteralSchema } from "../../contract/understanding.ts";

/**
 * Refuses a request that no search can answer.
 * @throws UsageError the limit is not 1 to `RESULT_LIMIT`, or `literal` is too long.
 */
export function checkRequest({ limit, literal }: SearchRequest): void {
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= RESULT_LIMIT)) {
    throw new UsageError({
      what: `Asked for ${limit} results.`,
      next: `Ask for 1 to ${RESULT_LIMIT} results.`,
    });
  }
  if (!v.is(v.optional(LiteralSchema), literal)) {
    throw new UsageError({
      what: "The phrases to be read as plain words are too many, or are no phrases.",
      next: `Give at most ${LITERAL_LIMIT} phrases of the query.`,
    });
  }
}
