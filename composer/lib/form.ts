import { forms, type FormName, type SectionPlan } from "./forms.ts";
import type { Rng } from "./rng.ts";
import type { Section } from "./score.ts";

/** Whole phrases where there is room: fours in long pieces, pairs in short ones. */
function phraseBars(totalBars: number): number {
  return totalBars >= 28 ? 4 : totalBars >= 8 ? 2 : 1;
}

/** What a form is laid out over. */
export interface Frame {
  totalBars: number;
  beatsPerBar: number;
  /** How likely the last climax stands a tone higher. */
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

/** How many orders a form has; a piece may be asked for one of them by its number, from 0. */
export const ordersOf = (form: FormName): number => forms[form].length;

/**
 * Lays a form out over a number of bars.
 * @param order which of the form's orders
 * @throws RangeError for an order that the form does not have
 */
export function layOutForm(form: FormName, order: number, frame: Frame, rng: Rng): Section[] {
  const plans: readonly SectionPlan[] | undefined = forms[form][order];
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
