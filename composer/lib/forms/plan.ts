import type { SectionLabel } from "../score.ts";

/** One section of a form. Energy decides who plays and how hard. */
export interface SectionPlan {
  label: SectionLabel;
  theme: "a" | "b";
  energy: number;
  /** Share of the piece; in a form of choruses two is a whole one. */
  weight: number;
  /** A short piece leaves out the highest ranks first; 0 always stays. */
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
 * One shape in several orders, so that pieces of one style are not all built alike. A piece names its order by
 * its place here: new ones go at the end.
 */
export type FormPlan = readonly (readonly SectionPlan[])[];
