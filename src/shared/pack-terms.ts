// As a word of its own, so that "NCSA" or "Nunc" is none; "PolyForm-Noncommercial-1.0.0" is one.
const NON_COMMERCIAL = /(^|[^a-z])(nc|non-?commercial)([^a-z]|$)/i;
const CREATIVE_COMMONS = /^CC-(BY(?:-[A-Z]{2})*)-(\d\.\d)$/;

/**
 * What an editor who works for money must know of a pack: a sentence where its licence forbids
 * that or is not known, null otherwise. What a pack makes, its embeddings and so its rankings, is under it too.
 * @param licence SPDX identifier, or the licence's name
 */
export function packTerms(licence: string): string | null {
  if (licence === "unknown") return "This pack does not state its licence. Ask its authors.";
  if (!NON_COMMERCIAL.test(licence)) return null;
  const name = licence.replace(CREATIVE_COMMONS, "CC $1 $2");
  return `This pack's licence (${name}) allows non-commercial use only.`;
}
