import { describe, expect, it } from "vitest";
import type { Note } from "../../../composer/lib/score.ts";
import type { Style } from "../../../composer/lib/style.ts";
import { styles } from "../../../composer/styles/index.ts";
import { composed, draws, placeOf, type DrawnPiece } from "../pieces.ts";

/** The style played by machines: exactly on the beat. */
function stiff(style: Style): Style {
  return { ...style, looseness: 0, parts: style.parts.map((part) => ({ ...part, late: 0 })) };
}

/** Two performances of one piece, note for note. */
function pairs(one: DrawnPiece, other: DrawnPiece): [label: string, Note, Note][] {
  expect(other.score.tracks.length).toBe(one.score.tracks.length);
  return one.score.tracks.flatMap(({ label, notes }, i) => {
    const others = other.score.tracks[i]?.notes ?? [];
    expect(others.map(({ pitch }) => pitch)).toEqual(notes.map(({ pitch }) => pitch));
    return notes.map((note, j): [string, Note, Note] => [label, note, others[j] ?? note]);
  });
}

const swinging = styles.filter(({ swing }) => swing !== undefined);
const straight = styles.filter(({ swing }) => swing === undefined);

describe.each(swinging.map((style) => [style.name, style] as const))("swing in %s", (_, style) => {
  const { grid, amount } = style.swing ?? { grid: 8, amount: 0 };
  /** Beats of two swung notes together. */
  const pair = grid === 8 ? 1 : 0.5;
  const notes = draws("swing", 3, [style]).flatMap((draw) => {
    const even = composed(draw, { ...stiff(style), swing: { grid, amount: 0 } });
    return pairs(even, composed(draw, stiff(style)));
  });
  const place = (note: Note): number => (note.beat / pair) % 1;
  const at = (share: number) => notes.filter(([, note]) => Math.abs(place(note) - share) < 1e-9);

  it("leaves the beats where they are", () => {
    expect(at(0).length).toBeGreaterThan(50);
    for (const [label, even, swung] of at(0)) expect(swung.beat, label).toBeCloseTo(even.beat, 9);
  });

  it("lengthens the first of two notes in the style's ratio", () => {
    // An even pair is 1 : 1, full swing 2 : 1, as in a triplet.
    const ratio = (3 + amount) / (3 - amount);
    expect(at(0.5).length).toBeGreaterThan(10);
    for (const [label, even, swung] of at(0.5)) {
      const long = swung.beat - Math.floor(even.beat / pair) * pair;
      expect(long / (pair - long), `${label}, beat ${even.beat}`).toBeCloseTo(ratio, 6);
    }
  });

  it("delays all other notes by less, and never past their neighbours", () => {
    for (const [label, even, swung] of notes) {
      const moved = swung.beat - even.beat;
      expect(moved, label).toBeGreaterThan(-1e-9);
      expect(moved, label).toBeLessThan((pair * amount) / 6 + 1e-9);
    }
    const byBeat = [...notes].sort((a, b) => a[1].beat - b[1].beat).map(([, , { beat }]) => beat);
    byBeat.slice(1).forEach((beat, i) => {
      expect(beat - (byBeat[i] ?? 0)).toBeGreaterThan(-1e-9);
    });
  });
});

describe.each(straight.map((style) => [style.name, style] as const))("%s", (_, style) => {
  it("is straight: drummers strike on the grid", () => {
    // The grid has demisemiquavers, and triplets of them.
    const step = 1 / 96;
    const [draw] = draws("straight", 1, [style]);
    if (!draw) throw new Error("Nothing was drawn");
    const piece = composed(draw, stiff(style));
    for (const { notes, role, label } of piece.score.tracks) {
      if (role !== "drums") continue;
      for (const { beat } of notes) {
        const off = Math.abs(beat / step - Math.round(beat / step)) * step;
        expect(off, `${placeOf(piece, beat)}: ${label}`).toBeLessThan(1e-6);
      }
    }
  });
});

/** Normal deviates are clipped at three deviations; each player adds a quarter to the deviation that all share. */
const mostDeviations = 3 * 1.25;

describe("a human performance", () => {
  const performed = draws("performance", 2).map((draw) => {
    const piece = composed(draw);
    const exact = composed(draw, { ...draw.style, looseness: 0 });
    const msPerBeat = 60_000 / (piece.score.tempo[0]?.bpm ?? 100);
    const strays = pairs(exact, piece)
      .filter(([, written]) => written.beat > 0.5)
      .map(([label, written, played]) => ({
        label,
        written,
        played,
        ms: (played.beat - written.beat) * msPerBeat,
      }));
    return { piece, strays };
  });

  it("deviates from the beat by no more than the style's looseness allows", () => {
    for (const { piece, strays } of performed) {
      const most = mostDeviations * piece.style.looseness + 1e-6;
      const wild = strays.filter(({ ms }) => Math.abs(ms) > most);
      expect(wild.map(({ written }) => placeOf(piece, written.beat))).toEqual([]);
    }
  });

  it("neither drags nor rushes on average", () => {
    for (const { piece, strays } of performed) {
      const mean = strays.reduce((sum, { ms }) => sum + ms, 0) / strays.length;
      expect(Math.abs(mean), piece.style.name).toBeLessThanOrEqual(0.5 * piece.style.looseness);
    }
  });

  it("strikes a chord together", () => {
    let together = 0;
    for (const { piece, strays } of performed) {
      const most = 2 * 3 * 0.25 * piece.style.looseness + 1e-6;
      const chords = strays.filter(({ label, written }, i) => {
        const before = strays[i - 1];
        return before?.label === label && before.written.beat === written.beat;
      });
      const apart = chords.filter(
        (note) => Math.abs((strays[strays.indexOf(note) - 1]?.ms ?? 0) - note.ms) > most,
      );
      expect(apart.map(({ written }) => placeOf(piece, written.beat))).toEqual([]);
      together += chords.length;
    }
    expect(together).toBeGreaterThan(10_000);
  });

  it("varies its velocities a little; machines do not", () => {
    for (const { piece, strays } of performed) {
      const most = piece.style.looseness > 0 ? 3 * 0.035 + 1e-9 : 0;
      const odd = strays.filter(
        ({ written, played: { velocity } }) =>
          Math.abs(velocity - written.velocity) > most || velocity < 0.08 || velocity > 1,
      );
      expect(odd.map(({ written }) => placeOf(piece, written.beat))).toEqual([]);
    }
  });

  it("cuts no note shorter than a stroke", () => {
    for (const { piece, strays } of performed) {
      const clipped = strays.filter(({ played }) => played.length < 0.04);
      expect(clipped.map(({ written }) => placeOf(piece, written.beat))).toEqual([]);
    }
  });
});
