import { plan, type FormPlan } from "./plan.ts";

/** One calm arc: it arrives, opens and fades. */
export const arc: FormPlan = [
  [
    plan("intro", "a", 0.2, 1, 0),
    plan("statement", "a", 0.38, 2, 0),
    plan("variation", "b", 0.5, 2, 1),
    plan("climax", "a", 0.62, 2, 0),
    plan("break", "b", 0.3, 1, 3),
    plan("ending", "a", 0.22, 1, 0),
  ],
  // Full from the start, thins out, opens again.
  [
    plan("statement", "a", 0.32, 2, 0),
    plan("variation", "b", 0.46, 1, 1),
    plan("break", "b", 0.24, 1, 2),
    plan("climax", "a", 0.62, 2, 0),
    plan("statement", "a", 0.4, 1, 3),
    plan("ending", "a", 0.2, 1, 0),
  ],
  // Opens soon and fades slowly.
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
];
