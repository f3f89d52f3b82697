import * as v from "valibot";
import { UsageError } from "../../contract/errors.ts";
import { RESULT_LIMIT, SearchRequestSchema, type SearchRequest } from "../../contract/search.ts";

/**
 * The request, if it is one.
 * @throws UsageError it is malformed; the error names the field.
 */
export function checkRequest(request: SearchRequest): SearchRequest {
  const parsed = v.safeParse(SearchRequestSchema, request, { abortEarly: true });
  if (parsed.success) return request;
  const [issue] = parsed.issues;
  const field = v.getDotPath(issue);
  throw new UsageError({
    what: `The search request is malformed${field === null ? "" : ` at "${field}"`}: ${issue.message}.`,
    next: "Correct it, or leave it out.",
  });
}

/**
 * Refuses a part of the results that cannot be given.
 * @throws UsageError a place is no whole number, or more results are asked for than an answer holds.
 */
export function checkPlace(from: number, count: number): void {
  if (isWhole(from) && isWhole(count) && count <= RESULT_LIMIT) return;
  throw new UsageError({
    what: `Asked for ${count} results from place ${from} on.`,
    next: `Ask for at most ${RESULT_LIMIT} results at a time, from 0 on.`,
  });
}

const isWhole = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
