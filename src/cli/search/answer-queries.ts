import { QUERY_LIMIT, type SearchRequest } from "../../contract/search.ts";
import { EmptyQueryError, UsageError, type NeedledropError } from "../../contract/errors.ts";
import type { FusedSearcher } from "../../engine/query/fuse.ts";
import type { Lines } from "../command.ts";
import { answerJson } from "./answer-json.ts";
import type { QueryLine } from "./query-file.ts";

/** The request without its sentence. */
export type CommonRequest = Omit<SearchRequest, "query">;

/**
 * Searches for each sentence in turn. A line that cannot be searched for gives an error with its
 * line number in place of an answer.
 * @param loadMs milliseconds that opening took; reported with the first answer
 * @param note receives a message about each line that is cut
 * @throws DeviceError the device failed.
 */
export async function* answerQueries(
  searcher: Pick<FusedSearcher, "search">,
  queries: readonly QueryLine[],
  common: CommonRequest,
  loadMs: number,
  note: (text: string) => void,
): Lines["lines"] {
  let load = loadMs;
  for (const { at, query } of queries) {
    if (query !== null && query.length > QUERY_LIMIT) {
      note(`${at}: only the first ${QUERY_LIMIT} characters are searched for.`);
    }
    try {
      const answer = await searcher.search({ ...common, query: utf8(query) });
      yield { json: answerJson({ ...answer, ms: { ...answer.ms, load } }) };
      load = 0;
    } catch (thrown) {
      if (!(thrown instanceof EmptyQueryError || thrown instanceof UsageError)) throw thrown;
      yield located(thrown, at);
    }
  }
}

function utf8(query: string | null): string {
  if (query !== null) return query;
  throw new UsageError({ what: "The line is not UTF-8 text.", next: "Save the file as UTF-8." });
}

function located(error: EmptyQueryError | UsageError, input: string): NeedledropError {
  const { what, next } = error;
  return error instanceof EmptyQueryError
    ? new EmptyQueryError({ what, input, next })
    : new UsageError({ what, input, next });
}
