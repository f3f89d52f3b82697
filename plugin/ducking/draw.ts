import { HostError } from "../../src/contract/errors.ts";
import { commit, type Open, type Premiere } from "../premiere.ts";
import { readLevels } from "../timeline/level.ts";
import { moments, type Line } from "./lines.ts";
import { RECORD_NAME, type DuckRecord, type Entry } from "./record.ts";
import { nameOf } from "./sounds.ts";

/**
 * Draws all lines and writes the record, in one transaction: one undo takes all of it back. With
 * many clips that is more than the fifty actions that Premiere is reported to take, so what it drew
 * is read back.
 * @throws HostError Premiere refused, or did something else than it was asked to
 */
export async function draw(
  premiere: Premiere,
  { project }: Open,
  lines: readonly Line[],
  { properties }: DuckRecord,
  entries: readonly Entry[],
  label: string,
): Promise<void> {
  const { PERSISTENT } = premiere.Constants.PropertyType;
  const second = premiere.TickTime.createWithSeconds(1);
  await commit("Premiere did not change the volume of the music.", label, () => {
    let done = false;
    project.lockedAccess(() => {
      done = project.executeTransaction((compound) => {
        for (const { level, baseline, corners } of lines) {
          const { param, keyframes } = level;
          const [first] = keyframes;
          const last = keyframes.at(-1);
          // A second more: it is not said whether the range's end belongs to it.
          if (first !== undefined && last !== undefined)
            compound.addAction(param.createRemoveKeyframeRangeAction(first, last.add(second)));
          // First this: without it Premiere commits the keyframes and drops them (reported on 26.3).
          compound.addAction(param.createSetTimeVaryingAction(corners.length > 0));
          if (corners.length === 0)
            compound.addAction(param.createSetValueAction(param.createKeyframe(baseline)));
          for (const { at, value } of corners) {
            const keyframe = param.createKeyframe(value);
            keyframe.position = at;
            compound.addAction(param.createAddKeyframeAction(keyframe));
          }
        }
        const json = JSON.stringify(entries);
        compound.addAction(properties.createSetValueAction(RECORD_NAME, json, PERSISTENT));
      }, label);
    });
    return done;
  });
  await readBack(premiere, project, lines, label);
}

/** @throws HostError the first clip whose volume is not what was drawn */
async function readBack(
  premiere: Premiere,
  project: Open["project"],
  lines: readonly Line[],
  label: string,
): Promise<void> {
  const sounds = lines.map(({ sound }) => sound);
  const levels = await readLevels(premiere, project, sounds);
  for (const [i, { sound, corners, baseline }] of lines.entries()) {
    const level = levels[i] ?? null;
    const wanted = moments(corners);
    const found = level?.keyframes.length ?? 0;
    const isThere =
      level !== null &&
      found === wanted &&
      (wanted > 0 || Math.abs(level.value - baseline) <= baseline / 1000);
    if (!isThere) throw notDrawn(label, await nameOf(sound), wanted, found);
  }
}

const notDrawn = (label: string, name: string, wanted: number, found: number): HostError =>
  new HostError({
    what:
      found === wanted
        ? `Premiere carried out “${label}”, but ${name} has another volume than it was given.`
        : `Premiere carried out “${label}”, but ${name} has ${found} volume keyframes instead of ${wanted}.`,
    next: `Undo once: the step is called “${label}”.`,
  });
