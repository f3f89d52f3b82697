import { plan, type FormPlan } from "./plan.ts";

/** Two alternating strains, as in dances and marches. */
export const strains: FormPlan = [
  [
    plan("intro", "a", 0.4, 0.5, 0),
    plan("statement", "a", 0.55, 2, 0),
    plan("variation", "b", 0.7, 2, 0),
    plan("break", "b", 0.38, 1, 3),
    plan("climax", "a", 0.92, 2, 1),
    plan("ending", "a", 0.6, 0.5, 0),
  ],
  // Without an intro; the first strain returns before the last.
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
  // A trio before the second strain, which leads into the ending.
  [
    plan("intro", "a", 0.42, 0.5, 0),
    plan("statement", "a", 0.52, 1, 0),
    plan("break", "b", 0.36, 1, 1),
    plan("climax", "a", 0.9, 1, 2),
    plan("variation", "b", 0.74, 2, 0),
    plan("ending", "a", 0.6, 0.5, 0),
  ],
];
