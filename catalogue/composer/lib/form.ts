import type { Rng } from "./rng.ts";
import type { Section, SectionLabel } from "./score.ts";

interface Plan {
  label: SectionLabel;
  theme: "a" | "b";
  energy: number;
  /** Share of the piece. */
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
): Plan => ({ label, theme, energy, weight, rank });

/** The shapes that pieces take. Energy decides who plays and how hard. */
const forms = {
  /** Verse and refrain, a break, the refrain at its fullest. */
  song: [
    plan("intro", "a", 0.3, 1, 0),
    plan("statement", "a", 0.5, 2, 0),
    plan("variation", "b", 0.68, 2, 2),
    plan("break", "b", 0.32, 1, 3),
    plan("climax", "a", 0.92, 2, 0),
    plan("ending", "a", 0.45, 1, 0),
  ],
  /** One long rise. */
  rise: [
    plan("intro", "a", 0.18, 1, 0),
    plan("statement", "a", 0.42, 2, 0),
    plan("build", "b", 0.66, 2, 1),
    plan("break", "a", 0.3, 1, 3),
    plan("climax", "a", 0.97, 2, 0),
    plan("ending", "a", 0.4, 1, 0),
  ],
  /** Dance floor: groove, theme, break-down, drop, out. */
  club: [
    plan("intro", "a", 0.4, 1, 0),
    plan("statement", "a", 0.62, 2, 0),
    plan("break", "b", 0.25, 1, 2),
    plan("build", "b", 0.55, 1, 3),
    plan("climax", "a", 0.95, 2, 0),
    plan("ending", "a", 0.5, 1, 0),
  ],
  /** Head, solo, head. */
  head: [
    plan("intro", "a", 0.35, 1, 2),
    plan("statement", "a", 0.58, 2, 0),
    plan("solo", "b", 0.8, 2, 0),
    plan("break", "a", 0.35, 1, 3),
    plan("variation", "a", 0.68, 2, 1),
    plan("ending", "a", 0.5, 1, 0),
  ],
  /** Still water: comes, opens, goes. */
  arc: [
    plan("intro", "a", 0.2, 1, 0),
    plan("statement", "a", 0.38, 2, 0),
    plan("variation", "b", 0.5, 2, 1),
    plan("climax", "a", 0.62, 2, 0),
    plan("break", "b", 0.3, 1, 3),
    plan("ending", "a", 0.22, 1, 0),
  ],
  /** Unrest that tightens, lets go and comes back worse. */
  creep: [
    plan("intro", "a", 0.15, 1, 0),
    plan("statement", "a", 0.38, 2, 0),
    plan("break", "b", 0.16, 1, 2),
    plan("build", "b", 0.66, 2, 1),
    plan("climax", "a", 0.95, 1.5, 0),
    plan("ending", "a", 0.2, 1, 0),
  ],
  /** Two strains in turn, as dances and marches have them. */
  strains: [
    plan("intro", "a", 0.4, 0.5, 0),
    plan("statement", "a", 0.55, 2, 0),
    plan("variation", "b", 0.7, 2, 0),
    plan("break", "b", 0.38, 1, 3),
    plan("climax", "a", 0.92, 2, 1),
    plan("ending", "a", 0.6, 0.5, 0),
  ],
} satisfies Record<string, Plan[]>;

export type FormName = keyof typeof forms;

/** Whole phrases where there is room: fours in long pieces, pairs in short ones. */
function phraseBars(totalBars: number): number {
  return totalBars >= 28 ? 4 : totalBars >= 8 ? 2 : 1;
}

/** What a form is laid out over. */
export interface Frame {
  totalBars: number;
  beatsPerBar: number;
  /** How likely the climax stands a tone higher. */
  lift: number;
  /** Bars of a chorus that may not be cut, as in a blues. */
  chorus?: number;
}

function withBars(plans: readonly Plan[], frame: Frame): { plan: Plan; bars: number }[] {
  const { totalBars, chorus } = frame;
  if (chorus !== undefined && totalBars >= chorus * 2 + 6) {
    const whole = plans.map((each) => ({ plan: each, bars: each.weight >= 2 ? chorus : 4 }));
    for (let rank = 3; rank > 0; rank -= 1) {
      const sum = whole.reduce((bars, each) => bars + each.bars, 0);
      if (sum <= totalBars * 1.1) break;
      whole.splice(0, whole.length, ...whole.filter((each) => each.plan.rank < rank));
    }
    return whole;
  }
  const unit = phraseBars(totalBars);
  let kept = plans;
  for (let rank = 3; rank > 0 && kept.length * unit > totalBars * 0.8; rank -= 1) {
    kept = kept.filter((each) => each.rank < rank);
  }
  const weights = kept.reduce((sum, each) => sum + each.weight, 0);
  return kept.map((each) => ({
    plan: each,
    bars: Math.max(1, Math.round((totalBars * each.weight) / weights / unit)) * unit,
  }));
}

/** Lays a form out over a number of bars. */
export function layOutForm(form: FormName, frame: Frame, rng: Rng): Section[] {
  const lifted = rng.chance(frame.lift);
  let start = 0;
  return withBars(forms[form], frame).map(({ plan: { label, theme, energy }, bars }) => {
    const beats = bars * frame.beatsPerBar;
    const section: Section = {
      label,
      theme,
      bars,
      start,
      beats,
      energy: Math.max(0.1, Math.min(1, energy + rng.range(-0.04, 0.04))),
      transpose: lifted && label === "climax" ? 2 : 0,
    };
    start += beats;
    return section;
  });
}
