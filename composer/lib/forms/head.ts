import { plan, type FormPlan } from "./plan.ts";

/** Head, solo, head. */
export const head: FormPlan = [
  [
    plan("intro", "a", 0.35, 1, 2),
    plan("statement", "a", 0.58, 2, 0),
    plan("solo", "b", 0.8, 2, 0),
    plan("break", "a", 0.35, 1, 3),
    plan("variation", "a", 0.68, 2, 1),
    plan("ending", "a", 0.5, 1, 0),
  ],
  // The head without an intro, two solos with a break between them.
  [
    plan("statement", "a", 0.54, 2, 0),
    plan("solo", "b", 0.7, 2, 0),
    plan("break", "a", 0.34, 1, 1),
    plan("solo", "b", 0.88, 2, 3),
    plan("variation", "a", 0.64, 2, 2),
    plan("ending", "a", 0.5, 1, 0),
  ],
  // Opens with a solo.
  [
    plan("intro", "a", 0.33, 1, 1),
    plan("solo", "b", 0.66, 2, 0),
    plan("statement", "a", 0.56, 2, 0),
    plan("break", "a", 0.34, 1, 3),
    plan("variation", "a", 0.82, 2, 2),
    plan("ending", "a", 0.48, 1, 0),
  ],
  // The head twice, a break before the solo, a short ending.
  [
    plan("intro", "a", 0.35, 1, 0),
    plan("statement", "a", 0.56, 2, 0),
    plan("variation", "a", 0.68, 2, 2),
    plan("break", "a", 0.35, 1, 1),
    plan("solo", "b", 0.86, 2, 0),
    plan("ending", "a", 0.52, 1, 0),
  ],
];
