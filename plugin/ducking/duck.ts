import type { DuckReport, DuckSettings, UnduckReport } from "../../src/contract/ducking.ts";
import { openSequence, type Premiere } from "../premiere.ts";
import { draw } from "./draw.ts";
import { readLevels } from "../timeline/level.ts";
import { entryFor, planLine, type DuckLine, type Refusal } from "./lines.ts";
import { entryOf, readRecord, type Entry } from "./record.ts";
import { readSounds } from "./sounds.ts";
import { findSpeech } from "./speech.ts";
import * as say from "./words.ts";

const DUCK = "Duck the music under speech";
const UNDUCK = "Give the music its volume back";

/** See `EditorHost`. */
export async function duckMusic(premiere: Premiere, settings: DuckSettings): Promise<DuckReport> {
  const open = await openSequence(premiere);
  const sounds = await readSounds(premiere, open);
  const { music } = sounds;
  if (music.length === 0) throw say.noMusic(open.sequence.name);
  const [speech, record, levels] = await Promise.all([
    findSpeech(premiere, open, sounds, settings.dialogue),
    readRecord(premiere, open.sequence),
    readLevels(premiere, open.project, music),
  ]);
  const { entries } = record;
  const plans = await Promise.all(
    music.map((sound, i) =>
      planLine(premiere, sound, levels[i] ?? null, speech.sections, settings, entries),
    ),
  );
  const lines = plans.filter((plan): plan is DuckLine => plan !== null && "corners" in plan);
  const refusals = plans.filter((plan): plan is Refusal => plan !== null && "why" in plan);
  if (lines.length === 0)
    throw refusals.length > 0 ? await say.allRefused(refusals) : say.nobodySpeaks(speech.tracks);

  const drawn = lines.filter(({ corners }) => corners.length > 0);
  const others = entries.filter((entry) => !lines.some(({ sound }) => entryOf([entry], sound)));
  await draw(premiere, open, lines, record, [...others, ...drawn.map(entryFor)], DUCK);
  return {
    clips: drawn.length,
    dips: drawn.reduce((sum, { dips }) => sum + dips, 0),
    basis: speech.basis,
    dialogue: [...speech.tracks],
    notes: say.few([
      ...(await say.refused(refusals)),
      ...(await say.unsure(drawn.filter(({ isBaseKnown }) => !isBaseKnown))),
      ...(await say.silent(lines.filter(({ corners }) => corners.length === 0))),
      ...(await say.unclear(speech.unclear)),
      ...sounds.notes,
    ]),
  };
}

/** See `EditorHost`. */
export async function unduckMusic(premiere: Premiere): Promise<UnduckReport> {
  const open = await openSequence(premiere);
  const record = await readRecord(premiere, open.sequence);
  const { entries } = record;
  if (entries.length === 0) return { clips: 0, notes: [] };
  const sounds = await readSounds(premiere, open);
  const found = sounds.music.flatMap((sound) => {
    const entry = entryOf(entries, sound);
    return entry === null ? [] : [{ sound, entry }];
  });
  const levels = await readLevels(
    premiere,
    open.project,
    found.map(({ sound }) => sound),
  );
  const lines = found.flatMap(({ sound, entry }, i) => {
    const level = levels[i] ?? null;
    return level === null ? [] : [{ sound, entry, level, baseline: entry.level, corners: [] }];
  });
  const gone = entries.filter((entry) => !sounds.all.some((sound) => entryOf([entry], sound)));
  const isTaken = (entry: Entry): boolean => lines.some(({ sound }) => entryOf([entry], sound));
  const left = entries.filter((entry) => !gone.includes(entry) && !isTaken(entry));
  if (lines.length > 0) await draw(premiere, open, lines, record, left, UNDUCK);
  return {
    clips: lines.length,
    notes: say.few([
      ...(await say.unreadable(found.filter((_, i) => (levels[i] ?? null) === null))),
      ...(await say.handMade(
        lines.filter(({ entry, level }) => ![0, entry.keyframes].includes(level.keyframes.length)),
      )),
      ...say.gone(gone.length),
      ...sounds.notes,
    ]),
  };
}
