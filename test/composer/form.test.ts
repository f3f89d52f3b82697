import { describe, expect, it } from "vitest";
import { layOutForm, ordersOf } from "../../composer/lib/form.ts";
import { forms, type FormName } from "../../composer/lib/forms.ts";
import { createRng } from "../../composer/lib/rng.ts";

const names = Object.keys(forms) as FormName[];
const orders = names.flatMap((form) =>
  Array.from({ length: ordersOf(form) }, (_, order) => [form, order] as const),
);

/** Sections as text: label and bars. */
function laidOut(form: FormName, order: number, totalBars: number): string[] {
  const frame = { totalBars, beatsPerBar: 4, lift: 0 };
  return layOutForm(form, order, frame, createRng("x")).map(
    ({ label, bars }) => `${label} ${bars}`,
  );
}

describe("a form", () => {
  it("divides the bars into whole phrases", () => {
    expect(laidOut("song", 0, 36)).toEqual([
      "intro 4",
      "statement 8",
      "variation 8",
      "break 4",
      "climax 8",
      "ending 4",
    ]);
    expect(laidOut("song", 1, 16)).toEqual([
      "statement 4",
      "variation 2",
      "break 2",
      "climax 4",
      "variation 2",
      "ending 2",
    ]);
    expect(laidOut("song", 3, 10)).toEqual(["intro 4", "statement 2", "climax 2", "ending 2"]);
  });

  it.each(orders)(
    "%s, order %i, misses the wished length by little more than two phrases",
    (form, order) => {
      for (let totalBars = 8; totalBars <= 120; totalBars += 1) {
        const phrase = totalBars >= 28 ? 4 : 2;
        const frame = { totalBars, beatsPerBar: 3, lift: 0 };
        const sections = layOutForm(form, order, frame, createRng("x"));
        const bars = sections.reduce((sum, section) => sum + section.bars, 0);
        expect(Math.abs(bars - totalBars)).toBeLessThanOrEqual(2.5 * phrase);
        expect(sections.length).toBeGreaterThanOrEqual(3);
        expect(sections.at(-1)?.label).toBe("ending");
        expect(sections.map(({ start }) => start)).toEqual(
          sections.map((_, i) => sections.slice(0, i).reduce((sum, { beats }) => sum + beats, 0)),
        );
      }
    },
  );

  it.each(names)("%s has orders that differ in short pieces and in long ones", (form) => {
    for (const totalBars of [12, 40]) {
      const plans = forms[form].map((_, order) => laidOut(form, order, totalBars).join());
      expect(new Set(plans).size).toBe(ordersOf(form));
    }
  });

  it("transposes only the last climax", () => {
    const frame = { totalBars: 56, beatsPerBar: 4, lift: 1 };
    const sections = layOutForm("song", 2, frame, createRng("x"));
    const climaxes = sections.filter(({ label }) => label === "climax");
    expect(climaxes.map(({ transpose }) => transpose)).toEqual([0, 2]);
    expect(sections.filter(({ transpose }) => transpose > 0)).toHaveLength(1);
  });

  it("refuses an unknown order", () => {
    const frame = { totalBars: 36, beatsPerBar: 4, lift: 0 };
    expect(() => layOutForm("song", 9, frame, createRng("x"))).toThrow(
      new RangeError('The form "song" has no order 9'),
    );
  });
});
