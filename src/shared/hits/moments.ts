import type { Track } from "../../contract/track.ts";
import { unpackEnergy } from "../energy-curve.ts";
import { structureOf } from "../facts.ts";

/** What happens in the music. `drop`: it comes in much louder; `climax`: its loudest section begins. */
export type MomentKind = "section" | "drop" | "climax";

/** Something in the music that can fall on a cut: the beginning of a section. */
export interface Moment {
  /** Seconds from the beginning of the track. */
  readonly at: number;
  readonly kind: MomentKind;
  /** Name of the section: "variation", "Part 3". */
  readonly label: string;
  /** How much it is worth to hit it: 1 for a section, more for a drop or the climax. */
  readonly weight: number;
}

const WEIGHTS: Readonly<Record<MomentKind, number>> = { section: 1, drop: 1.5, climax: 2 };
/** Music that becomes louder by so many LU comes in anew. */
const DROP = 4;

/**
 * The moments of a track that can fall on hit points, in order of time: where its sections begin, but
 * for the first, which is the beginning of the track. The curve of loudness is too coarse to tell when
 * something happens; it tells which sections matter. None where no sections are stated or heard.
 */
export function momentsOf(track: Track): Moment[] {
  const sections = structureOf(track)?.value.sections ?? [];
  const levels = levelsOf(track, [...sections.map(({ start }) => start), track.seconds]);
  const loudest = Math.max(...levels.map((level) => level ?? -Infinity));
  return sections.flatMap(({ start, label }, n) => {
    if (start <= 0) return [];
    const [before, level] = [levels[n - 1] ?? null, levels[n] ?? null];
    const rise = before === null || level === null ? 0 : level - before;
    const isClimax = (level === loudest && rise > 0) || label.toLowerCase() === "climax";
    const kind = isClimax ? "climax" : rise >= DROP ? "drop" : "section";
    return [{ at: start, kind, label, weight: WEIGHTS[kind] }];
  });
}

/** Mean loudness of each section in LUFS; null where it is not known. */
function levelsOf({ heard, seconds }: Track, borders: readonly number[]): (number | null)[] {
  const curve = heard?.energy === undefined ? [] : unpackEnergy(heard.energy);
  return borders.slice(1).map((end, n) => {
    const start = borders[n] ?? 0;
    // Stretches whose middle lies in the section.
    const within = curve.filter((_, k) => {
      const middle = ((k + 0.5) * seconds) / curve.length;
      return middle >= start && middle < end;
    });
    return within.length === 0
      ? null
      : within.reduce((sum, level) => sum + level, 0) / within.length;
  });
}
