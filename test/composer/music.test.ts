import { describe, expect, it } from "vitest";
import { compose, type Composition } from "../../composer/lib/compose.ts";
import { factsOf, type PieceFacts } from "../../composer/lib/facts.ts";
import { chromaOf } from "../../composer/lib/harmony.ts";
import type { Note, Section } from "../../composer/lib/score.ts";
import { styleNamed, styles } from "../../composer/styles/index.ts";

const seeds = [5, 6, 7];

function pieces(): Composition[] {
  return styles.flatMap((style) => seeds.map((seed) => compose(style, seed, 60)));
}

function within(notes: readonly Note[], section: Section): Note[] {
  const end = section.start + section.beats;
  return notes.filter((note) => note.beat >= section.start - 0.2 && note.beat < end - 0.2);
}

describe("every piece", () => {
  const all = pieces();
  const facts = new Map(all.map((piece) => [piece, factsOf(piece)]));
  const factsFor = (piece: Composition): PieceFacts => facts.get(piece) ?? factsOf(piece);

  it("keeps its instruments in range", () => {
    for (const { score, style } of all) {
      for (const { instrument, notes, label } of score.tracks) {
        const [low, high] = instrument.range;
        const outside = notes.filter((note) => note.pitch < low || note.pitch > high);
        expect(outside, `${style.name}: ${label}`).toEqual([]);
      }
    }
  });

  it("has sections that differ in strength", () => {
    for (const piece of all) {
      const energies = factsFor(piece).sections.map((section) => section.energy);
      const contrast = Math.max(...energies) - Math.min(...energies);
      expect(contrast, `${piece.style.name} ${piece.seed}`).toBeGreaterThan(0.15);
    }
  });

  it("does not let all players play all the time", () => {
    const busy = all.filter((piece) =>
      factsFor(piece).sections.every(
        (section) => section.instruments.length === factsFor(piece).instruments.length,
      ),
    );
    expect(busy.length).toBeLessThan(all.length * 0.1);
  });

  it("ends on its tonic in the bass", () => {
    for (const { score, style, key } of all) {
      const ending = score.sections.at(-1);
      const bass = score.tracks.find((track) => track.role === "bass");
      const last = bass?.notes.at(-1);
      if (!ending || !last || last.beat < ending.start + ending.beats / 2) continue;
      expect(last.pitch % 12, style.name).toBe(chromaOf(key));
    }
  });

  it("comes within a few bars of the target length", () => {
    for (const piece of all) {
      const { seconds } = factsFor(piece);
      expect(seconds, piece.style.name).toBeGreaterThan(44);
      expect(seconds, piece.style.name).toBeLessThan(84);
    }
  });

  it("is played with varying velocity", () => {
    for (const { score, style } of all) {
      const strengths = score.tracks.flatMap((track) => track.notes.map((note) => note.velocity));
      const spread = Math.max(...strengths) - Math.min(...strengths);
      expect(spread, style.name).toBeGreaterThan(0.15);
    }
  });
});

describe("a theme", () => {
  it("comes back with the same rhythm when its section returns", () => {
    const style = styleNamed("waltz");
    if (!style) throw new Error("The waltz is missing");
    const { score } = compose(style, 3, 90);
    const tune = score.tracks.find((track) => track.role === "melody");
    const [statement, climax] = ["statement", "climax"].map((label) =>
      score.sections.find((section) => section.label === label),
    );
    if (!tune || !statement || !climax) throw new Error("The form has changed");
    const onsets = (section: Section): number[] => [
      ...new Set(
        within(tune.notes, section).map((note) => Math.round((note.beat - section.start) * 2)),
      ),
    ];
    const first = onsets(statement);
    const again = new Set(onsets(climax));
    const shared = first.filter((onset) => again.has(onset)).length;
    expect(shared / first.length).toBeGreaterThan(0.8);
  });

  it("breathes: the tune rests in every piece", () => {
    for (const name of ["jazz swing", "bossa nova", "indie folk", "fusion jazz"]) {
      const style = styleNamed(name);
      if (!style) throw new Error(`${name} is missing`);
      const { score } = compose(style, 9, 60);
      const tune = score.tracks.filter((track) => track.role === "melody");
      const longest = tune.map(({ notes }) => {
        const gaps = notes.slice(1).map((note, i) => {
          const before = notes[i];
          return before ? note.beat - (before.beat + before.length) : 0;
        });
        return Math.max(...gaps);
      });
      expect(Math.max(...longest), name).toBeGreaterThan(0.5);
    }
  });
});
