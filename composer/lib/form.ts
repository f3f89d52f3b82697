import { forms, type FormName } from "./forms.ts";
import type { SectionPlan } from "./forms/plan.ts";
import type { Rng } from "./rng.ts";
import type { Section } from "./score.ts";

/** Bars in a phrase: four in long pieces, two in short ones, one in the shortest. */
function phraseBars(totalBars: number): number {
  return totalBars >= 28 ? 4 : totalBars >= 8 ? 2 : 1;
}

/** Length and metre for which a form is laid out. */
export interface Frame {
  totalBars: number;
  beatsPerBar: number;
  /** Probability that the last climax is a tone higher. */
  lift: number;
  /** Bars of a chorus that may not be cut, as in a blues. */
  chorus?: number;
}

function withBars(
  plans: readonly SectionPlan[],
  frame: Frame,
): { plan: SectionPlan; bars: number }[] {
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

/** Number of a form's orders, which are numbered from 0. */
export const ordersOf = (form: FormName): number => forms[form].length;

/**
 * Lays a form out over a number of bars.
 * @param order number of the form's order
 * @throws RangeError for an order that the form does not have
 */
export function layOutForm(form: FormName, order: number, frame: Frame, rng: Rng): Section[] {
  const plans = forms[form][order];
  if (!plans) throw new RangeError(`The form "${form}" has no order ${order}`);
  const kept = withBars(plans, frame);
  const last = kept.map(({ plan }) => plan.label).lastIndexOf("climax");
  const lifted = rng.chance(frame.lift);
  let start = 0;
  return kept.map(({ plan: { label, theme, energy }, bars }, index) => {
    const beats = bars * frame.beatsPerBar;
    const section: Section = {
      label,
      theme,
      bars,
      start,
      beats,
      energy: Math.max(0.1, Math.min(1, energy + rng.range(-0.04, 0.04))),
      transpose: lifted && index === last ? 2 : 0,
    };
    start += beats;
    return section;
  });
}
