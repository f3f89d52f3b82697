import { briefForms } from "./captions/briefs.ts";
import { tellingOf, type CaptionForm } from "./captions/context.ts";
import { fragmentForms } from "./captions/fragments.ts";
import { fullForms } from "./captions/full.ts";
import { keywordForms } from "./captions/keywords.ts";
import { sceneForms } from "./captions/scenes.ts";
import type { Composition } from "./compose.ts";
import type { PieceFacts } from "./facts.ts";

/** Ways of describing music, in the order of a piece's captions. */
export const registers = ["keyword", "fragment", "brief", "full", "scene"] as const;
export type Register = (typeof registers)[number];

const formsOf: Record<Register, readonly CaptionForm[]> = {
  keyword: keywordForms,
  fragment: fragmentForms,
  brief: briefForms,
  full: fullForms,
  scene: sceneForms,
};

function captionOf(register: Register, piece: Composition, facts: PieceFacts): string {
  const telling = tellingOf(piece, facts, register);
  for (const form of telling.rng.shuffle(formsOf[register])) {
    const caption = form(telling);
    if (caption !== undefined) return caption;
  }
  throw new RangeError(`No ${register} caption fits ${piece.style.name} ${piece.seed}`);
}

/**
 * The same piece as five people would describe it: one caption per register, in their order. Captions state facts
 * only, and never mention singing.
 */
export function captionsOf(piece: Composition, facts: PieceFacts): string[] {
  return registers.map((register) => captionOf(register, piece, facts));
}
