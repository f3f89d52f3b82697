import type { Composition } from "../lib/compose.ts";
import { createRng } from "../lib/rng.ts";

/** A title from the style's two columns of words; no other piece has it. */
export function titleFor(piece: Composition, taken: ReadonlySet<string>): string {
  const rng = createRng(`title ${piece.style.name} ${piece.seed}`);
  const [first, second] = piece.style.titles;
  for (;;) {
    const title = `${rng.pick(first)} ${rng.pick(second)}`;
    if (!taken.has(title)) return title;
  }
}

/** The title as a file name: lower case, no accents, hyphens for spaces. */
export function idFor(title: string): string {
  return title
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9 ]/g, "")
    .replaceAll(" ", "-");
}
