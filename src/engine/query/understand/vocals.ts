import { endsClause } from "./clauses.ts";
import { found, type Query, type Reading } from "./reading.ts";
import { sequences } from "./sequences.ts";
import { COPULAS } from "./words/negators.ts";
import { INSTRUMENTAL, NOT_MUSIC, SUNG } from "./words/vocals.ts";

const instrumentalAt = sequences(INSTRUMENTAL.map((words) => [words, false] as const));
const sungAt = sequences(SUNG.map((words) => [words, true] as const));

/**
 * Reads whether somebody sings: "instrumental only", "with vocals", "female singer". The words stay
 * in the text that is embedded, which says what kind of voice.
 */
export function readVocals(query: Query, at: number): Reading | null {
  const { tokens } = query;
  const match = instrumentalAt(tokens, at) ?? sungAt(tokens, at);
  if (match === null) return null;
  const { to, value: sung } = match;
  const next = tokens[to]?.word ?? "";
  // "He was instrumental in the victory"; "the female singer leaves the stage".
  if (!sung && (NOT_MUSIC.has(next) || COPULAS.has(tokens[at - 1]?.word ?? ""))) return null;
  if (sung && !endsClause(tokens, to)) return null;
  return { found: [found(query, { from: at, to }, "vocals", { sung })], removed: [], to };
}
