import type { TickTime } from "@adobe/premierepro";
import { audioClips } from "../timeline/clips.ts";
import { readLevels, timeBase } from "../timeline/level.ts";
import { failed, okIf, type Finding } from "./look.ts";
import type { Trial } from "./scratch.ts";
import { LAID_AT } from "./try-overwrite.ts";

const LABEL = "Needledrop check: two keyframes";

/** Reads the level of the part that was laid, then draws two keyframes and reads them back. */
export async function tryVolume({
  premiere,
  project,
  sequence,
  transact,
}: Trial): Promise<Finding> {
  const { clips } = await audioClips(premiere, sequence);
  // That which was laid in part: its place in the sequence and in its file differ.
  const clip = clips.find(({ start }) => Math.abs(start.seconds - LAID_AT) < 0.1) ?? clips[0];
  if (clip === undefined) return failed("no audio clip lies in the sequence");
  const [level] = await readLevels(premiere, project, [clip]);
  if (!level) return failed("no Level was found in a Volume effect");
  const inPoint = await clip.item.getInPoint();
  const { param, value, position } = level;
  const first = position ?? inPoint;
  const second = first.add(premiere.TickTime.createWithSeconds(0.5));

  transact(LABEL, () => {
    let done = false;
    project.lockedAccess(() => {
      done = project.executeTransaction((compound) => {
        compound.addAction(param.createSetTimeVaryingAction(true));
        for (const [at, gain] of [[first, 1] as const, [second, 0.5] as const]) {
          const keyframe = param.createKeyframe(value * gain);
          keyframe.position = at;
          compound.addAction(param.createAddKeyframeAction(keyframe));
        }
      }, LABEL);
    });
    return done;
  });

  const [after] = await readLevels(premiere, project, [clip]);
  const found = after?.keyframes ?? [];
  const last: unknown = await param.getValueAtTime(second);
  return okIf(
    found.length === 2,
    [
      `untouched Level reads ${value}: ${scaleOf(value)}`,
      `its first value is at ${position === null ? "no time" : time(position)}, the clip begins at ${time(clip.start)} from ${time(inPoint)} of its file on: ${baseOf(position, clip.start, inPoint)}`,
      `keyframes at ${time(first)} and ${time(second)} were read back at ${found.map(time).join(", ") || "no time"}; the second reads ${JSON.stringify(last)}`,
    ].join("; "),
  );
}

const time = ({ seconds }: TickTime): string => `${seconds.toFixed(3)} s`;

function scaleOf(value: number): string {
  if (Math.abs(value - 1) < 0.01) return "1 is 0 dB";
  return Math.abs(value - 10 ** (-15 / 20)) < 0.01 ? "1 is +15 dB" : "a scale that is not known";
}

function baseOf(position: TickTime | null, start: TickTime, inPoint: TickTime): string {
  const base = timeBase(position, inPoint, start);
  if (base === null) return "it does not tell how keyframes count";
  return base === "source" ? "keyframes count in the file" : "keyframes count in the sequence";
}
