import { UsageError } from "../lib/usage-error.ts";

export const usage = `Needledrop composer

  compose   --count N --seed S --out DIR [--styles a,b] [--seconds 30] [--order 0..3]
            writes DIR/pieces.jsonl and DIR/midi/<id>.mid; --order builds every piece in that order
            of its form; by default, the seed chooses
  render    DIR [--rate 16000] [--mono] [--format flac|wav] [--vary]
            writes DIR/audio/<id>.flac for every piece that has none yet; --vary sometimes plays
            another sound with the same label
  audit     DIR [--json FILE]
            checks the audio of every piece: silence, clipping, cut ends, length, contrast, tempo
  likeness  [--seed 1001] [--json FILE]
            shows how much motifs, harmony and form pieces of one style share, 0 to 1
  contact-sheet DIR --out FILE.png [--count 64] [--seed 1]
            draws piano rolls and spectrograms of pieces chosen at random
  originals --out DIR [--candidates 2]
            composes, chooses, renders and masters the bundled catalogue
`;

/** Reads "--name value" pairs and flags; refuses unknown names. */
export function readOptions(
  words: readonly string[],
  known: { values: readonly string[]; flags?: readonly string[] },
): { options: Map<string, string>; rest: string[] } {
  const options = new Map<string, string>();
  const rest: string[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? "";
    if (!word.startsWith("--")) {
      rest.push(word);
      continue;
    }
    const name = word.slice(2);
    if (known.flags?.includes(name)) options.set(name, "true");
    else if (known.values.includes(name)) {
      const value = words[i + 1];
      if (value === undefined || value.startsWith("--")) {
        throw new UsageError(`--${name} needs a value.`);
      }
      options.set(name, value);
      i += 1;
    } else throw new UsageError(`There is no option --${name}.\n\n${usage}`);
  }
  return { options, rest };
}

/** A whole number within bounds. Throws a UsageError that names the option and the bounds. */
export function wholeNumber(
  options: ReadonlyMap<string, string>,
  name: string,
  bounds: { low: number; high: number; fallback?: number },
): number {
  const text = options.get(name);
  if (text === undefined && bounds.fallback !== undefined) return bounds.fallback;
  if (text === undefined) throw new UsageError(`--${name} is missing.\n\n${usage}`);
  const value = Number(text);
  if (!Number.isInteger(value) || value < bounds.low || value > bounds.high) {
    throw new UsageError(
      `--${name} must be a whole number from ${bounds.low} to ${bounds.high}, not "${text}".`,
    );
  }
  return value;
}
