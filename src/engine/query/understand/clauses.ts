import { isStop, type Token } from "./tokens.ts";
import { CLAUSE_STARTS } from "./words/negators.ts";

/** Whether a clause starts at a token. */
export const startsClause = (tokens: readonly Token[], at: number): boolean =>
  isStop(tokens[at - 1]) || CLAUSE_STARTS.has(tokens[at - 1]?.word ?? "");

/** Whether a clause ends before a token. */
export const endsClause = (tokens: readonly Token[], at: number): boolean =>
  isStop(tokens[at]) || CLAUSE_STARTS.has(tokens[at]?.word ?? "");
