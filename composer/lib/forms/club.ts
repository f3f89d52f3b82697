import { plan, type FormPlan } from "./plan.ts";

/** Club music: groove, theme, breakdown, drop, outro. */
export const club: FormPlan = [
  [
    plan("intro", "a", 0.4, 1, 0),
    plan("statement", "a", 0.62, 2, 0),
    plan("break", "b", 0.25, 1, 2),
    plan("build", "b", 0.55, 1, 3),
    plan("climax", "a", 0.95, 2, 0),
    plan("ending", "a", 0.5, 1, 0),
  ],
  // A build before the theme, a late breakdown.
  [
    plan("intro", "a", 0.36, 1, 0),
    plan("build", "b", 0.55, 1, 0),
    plan("statement", "a", 0.7, 2, 2),
    plan("break", "b", 0.25, 1, 1),
    plan("climax", "a", 0.96, 2, 0),
    plan("ending", "a", 0.5, 1, 0),
  ],
  // Full at once, with the drop before the breakdown.
  [
    plan("statement", "a", 0.6, 2, 0),
    plan("build", "b", 0.56, 1, 2),
    plan("climax", "a", 0.94, 2, 0),
    plan("break", "b", 0.26, 1, 1),
    plan("statement", "a", 0.68, 1, 3),
    plan("ending", "a", 0.5, 1, 0),
  ],
  // A long intro, two short drops.
  [
    plan("intro", "a", 0.34, 2, 0),
    plan("statement", "a", 0.6, 1, 1),
    plan("build", "b", 0.55, 1, 0),
    plan("climax", "a", 0.9, 1.5, 2),
    plan("break", "b", 0.25, 1, 3),
    plan("climax", "a", 0.97, 1.5, 0),
    plan("ending", "a", 0.46, 1, 0),
  ],
];
