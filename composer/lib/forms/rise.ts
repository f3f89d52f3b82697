import { plan, type FormPlan } from "./plan.ts";

/** One long rise. */
export const rise: FormPlan = [
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
  // The peak after the middle, then a slow decline.
  [
    plan("intro", "a", 0.16, 2, 0),
    plan("statement", "a", 0.4, 1, 0),
    plan("build", "b", 0.68, 1, 1),
    plan("climax", "a", 0.97, 2, 0),
    plan("break", "b", 0.34, 1, 2),
    plan("ending", "a", 0.28, 1, 0),
  ],
  // The theme at once, then two waves, the second higher.
  [
    plan("statement", "a", 0.34, 2, 0),
    plan("build", "b", 0.62, 2, 0),
    plan("climax", "a", 0.86, 1, 2),
    plan("break", "a", 0.26, 1, 1),
    plan("climax", "a", 0.97, 1, 0),
    plan("ending", "a", 0.4, 1, 0),
  ],
];
