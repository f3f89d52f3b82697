import type { Key } from "../../../contract/understanding.ts";
import type { Lexicon } from "./lexicon.ts";
import {
  endsClause,
  found,
  render,
  sequences,
  startsClause,
  type Match,
  type Query,
  type Reading,
  type Token,
} from "./tokens.ts";
import { COPULAS } from "./words/negation.ts";
import {
  INSTRUMENTAL,
  KEY_LEADS,
  LITTLE,
  MODES,
  NATURALS,
  NOT_MUSIC,
  SIGNS,
  SUNG,
  TONICS,
} from "./words/wanted.ts";

const keyLeadAt = sequences(KEY_LEADS);
const instrumentalAt = sequences(INSTRUMENTAL.map((words) => [words, false] as const));
const sungAt = sequences(SUNG.map((words) => [words, true] as const));
const littleAt = sequences(LITTLE);

/**
 * Reads a key: "in D minor", "in the key of F sharp", "key: Bb major", "C# min". An "a" is often an
 * article ("in a minor accident"), so A counts only where its clause ends.
 */
export function readKey(query: Query, at: number): Reading | null {
  const { text, tokens } = query;
  const lead = keyLeadAt(tokens, at);
  const from = lead?.to ?? at;
  const tonic = tonicAt(tokens, from);
  if (tonic === null) return null;
  const mode = MODES.get(tokens[tonic.to]?.word ?? "") ?? null;
  const named = lead?.value ?? false;
  if (mode === null && !named) return null;
  const to = mode === null ? tonic.to : tonic.to + 1;
  const letter = text.charAt(tokens[from]?.start ?? 0);
  const isNote = tonic.to > from + 1 || (letter !== letter.toLowerCase() && letter !== "A");
  if (lead === null && !(isNote || (letter === "A" && endsClause(tokens, to)))) return null;
  if (!isNote && letter.toLowerCase() === "a" && !endsClause(tokens, to)) return null;
  const stretch = { from: at, to };
  const key = { tonic: tonic.value, mode };
  return { found: [found(query, stretch, "key", key)], removed: [stretch], to };
}

const MARKS = new Set(["#", "\u266f", "\u266d"]);

/** "D", "F sharp", "C#", "Bb", "b flat" */
function tonicAt(tokens: readonly Token[], at: number): Match<string> | null {
  const word = tokens[at]?.word ?? "";
  const next = tokens[at + 1];
  const sign = next?.word ?? "";
  const touches = next?.start === tokens[at]?.end;
  const isSign = sign === "sharp" || sign === "flat" || (touches && MARKS.has(sign));
  const withSign = isSign ? parseTonic(word + sign) : null;
  if (withSign !== null) return { to: at + 2, value: withSign };
  const alone = parseTonic(word);
  return alone === null ? null : { to: at + 1, value: alone };
}

/** A tonic in lower case, "c#", "bb" or "fsharp", with flats as sharps; null if it is none. */
export function parseTonic(name: string): string | null {
  const natural = NATURALS.get(name.charAt(0));
  const sign = SIGNS.get(name.slice(1));
  if (natural === undefined || sign === undefined) return null;
  return TONICS[(natural + sign + 12) % 12] ?? null;
}

/**
 * A track's key as catalogues write it: "Eb minor", "F# phrygian", "Am", "C". Null if it is written
 * otherwise, and so not known.
 */
export function parseKey(name: string): Key | null {
  const [first = "", ...rest] = name.trim().toLowerCase().split(/\s+/);
  const short = rest.length === 0 && first.length > 1 && first.endsWith("m");
  const tonic = parseTonic(short ? first.slice(0, -1) : first);
  if (tonic === null) return null;
  if (short) return { tonic, mode: "minor" };
  const mode = rest.join(" ");
  return { tonic, mode: mode === "" ? "major" : (MODES.get(mode) ?? mode) };
}

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

/** Most words of what is wanted a little. */
const FEW = 3;

/**
 * Reads what is wanted a little, as a clause of its own: "mostly calm, a little hopeful", "pads with
 * a hint of brass". In "a slightly sad piano" the words belong together, and stay.
 */
export function readWeight(query: Query, lexicon: Lexicon, at: number): Reading | null {
  const { tokens } = query;
  const little = littleAt(tokens, at);
  if (little === null || !startsClause(tokens, at)) return null;
  let to = little.to;
  for (let i = 0; i < FEW; i += 1) to = lexicon.conceptAt(tokens, to)?.to ?? to;
  if (to === little.to || !endsClause(tokens, to)) return null;
  const stretch = { from: at, to };
  const label = { words: render(query, little.to, to), weight: little.value };
  return { found: [found(query, stretch, "weight", label)], removed: [stretch], to };
}
