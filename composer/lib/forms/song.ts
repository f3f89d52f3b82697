import { plan, type FormPlan } from "./plan.ts";

/** Verse and refrain, a break, a full refrain. */
export const song: FormPlan = [
  [
    plan("intro", "a", 0.3, 1, 0),
    plan("statement", "a", 0.5, 2, 0),
    plan("variation", "b", 0.68, 2, 2),
    plan("break", "b", 0.32, 1, 3),
    plan("climax", "a", 0.92, 2, 0),
    plan("ending", "a", 0.45, 1, 0),
  ],
  // Full at once, an early break, a last refrain.
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
  // A long verse, then a short and bright refrain.
  [
    plan("intro", "a", 0.24, 2, 0),
    plan("statement", "a", 0.46, 1, 0),
    plan("break", "b", 0.32, 1, 3),
    plan("statement", "a", 0.58, 1, 2),
    plan("variation", "b", 0.74, 2, 1),
    plan("climax", "a", 0.94, 1, 0),
    plan("ending", "a", 0.4, 1, 0),
  ],
];
