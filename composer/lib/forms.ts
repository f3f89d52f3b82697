import type { SectionLabel } from "./score.ts";

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

const plan = (
  label: SectionLabel,
  theme: "a" | "b",
  energy: number,
  weight: number,
  rank: number,
): SectionPlan => ({ label, theme, energy, weight, rank });

/**
 * The shapes that pieces take, each in several orders, so that pieces of one style are not all built alike. A
 * piece names its order by its place here: new ones go at the end.
 */
export const forms = {
  /** Verse and refrain, a break, the refrain at its fullest. */
  song: [
    [
      plan("intro", "a", 0.3, 1, 0),
      plan("statement", "a", 0.5, 2, 0),
      plan("variation", "b", 0.68, 2, 2),
      plan("break", "b", 0.32, 1, 3),
      plan("climax", "a", 0.92, 2, 0),
      plan("ending", "a", 0.45, 1, 0),
    ],
    // In at once, the break early, a last turn of the refrain.
    [
      plan("statement", "a", 0.54, 2, 0),
      plan("variation", "b", 0.7, 1, 1),
      plan("break", "b", 0.3, 1, 2),
      plan("climax", "a", 0.92, 2, 0),
      plan("variation", "b", 0.6, 1, 3),
      plan("ending", "a", 0.42, 1, 0),
    ],
    // Two refrains, the second the higher.
    [
      plan("intro", "a", 0.28, 1, 0),
      plan("variation", "b", 0.5, 1.5, 0),
      plan("climax", "a", 0.82, 1.5, 2),
      plan("break", "b", 0.3, 1, 1),
      plan("statement", "a", 0.56, 1, 3),
      plan("climax", "a", 0.94, 2, 0),
      plan("ending", "a", 0.4, 1, 0),
    ],
    // Takes its time, then a short and bright refrain.
    [
      plan("intro", "a", 0.24, 2, 0),
      plan("statement", "a", 0.46, 1, 0),
      plan("break", "b", 0.32, 1, 3),
      plan("statement", "a", 0.58, 1, 2),
      plan("variation", "b", 0.74, 2, 1),
      plan("climax", "a", 0.94, 1, 0),
      plan("ending", "a", 0.4, 1, 0),
    ],
  ],
  /** One long rise. */
  rise: [
    [
      plan("intro", "a", 0.18, 1, 0),
      plan("statement", "a", 0.42, 2, 0),
      plan("build", "b", 0.66, 2, 1),
      plan("break", "a", 0.3, 1, 3),
      plan("climax", "a", 0.97, 2, 0),
      plan("ending", "a", 0.4, 1, 0),
    ],
    // Rises, falls back, and rises higher.
    [
      plan("intro", "a", 0.18, 1, 0),
      plan("build", "b", 0.6, 1, 0),
      plan("break", "a", 0.26, 1, 1),
      plan("statement", "a", 0.5, 1, 2),
      plan("climax", "a", 0.97, 2, 0),
      plan("ending", "a", 0.36, 1, 0),
    ],
    // The peak past the middle, then a slow ebb.
    [
      plan("intro", "a", 0.16, 2, 0),
      plan("statement", "a", 0.4, 1, 0),
      plan("build", "b", 0.68, 1, 1),
      plan("climax", "a", 0.97, 2, 0),
      plan("break", "b", 0.34, 1, 2),
      plan("ending", "a", 0.28, 1, 0),
    ],
    // No waiting: a theme, two waves, the second on top.
    [
      plan("statement", "a", 0.34, 2, 0),
      plan("build", "b", 0.62, 2, 0),
      plan("climax", "a", 0.86, 1, 2),
      plan("break", "a", 0.26, 1, 1),
      plan("climax", "a", 0.97, 1, 0),
      plan("ending", "a", 0.4, 1, 0),
    ],
  ],
  /** Dance floor: groove, theme, break-down, drop, out. */
  club: [
    [
      plan("intro", "a", 0.4, 1, 0),
      plan("statement", "a", 0.62, 2, 0),
      plan("break", "b", 0.25, 1, 2),
      plan("build", "b", 0.55, 1, 3),
      plan("climax", "a", 0.95, 2, 0),
      plan("ending", "a", 0.5, 1, 0),
    ],
    // A climb before the theme, the break-down late.
    [
      plan("intro", "a", 0.36, 1, 0),
      plan("build", "b", 0.55, 1, 0),
      plan("statement", "a", 0.7, 2, 2),
      plan("break", "b", 0.25, 1, 1),
      plan("climax", "a", 0.96, 2, 0),
      plan("ending", "a", 0.5, 1, 0),
    ],
    // On the floor at once, the drop before the break-down.
    [
      plan("statement", "a", 0.6, 2, 0),
      plan("build", "b", 0.56, 1, 2),
      plan("climax", "a", 0.94, 2, 0),
      plan("break", "b", 0.26, 1, 1),
      plan("statement", "a", 0.68, 1, 3),
      plan("ending", "a", 0.5, 1, 0),
    ],
    // A long way in, two short drops.
    [
      plan("intro", "a", 0.34, 2, 0),
      plan("statement", "a", 0.6, 1, 1),
      plan("build", "b", 0.55, 1, 0),
      plan("climax", "a", 0.9, 1.5, 2),
      plan("break", "b", 0.25, 1, 3),
      plan("climax", "a", 0.97, 1.5, 0),
      plan("ending", "a", 0.46, 1, 0),
    ],
  ],
  /** Head, solo, head. */
  head: [
    [
      plan("intro", "a", 0.35, 1, 2),
      plan("statement", "a", 0.58, 2, 0),
      plan("solo", "b", 0.8, 2, 0),
      plan("break", "a", 0.35, 1, 3),
      plan("variation", "a", 0.68, 2, 1),
      plan("ending", "a", 0.5, 1, 0),
    ],
    // The head without a word before it, two solos with a breath between.
    [
      plan("statement", "a", 0.54, 2, 0),
      plan("solo", "b", 0.7, 2, 0),
      plan("break", "a", 0.34, 1, 1),
      plan("solo", "b", 0.88, 2, 3),
      plan("variation", "a", 0.64, 2, 2),
      plan("ending", "a", 0.5, 1, 0),
    ],
    // A solo opens.
    [
      plan("intro", "a", 0.33, 1, 1),
      plan("solo", "b", 0.66, 2, 0),
      plan("statement", "a", 0.56, 2, 0),
      plan("break", "a", 0.34, 1, 3),
      plan("variation", "a", 0.82, 2, 2),
      plan("ending", "a", 0.48, 1, 0),
    ],
    // Head twice, the break before the solo, straight out.
    [
      plan("intro", "a", 0.35, 1, 0),
      plan("statement", "a", 0.56, 2, 0),
      plan("variation", "a", 0.68, 2, 2),
      plan("break", "a", 0.35, 1, 1),
      plan("solo", "b", 0.86, 2, 0),
      plan("ending", "a", 0.52, 1, 0),
    ],
  ],
  /** Still water: comes, opens, goes. */
  arc: [
    [
      plan("intro", "a", 0.2, 1, 0),
      plan("statement", "a", 0.38, 2, 0),
      plan("variation", "b", 0.5, 2, 1),
      plan("climax", "a", 0.62, 2, 0),
      plan("break", "b", 0.3, 1, 3),
      plan("ending", "a", 0.22, 1, 0),
    ],
    // There from the start, thins out, opens.
    [
      plan("statement", "a", 0.32, 2, 0),
      plan("variation", "b", 0.46, 1, 1),
      plan("break", "b", 0.24, 1, 2),
      plan("climax", "a", 0.62, 2, 0),
      plan("statement", "a", 0.4, 1, 3),
      plan("ending", "a", 0.2, 1, 0),
    ],
    // Opens soon and takes long to go.
    [
      plan("intro", "a", 0.18, 1, 0),
      plan("variation", "b", 0.44, 1, 0),
      plan("climax", "a", 0.62, 1, 0),
      plan("break", "b", 0.28, 1, 2),
      plan("statement", "a", 0.42, 2, 1),
      plan("ending", "a", 0.2, 2, 0),
    ],
    // Two waves.
    [
      plan("intro", "a", 0.2, 2, 0),
      plan("statement", "a", 0.42, 1, 0),
      plan("break", "b", 0.26, 1, 2),
      plan("variation", "b", 0.48, 1, 1),
      plan("climax", "a", 0.64, 2, 0),
      plan("ending", "a", 0.22, 1, 0),
    ],
  ],
  /** Unrest that tightens, lets go and comes back worse. */
  creep: [
    [
      plan("intro", "a", 0.15, 1, 0),
      plan("statement", "a", 0.38, 2, 0),
      plan("break", "b", 0.16, 1, 2),
      plan("build", "b", 0.66, 2, 1),
      plan("climax", "a", 0.95, 1.5, 0),
      plan("ending", "a", 0.2, 1, 0),
    ],
    // Already there; a false calm in the middle.
    [
      plan("statement", "a", 0.3, 1, 0),
      plan("build", "b", 0.56, 1, 0),
      plan("break", "b", 0.15, 1, 1),
      plan("statement", "a", 0.42, 1, 3),
      plan("climax", "a", 0.95, 2, 0),
      plan("ending", "a", 0.2, 1, 0),
    ],
    // A long silence broken early, and again.
    [
      plan("intro", "a", 0.15, 2, 0),
      plan("statement", "a", 0.38, 1, 0),
      plan("climax", "a", 0.86, 1.5, 2),
      plan("break", "b", 0.16, 1, 1),
      plan("build", "b", 0.6, 1, 3),
      plan("climax", "a", 0.97, 1.5, 0),
      plan("ending", "a", 0.2, 1, 0),
    ],
    // Tightens without letting go.
    [
      plan("intro", "a", 0.15, 1, 0),
      plan("break", "b", 0.22, 1, 2),
      plan("statement", "a", 0.42, 2, 1),
      plan("build", "b", 0.7, 2, 0),
      plan("climax", "a", 0.96, 1, 0),
      plan("ending", "a", 0.2, 2, 0),
    ],
  ],
  /** Two strains in turn, as dances and marches have them. */
  strains: [
    [
      plan("intro", "a", 0.4, 0.5, 0),
      plan("statement", "a", 0.55, 2, 0),
      plan("variation", "b", 0.7, 2, 0),
      plan("break", "b", 0.38, 1, 3),
      plan("climax", "a", 0.92, 2, 1),
      plan("ending", "a", 0.6, 0.5, 0),
    ],
    // Without a call to the floor; the first strain comes back before the last.
    [
      plan("statement", "a", 0.54, 2, 0),
      plan("variation", "b", 0.68, 1, 1),
      plan("statement", "a", 0.6, 1, 3),
      plan("break", "b", 0.38, 1, 2),
      plan("climax", "a", 0.92, 2, 0),
      plan("ending", "a", 0.58, 0.5, 0),
    ],
    // The second strain first.
    [
      plan("intro", "a", 0.4, 1, 0),
      plan("variation", "b", 0.62, 2, 0),
      plan("statement", "a", 0.54, 1, 2),
      plan("break", "b", 0.36, 1, 1),
      plan("climax", "a", 0.92, 2, 0),
      plan("ending", "a", 0.6, 1, 0),
    ],
    // A trio before the second strain, which then has the last word.
    [
      plan("intro", "a", 0.42, 0.5, 0),
      plan("statement", "a", 0.52, 1, 0),
      plan("break", "b", 0.36, 1, 1),
      plan("climax", "a", 0.9, 1, 2),
      plan("variation", "b", 0.74, 2, 0),
      plan("ending", "a", 0.6, 0.5, 0),
    ],
  ],
} satisfies Record<string, readonly (readonly SectionPlan[])[]>;

export type FormName = keyof typeof forms;
