import { describe, expect, it } from "vitest";
import { editPointsOf } from "../../../composer/lib/edit-points.ts";
import { forms } from "../../../composer/lib/forms.ts";
import { strength } from "../../../composer/lib/hearing.ts";
import { secondsAt, type Section } from "../../../composer/lib/score.ts";
import type { Idiom, Style } from "../../../composer/lib/style.ts";
import { drums, percussionLoop } from "../../../composer/idioms/drums.ts";
import {
  composed,
  draws,
  drawPieces,
  frameOf,
  known,
  placeOf,
  type DrawnPiece,
} from "../pieces.ts";

const all = drawPieces("dynamics", 4);

/** Greatest difference of a section's energy from the form's. */
const stray = 0.04;

describe("the energies of sections", () => {
  it("are those of the form's order, section by section", () => {
    for (const { style, order, score } of all) {
      const plans = [...(forms[style.form][order] ?? [])];
      for (const { label, theme, energy } of score.sections) {
        // Short pieces leave out sections; the others keep their order.
        const at = plans.findIndex(
          (plan) =>
            plan.label === label &&
            plan.theme === theme &&
            (Math.abs(plan.energy - energy) <= stray + 1e-9 || label === "ending"),
        );
        expect(at, `${style.name}, order ${order}: ${label} ${energy}`).toBeGreaterThanOrEqual(0);
        plans.splice(0, at + 1);
      }
    }
  });

  it("come down at the end, except before a hit", () => {
    for (const { style, score } of all) {
      const energies = score.sections.map(({ energy }) => energy);
      const last = energies.at(-1) ?? 1;
      if (style.ending === "hit") expect(last, style.name).toBeGreaterThanOrEqual(0.82);
      else expect(last, style.name).toBeLessThan(Math.max(...energies));
    }
  });
});

interface Heard {
  section: Section;
  strength: number;
}

/** Strength of each section without the ending, whose last chord rings for a long time. */
function heardIn({ score }: DrawnPiece): Heard[] {
  return score.sections.slice(0, -1).map((section) => {
    const from = secondsAt(score, section.start);
    const to = secondsAt(score, section.start + section.beats);
    return { section, strength: strength(score, from, to) };
  });
}

describe("the measured strength", () => {
  /** Pairs of sections of one piece, of which the first is planned to be clearly stronger. */
  const compared = all.flatMap((piece) => {
    const heard = heardIn(piece);
    return heard.flatMap((strong) =>
      heard
        .filter(({ section }) => strong.section.energy > section.energy + 0.2)
        .map((weak) => ({ piece, strong, weak })),
    );
  });

  it("follows the plan: a section planned to be stronger is stronger, with rare exceptions", () => {
    expect(compared.length).toBeGreaterThan(1000);
    const wrong = compared.filter(({ strong, weak }) => strong.strength <= weak.strength);
    expect(wrong.length / compared.length).toBeLessThan(0.03);
  });

  it("never reverses the plan", () => {
    for (const { piece, strong, weak } of compared) {
      const place = placeOf(piece, strong.section.start);
      expect(strong.strength, place).toBeGreaterThan(weak.strength * 0.7);
    }
  });

  it("is lowest in a break or at the beginning, seldom elsewhere", () => {
    const calm = all.filter((piece) => {
      const heard = heardIn(piece).sort((a, b) => a.strength - b.strength);
      const [weakest] = heard;
      const planned = Math.min(...heard.map(({ section }) => section.energy));
      return (weakest?.section.energy ?? 1) <= planned + 0.2;
    });
    expect(calm.length / all.length).toBeGreaterThan(0.95);
  });

  it("grows in the second half of a build, and never falls far behind", () => {
    const growths = all.flatMap(({ score }) =>
      score.sections
        .filter(({ label, bars }) => label === "build" && bars >= 4)
        .map(({ start, beats }) => {
          const at = (share: number): number => secondsAt(score, start + beats * share);
          return strength(score, at(0.5), at(1)) / strength(score, at(0), at(0.5));
        }),
    );
    expect(growths.length).toBeGreaterThan(25);
    expect(growths.filter((growth) => growth > 1).length / growths.length).toBeGreaterThan(0.8);
    expect(Math.min(...growths)).toBeGreaterThan(0.85);
  });
});

/** A style whose drums are replaced by the test's own drummer, who plays in every section. */
function drummedBy(style: Style, play: Idiom): Style {
  const others = style.parts.filter(({ role }) => role !== "drums");
  return { ...style, looseness: 4, parts: [...others, { role: "drums", play, on: ["drums"] }] };
}

const groove = { kick: "x.......x.......", snare: "....x.......x...", hat: "x.x.x.x.x.x.x.x." };

describe("a drum fill", () => {
  const rock = known("rock");
  const drawn = draws("fills", 40, [rock]);

  it("is the only edit point besides section starts and the last bar", () => {
    let fills = 0;
    for (const draw of drawn) {
      const filled = composed(draw, drummedBy(rock, drums([[0, groove]], { crash: false })));
      const { bar } = frameOf(filled);
      const strokes = filled.score.tracks
        .filter(({ instrument }) => instrument.drum)
        .flatMap(({ notes }) => notes)
        // The groove's snare strikes on fixed beats of a bar; only a fill plays other strokes, or the toms.
        .filter(({ pitch }) => [38, 41, 47, 50].includes(pitch))
        .map(({ beat }) => beat);
      const starts = filled.score.sections.map(({ start }) => Math.round(start / bar));
      const { hits, bars } = editPointsOf(filled.score);
      bars.forEach((_, index) => {
        const line = index * bar;
        const count = strokes.filter((beat) => beat > line - 1.07 && beat < line - 0.07).length;
        const hit = hits.find((point) => point.bar === index + 1);
        const kind = starts.includes(index) ? "section" : count >= 3 ? "fill" : undefined;
        if (index === bars.length - 1) expect(hit?.kind).toBe("last");
        else expect(hit?.kind, placeOf(filled, line)).toBe(kind);
        if (kind === "fill") fills += 1;
      });
    }
    expect(fills).toBeGreaterThan(10);
  });

  it("is found nowhere in a groove that repeats", () => {
    for (const draw of drawn.slice(0, 8)) {
      const even = composed(draw, drummedBy(rock, percussionLoop([[0, groove]])));
      const kinds = editPointsOf(even.score).hits.map(({ kind }) => kind);
      expect(kinds).not.toContain("fill");
    }
  });
});
