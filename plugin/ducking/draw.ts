import { HostError } from "../../src/contract/errors.ts";
import { commit, orElse, type Open, type Premiere } from "../premiere.ts";
import { readLevels, type Level } from "../timeline/level.ts";
import { callClip, counted } from "../timeline/clips.ts";
import { moments, type Line } from "./lines.ts";
import { RECORD_NAME, type DuckRecord, type Entry } from "./record.ts";

/**
 * Draws all lines and writes the record, in one transaction: one undo takes all of it back. With
 * many clips that is more than the fifty actions that Premiere is reported to take, so what it drew
 * is read back.
 * @throws HostError Premiere refused, or did something other than it was asked to
 */
export async function draw(
  premiere: Premiere,
  { project, sequence }: Open,
  lines: readonly Line[],
  { properties }: DuckRecord,
  entries: readonly Entry[],
  label: string,
): Promise<void> {
  const { PERSISTENT } = premiere.Constants.PropertyType;
  const second = premiere.TickTime.createWithSeconds(1);
  const json = JSON.stringify(entries);
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
        compound.addAction(properties.createSetValueAction(RECORD_NAME, json, PERSISTENT));
      }, label);
    });
    return done;
  });

  const sounds = lines.map(({ sound }) => sound);
  const levels = await readLevels(premiere, project, sounds);
  for (const [i, line] of lines.entries()) {
    const fault = faultOf(line, levels[i] ?? null);
    if (fault !== null) throw notDrawn(label, fault(await callClip(line.sound)));
  }
  // Written in the same step, the note proves that the step was taken, whatever was drawn before.
  const isNoted = await orElse(false, async () => {
    const kept = await premiere.Properties.getProperties(sequence);
    return kept.getValue(RECORD_NAME) === json;
  });
  if (!isNoted) throw notDrawn(label, "Premiere keeps no note of it");
}

/** Seconds by which Premiere may move a keyframe: a frame. */
const SAME_PLACE = 1 / 24;

/** What is wrong with the volume of a clip, given what to call it; null where nothing is. */
function faultOf(
  { corners, baseline }: Line,
  level: Level | null,
): ((name: string) => string) | null {
  if (level === null) return (name) => `Premiere does not say the volume of ${name} now`;
  const wanted = moments(corners);
  const found = level.keyframes.length;
  if (found !== wanted)
    return (name) => `${name} has ${counted(found, "volume keyframe")} instead of ${wanted}`;
  const isThere = ({ at }: Line["corners"][number]): boolean =>
    level.keyframes.some((time) => Math.abs(time.seconds - at.seconds) <= SAME_PLACE);
  if (!corners.every(isThere)) return (name) => `${name} has its volume keyframes in other places`;
  if (wanted === 0 && Math.abs(level.value - baseline) > baseline / 1000)
    return (name) => `${name} has another volume than it was given`;
  return null;
}

const notDrawn = (label: string, fault: string): HostError =>
  new HostError({
    what: `Premiere carried out “${label}”, but ${fault}.`,
    next: `Undo once: the step is called “${label}”.`,
  });
