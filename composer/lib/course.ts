import type { SectionFacts } from "./section-facts.ts";

/** The course of a piece's energy: even, one rise, a rise with a rest on the way, or strongest early on. */
export type Course = "even" | "rise" | "rise with a rest" | "early";

/** Energies this far apart count as a change. */
const change = 0.25;

/** A piece's course, from the energies of its sections without the ending, which always comes down. */
export function courseOf(sections: readonly Pick<SectionFacts, "energy" | "label">[]): Course {
  const energies = sections.filter(({ label }) => label !== "ending").map(({ energy }) => energy);
  const most = Math.max(...energies);
  const peak = energies.indexOf(most);
  const first = energies[0] ?? 0;
  if (most - Math.min(...energies) < change) return "even";
  if (peak < energies.length / 2 || most - first < change) return "early";
  const rests = energies
    .slice(1, peak)
    .some((energy, i) => energy < Math.max(...energies.slice(0, i + 1)) - change / 2);
  return rests ? "rise with a rest" : "rise";
}
