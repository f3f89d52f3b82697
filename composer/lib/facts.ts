import type { Composition } from "./compose.ts";
import { courseOf, type Course } from "./course.ts";
import { editPointsOf, type EditPoints } from "./edit-points.ts";
import { densityOf, majorness, paceOf, tempoWord } from "./feeling.ts";
import { chromaOf } from "./harmony.ts";
import {
  audibleShare,
  energyCurve,
  instrumentsHeard,
  isDrummed,
  labelOf,
  soundingShare,
} from "./hearing.ts";
import { secondsAt, type Score } from "./score.ts";
import {
  fullnessTags,
  paletteOf,
  round,
  sectionFactsOf,
  soloTag,
  type SectionFacts,
} from "./section-facts.ts";
import type { Ending, Metre, Style } from "./style.ts";
import { spelled, spelledAll, tagOf, withBroader } from "./vocabulary.ts";

/** Points of the energy curve. */
const curvePoints = 16;

/** A mood word describes the whole piece if it describes at least this share of it. */
const colouringShare = 0.25;

/** A piece is tagged major or minor if its thirds and sixths lean this far to one side. */
const clearlyMajor = 0.5;

/** A rise from an opening below this energy is tagged "building". */
const quietOpening = 0.3;

/** Facts about a piece, read from its notes, in the vocabulary's words. */
export interface PieceFacts {
  seconds: number;
  bpm: number;
  metre: Metre;
  key: string;
  mode: string;
  /** -1..1, the mean of the sections, weighted by length; see lib/feeling.ts. */
  valence: number;
  arousal: number;
  /** Strength in 16 equal windows, 0..1 relative to the strongest. */
  energyCurve: number[];
  course: Course;
  ending: Ending;
  /** Notes per second up to the last sound. */
  density: number;
  drums: boolean;
  bass: boolean;
  choir: boolean;
  genres: string[];
  moods: string[];
  /** Instruments that sound for a tenth of the piece or more, longest first, and their shares of it, 0..1. */
  instruments: string[];
  instrumentShares: Record<string, number>;
  uses: string[];
  era?: string;
  tags: string[];
  sections: SectionFacts[];
  editPoints: EditPoints;
}

/** The style's own mood words, and those that describe enough of its sections. */
function moodsOfPiece(piece: Composition, sections: readonly SectionFacts[]): string[] {
  const total = sections.reduce((sum, { start, end }) => sum + end - start, 0);
  const coloured = paletteOf(piece).filter((word) => {
    const own = sections.filter(({ moods }) => moods.includes(word));
    return own.reduce((sum, { start, end }) => sum + end - start, 0) >= colouringShare * total;
  });
  return [...new Set([...spelledAll([...piece.style.moods.always, ...piece.moods]), ...coloured])];
}

function metreTags(metre: Metre, bpm: number): string[] {
  if (metre === "3/4") return bpm >= 84 ? ["waltz time"] : [];
  if (metre === "6/8" || metre === "12/8") return ["6/8 time"];
  return metre === "5/4" ? ["odd time"] : [];
}

function endingTags(ending: Ending): string[] {
  if (ending === "hit") return ["hard ending"];
  return ending === "fade" ? ["fade out"] : [];
}

function keyTags(major: number): string[] {
  if (Math.abs(major) < clearlyMajor) return [];
  return [major > 0 ? "major key" : "minor key"];
}

/** A rise is tagged "building" only if it starts quietly. */
function courseTags(course: Course, opening: number): string[] {
  if (course === "even") return ["steady"];
  return course.startsWith("rise") && opening < quietOpening ? ["building"] : [];
}

/** The style's name and genres that are in the vocabulary. */
export function filedUnder(style: Style): string[] {
  return spelledAll([style.name, ...style.genres]).filter((word) => tagOf(word) !== undefined);
}

/** Whether parts of this kind sound for a tenth of the music. */
function present(score: Score, seconds: number, wanted: (label: string, role: string) => boolean) {
  const tracks = score.tracks.filter((track) => wanted(labelOf(track), track.role));
  return soundingShare(score, tracks, 0, seconds) >= audibleShare;
}

/** Reads the facts of a piece. */
export function factsOf(piece: Composition): PieceFacts {
  const { score, style, bpm, key, mode } = piece;
  const seconds = round(secondsAt(score, score.end), 2);
  const lastSound = secondsAt(
    score,
    Math.max(...score.tracks.flatMap(({ notes }) => notes.map((note) => note.beat + note.length))),
  );
  const heard = instrumentsHeard(score, 0, lastSound);
  const instruments = heard.map(({ label }) => label);
  const sections = sectionFactsOf(piece, seconds);
  const weigh = (value: (section: SectionFacts) => number): number =>
    sections.reduce((sum, each) => sum + value(each) * (each.end - each.start), 0) / seconds;
  const arousal = weigh((section) => section.arousal);
  const moods = moodsOfPiece(piece, sections);
  const density = densityOf(score, 0, lastSound);
  const course = courseOf(sections);
  const drums = score.tracks.some(isDrummed);
  const uses = spelledAll(style.uses);
  const era = style.era === undefined ? undefined : spelled(style.era);
  return {
    seconds,
    bpm,
    metre: style.metre,
    key,
    mode,
    valence: round(
      weigh((section) => section.valence),
      2,
    ),
    arousal: round(arousal, 2),
    energyCurve: energyCurve(score, seconds, curvePoints).map((value) => round(value, 2)),
    course,
    ending: style.ending,
    density: round(density, 2),
    drums,
    bass: present(score, lastSound, (_, role) => role === "bass"),
    choir: present(score, lastSound, (label) => label === "choir"),
    genres: spelledAll(style.genres),
    moods,
    instruments,
    instrumentShares: Object.fromEntries(heard.map(({ label, share }) => [label, round(share, 2)])),
    uses,
    ...(era === undefined ? {} : { era }),
    tags: [
      ...new Set([
        ...withBroader(filedUnder(style)),
        ...moods,
        ...withBroader(instruments),
        ...uses,
        ...(era === undefined ? [] : [era]),
        ...spelledAll(style.textures),
        "instrumental",
        tempoWord(paceOf(bpm, style.metre), arousal),
        ...(drums ? [] : ["no drums"]),
        ...soloTag(score, 0, lastSound),
        ...fullnessTags(density, instruments.length),
        ...courseTags(course, sections[0]?.energy ?? 1),
        ...metreTags(style.metre, bpm),
        ...keyTags(majorness(score, 0, lastSound, chromaOf(key))),
        ...endingTags(style.ending),
      ]),
    ],
    sections,
    editPoints: editPointsOf(score),
  };
}
