import type { AudioClipTrackItem, Project, TickTime } from "@adobe/premierepro";
import { handedOver, readRecord, RECORD_NAME } from "../ducking/record.ts";
import { plain, readLevels, timeBase, type Level } from "./level.ts";
import { commit, orElse, type Open, type Premiere } from "../premiere.ts";
import type { PlacedClip } from "./clips.ts";

/** A clip's volume with everything that is drawn into it. */
export interface Volume {
  readonly level: Level;
  /** Where the clip begins, as this host counts keyframes; null where it does not say. */
  readonly origin: TickTime | null;
  /** Whether the host said from where it counts. */
  readonly isBaseKnown: boolean;
  /** What the keyframes hold, each at its time from the clip's beginning. */
  readonly curve: readonly { readonly after: TickTime; readonly value: number }[];
}

/** What came of carrying a volume over. */
export interface Carried {
  /** 0 where the new clip had that volume from the beginning, or has not got it. */
  readonly undoSteps: number;
  readonly notes: readonly string[];
}

/** Null where the host does not say, or says something that is no volume. */
export async function readVolume(
  premiere: Premiere,
  project: Project,
  item: AudioClipTrackItem,
): Promise<Volume | null> {
  const [level] = await readLevels(premiere, project, [{ item }]);
  if (!level) return null;
  const { keyframes, position, param } = level;
  return orElse(null, async () => {
    const [inPoint, start, values] = await Promise.all([
      orElse(null, () => item.getInPoint()),
      orElse(null, () => item.getStartTime()),
      Promise.all(keyframes.map((time) => param.getValueAtTime(time))),
    ]);
    const base = inPoint && start && timeBase(position, inPoint, start);
    const origin = base === "sequence" ? start : inPoint;
    const curve = keyframes.map((time, index) => {
      if (origin === null) throw new Error("It is not known where the clip begins.");
      return { after: time.subtract(origin), value: numberOf(values[index]) };
    });
    return { level, origin, isBaseKnown: base !== null, curve };
  });
}

/** A clip that was just laid, and what it replaced. */
export interface Swap {
  readonly title: string;
  readonly clip: PlacedClip;
  /** Id of the project item that it plays, and of the one that was played there before. */
  readonly itemId: string;
  readonly formerId: string | null;
  readonly volume: Volume | null;
}

/**
 * Gives a clip that was just laid the volume of the one it replaces; where that was ducked, it can
 * be taken back as before. A volume can only be set on a clip that is there, so unless it is the
 * untouched one this is an undo step of its own.
 */
export async function carryVolume(premiere: Premiere, open: Open, swap: Swap): Promise<Carried> {
  const { volume } = swap;
  const { item } = swap.clip;
  const now = await readVolume(premiere, open.project, item);
  if (volume === null || now === null || (volume.curve.length > 0 && now.origin === null))
    return { undoSteps: 0, notes: [NOT_READ] };
  if (isSame(volume, now)) return { undoSteps: 0, notes: [] };
  const isDone = await orElse(false, async () => {
    await setVolume(premiere, open, swap, volume, now);
    return true;
  });
  if (!isDone) return { undoSteps: 0, notes: [NOT_SET] };
  const after = await readVolume(premiere, open.project, item);
  if (after === null) return { undoSteps: 1, notes: [NOT_SAID] };
  if (isSame(after, now)) return { undoSteps: 0, notes: [NOT_SET] };
  if (!isSame(after, volume)) return { undoSteps: 1, notes: [SET_IN_PART] };
  const isSure = volume.curve.length === 0 || now.isBaseKnown;
  return { undoSteps: 1, notes: isSure ? [IS_SET] : [IS_SET, UNSURE] };
}

async function setVolume(
  premiere: Premiere,
  { project, sequence }: Open,
  { title, clip, itemId, formerId }: Swap,
  { curve, level }: Volume,
  { level: { param }, origin }: Volume,
): Promise<void> {
  const record = await orElse(null, () => readRecord(premiere, sequence));
  const { PERSISTENT } = premiere.Constants.PropertyType;
  await commit("Premiere did not take the volume.", title, () => {
    let done = false;
    project.lockedAccess(() => {
      done = project.executeTransaction((compound) => {
        if (curve.length === 0 || origin === null) {
          compound.addAction(param.createSetValueAction(param.createKeyframe(level.value)));
          return;
        }
        // Without this, keyframes are dropped though the transaction answers true.
        compound.addAction(param.createSetTimeVaryingAction(true));
        for (const point of curve) {
          const keyframe = param.createKeyframe(point.value);
          keyframe.position = origin.add(point.after);
          compound.addAction(param.createAddKeyframeAction(keyframe));
        }
        if (record === null || record.entries.length === 0) return;
        const json = JSON.stringify(handedOver(record.entries, clip, formerId, itemId));
        compound.addAction(record.properties.createSetValueAction(RECORD_NAME, json, PERSISTENT));
      }, `Keep the volume for “${title}”`);
    });
    return done;
  });
}

const TOLERANCE = 1e-6;

function isSame(a: Volume, b: Volume): boolean {
  return (
    a.curve.length === b.curve.length &&
    (a.curve.length > 0 || Math.abs(a.level.value - b.level.value) < TOLERANCE)
  );
}

const IS_SET = "Its volume is that of the clip before, as an undo step of its own.";
const UNSURE =
  "Premiere does not say from where it counts keyframes: listen whether its volume changes where it did before.";
const SET_IN_PART =
  "Premiere took the volume of the clip before only in part, as an undo step of its own: set it yourself.";
const NOT_SAID =
  "Premiere set the volume of the clip before, as an undo step of its own, but does not say what it is now: listen to it.";
const NOT_SET = "Premiere did not take the volume of the clip before: set it yourself.";
const NOT_READ =
  "Premiere does not say the volume of the clip before: check the level of the new one.";

function numberOf(value: unknown): number {
  const number = plain(value);
  if (typeof number === "number" && Number.isFinite(number)) return number;
  throw new Error("The volume holds something other than a number.");
}
