import type { Understood } from "../../contract/understanding.ts";
import type { SectionIndex } from "../index/section-index.ts";
import { VOCALS } from "./filters.ts";

/**
 * By how much a section is lowered for each standard deviation that it is nearer than usual to music
 * that is not wanted. Chosen with `tools/evaluate/negations.ts`.
 */
const STRENGTH = 1;

/** A tag is a fact: a section of a tagged track counts as this many standard deviations near. */
const TAGGED = 2;

/** Music that is not wanted. */
export interface Unwanted {
  readonly concept: string;
  /** Standard deviations of penalty for each of nearness. */
  readonly strength: number;
}

/** What a query does not want; "instrumental" says it of vocals. */
export function unwantedIn({ items }: Pick<Understood, "items">): Unwanted[] {
  const unwanted = new Map<string, number>();
  for (const item of items) {
    if (item.kind === "without") unwanted.set(item.label.concept, STRENGTH * item.label.strength);
    if (item.kind === "vocals" && !item.label.sung) unwanted.set(VOCALS, STRENGTH);
  }
  return [...unwanted].map(([concept, strength]) => ({ concept, strength }));
}

/** Raises the nearness of all sections of these tracks to that of tagged ones, in place. */
export function raiseTagged(
  nearness: Float32Array,
  { firstSection }: Pick<SectionIndex, "firstSection">,
  tracks: readonly number[],
): void {
  for (const t of tracks) {
    for (let s = firstSection[t] ?? 0; s < (firstSection[t + 1] ?? 0); s += 1) {
      nearness[s] = Math.max(nearness[s] ?? 0, TAGGED);
    }
  }
}

/**
 * Lowers scores in place by how near each section is to something unwanted. A section that is no
 * nearer than usual is not raised, since being far from drums does not make music fit.
 * @param scores standardised, of the query, float32 [S]
 * @param nearness standardised in the same way, of the unwanted concept, float32 [S]
 */
export function penalise(scores: Float32Array, nearness: Float32Array, strength: number): void {
  for (let s = 0; s < scores.length; s += 1) {
    scores[s] = (scores[s] ?? 0) - strength * Math.max(0, nearness[s] ?? 0);
  }
}
