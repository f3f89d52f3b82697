import type { AudioClipTrackItem, Project, TickTime } from "@adobe/premierepro";
import { handedOver, readRecord, RECORD_NAME } from "../ducking/record.ts";
import { plain, readLevels, type Level } from "./level.ts";
import { commit, orElse, type Open, type Premiere } from "../premiere.ts";
import type { PlacedClip } from "./clips.ts";

/** A clip's volume with everything that is drawn into it. */
export interface Volume {
  readonly level: Level;
  /** What the keyframes hold, each at its time from the clip's beginning. */
  readonly curve: readonly { readonly after: TickTime; readonly value: number }[];
}

/** What came of carrying a volume over. */
export interface Carried {
  /** 0 where the new clip had that volume from the beginning. */
  readonly undoSteps: number;
  readonly notes: readonly string[];
}

/** Null where the host does not tell, or tells something that is no volume. */
export async function readVolume(
  premiere: Premiere,
  project: Project,
  item: AudioClipTrackItem,
): Promise<Volume | null> {
  const [level] = await readLevels(premiere, project, [{ item }]);
  if (!level) return null;
  const { keyframes, position, param } = level;
  if (keyframes.length === 0) return { level, curve: [] };
  if (position === null) return null;
  return orElse(null, async () => {
    const values = await Promise.all(keyframes.map((time) => param.getValueAtTime(time)));
    const curve = keyframes.map((time, index) => ({
      after: time.subtract(position),
      value: numberOf(values[index]),
    }));
    return { level, curve };
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
export async function carryVolume(
  premiere: Premiere,
  { project, sequence }: Open,
  { title, clip, itemId, formerId, volume }: Swap,
): Promise<Carried> {
  const { item } = clip;
  const now = await readVolume(premiere, project, item);
  if (volume === null || now === null) return { undoSteps: 0, notes: [NOT_READ] };
  const { curve, level } = volume;
  const { param, position } = now.level;
  if (curve.length === 0 && Math.abs(level.value - now.level.value) < TOLERANCE)
    return { undoSteps: 0, notes: [] };
  if (curve.length > 0 && position === null) return { undoSteps: 0, notes: [NOT_READ] };
  const record = await orElse(null, () => readRecord(premiere, sequence));
  const { PERSISTENT } = premiere.Constants.PropertyType;
  const isSet = await orElse(false, async () => {
    await commit("Premiere did not take the volume.", title, () => {
      let done = false;
      project.lockedAccess(() => {
        done = project.executeTransaction((compound) => {
          if (curve.length === 0 || position === null) {
            compound.addAction(param.createSetValueAction(param.createKeyframe(level.value)));
            return;
          }
          // Without this, keyframes are dropped though the transaction answers true.
          compound.addAction(param.createSetTimeVaryingAction(true));
          for (const point of curve) {
            const keyframe = param.createKeyframe(point.value);
            keyframe.position = position.add(point.after);
            compound.addAction(param.createAddKeyframeAction(keyframe));
          }
          if (record === null || record.entries.length === 0) return;
          const json = JSON.stringify(handedOver(record.entries, clip, formerId, itemId));
          compound.addAction(record.properties.createSetValueAction(RECORD_NAME, json, PERSISTENT));
        }, `Keep the volume for “${title}”`);
      });
      return done;
    });
    const after = await readVolume(premiere, project, item);
    return (
      after !== null &&
      after.curve.length === curve.length &&
      (curve.length > 0 || Math.abs(after.level.value - level.value) < TOLERANCE)
    );
  });
  return isSet
    ? {
        undoSteps: 1,
        notes: ["Its volume is that of the clip before, as an undo step of its own."],
      }
    : {
        undoSteps: 0,
        notes: ["Premiere did not take the volume of the clip before: set it yourself."],
      };
}

const TOLERANCE = 1e-6;
const NOT_READ =
  "Premiere does not say the volume of the clip before: check the level of the new one.";

function numberOf(value: unknown): number {
  const number = plain(value);
  if (typeof number === "number" && Number.isFinite(number)) return number;
  throw new Error("The volume holds something other than a number.");
}
