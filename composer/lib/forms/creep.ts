import { plan, type FormPlan } from "./plan.ts";

/** Tension that grows, is released and returns stronger. */
export const creep: FormPlan = [
  [
    plan("intro", "a", 0.15, 1, 0),
    plan("statement", "a", 0.38, 2, 0),
    plan("break", "b", 0.16, 1, 2),
    plan("build", "b", 0.66, 2, 1),
    plan("climax", "a", 0.95, 1.5, 0),
    plan("ending", "a", 0.2, 1, 0),
  ],
  // Tense from the start; a false calm in the middle.
  [
    plan("statement", "a", 0.3, 1, 0),
    plan("build", "b", 0.56, 1, 0),
    plan("break", "b", 0.15, 1, 1),
    plan("statement", "a", 0.42, 1, 3),
    plan("climax", "a", 0.95, 2, 0),
    plan("ending", "a", 0.2, 1, 0),
  ],
  // A long quiet opening, interrupted early and again later.
  [
    plan("intro", "a", 0.15, 2, 0),
    plan("statement", "a", 0.38, 1, 0),
    plan("climax", "a", 0.86, 1.5, 2),
    plan("break", "b", 0.16, 1, 1),
    plan("build", "b", 0.6, 1, 3),
    plan("climax", "a", 0.97, 1.5, 0),
    plan("ending", "a", 0.2, 1, 0),
  ],
  // Grows without release.
  [
    plan("intro", "a", 0.15, 1, 0),
    plan("break", "b", 0.22, 1, 2),
    plan("statement", "a", 0.42, 2, 1),
    plan("build", "b", 0.7, 2, 0),
    plan("climax", "a", 0.96, 1, 0),
    plan("ending", "a", 0.2, 2, 0),
  ],
];
