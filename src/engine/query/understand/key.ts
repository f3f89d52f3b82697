import { parseTonic, MODES } from "../key-name.ts";
import { endsClause } from "./clauses.ts";
import { found, type Query, type Reading } from "./reading.ts";
import type { Match } from "./sequences.ts";
import { matchWords, type Token } from "./tokens.ts";

const LEADS = [
  ["in", "the", "key", "of"],
  ["in", "key", "of"],
  ["the", "key", "of"],
  ["key", "of"],
  ["key", ":"],
  ["key", "="],
  ["in"],
];

/**
 * Reads a key: "in D minor", "in the key of F sharp", "key: Bb major", "C# min". An "a" is often an
 * article ("in a minor accident"), so A counts only where its clause ends.
 */
export function readKey(query: Query, at: number): Reading | null {
  const { text, tokens } = query;
  const { to: from, value: lead } = leadAt(tokens, at);
  const tonic = tonicAt(tokens, from);
  if (tonic === null) return null;
  const mode = MODES.get(tokens[tonic.to]?.word ?? "") ?? null;
  const named = lead.includes("key");
  if (mode === null && !named) return null;
  const to = mode === null ? tonic.to : tonic.to + 1;
  const letter = text.charAt(tokens[from]?.start ?? 0);
  const isNote = tonic.to > from + 1 || (letter !== letter.toLowerCase() && letter !== "A");
  if (!named && lead.length === 0 && !(isNote || (letter === "A" && endsClause(tokens, to)))) {
    return null;
  }
  if (!isNote && letter.toLowerCase() === "a" && !endsClause(tokens, to)) return null;
  const stretch = { from: at, to };
  const key = { tonic: tonic.value, mode };
  return { found: [found(query, stretch, "key", key)], removed: [stretch], to };
}

function leadAt(tokens: readonly Token[], at: number): Match<readonly string[]> {
  for (const words of LEADS) {
    const to = matchWords(tokens, at, words);
    if (to !== null) return { to, value: words };
  }
  return { to: at, value: [] };
}

/** "D", "F sharp", "C#", "Bb", "b flat" */
function tonicAt(tokens: readonly Token[], at: number): Match<string> | null {
  const word = tokens[at]?.word ?? "";
  const next = tokens[at + 1];
  const sign = next?.word ?? "";
  const touches = next?.start === tokens[at]?.end;
  const isSign = sign === "sharp" || sign === "flat" || (touches && SIGNS.has(sign));
  const withSign = isSign ? parseTonic(word + sign) : null;
  if (withSign !== null) return { to: at + 2, value: withSign };
  const alone = parseTonic(word);
  return alone === null ? null : { to: at + 1, value: alone };
}

const SIGNS = new Set(["#", "\u266f", "\u266d"]);
