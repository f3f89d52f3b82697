import type { SectionLabel } from "../score.ts";

/** One section of a form. Its energy decides the players and how hard they play. */
export interface SectionPlan {
  label: SectionLabel;
  theme: "a" | "b";
  energy: number;
  /** Share of the piece; in a form of choruses, 2 is a whole chorus. */
  weight: number;
  /** Short pieces leave out the highest ranks first; rank 0 always stays. */
  rank: number;
}

export const plan = (
  label: SectionLabel,
  theme: "a" | "b",
  energy: number,
  weight: number,
  rank: number,
): SectionPlan => ({ label, theme, energy, weight, rank });

/**
 * A form in several orders, so that pieces of one style differ in structure. A piece refers to its order by its
 * place in this list, so add new orders at the end.
 */
export type FormPlan = readonly (readonly SectionPlan[])[];
