import type { Sequence } from "@adobe/premierepro";
import type { Premiere } from "../premiere.ts";
import { failed, okIf, type Finding } from "./look.ts";
import type { Trial } from "./scratch.ts";

const NAME = "needledrop.check";
const TEXT = "kept";
const KEPT = "kept, and cleared again";
const MARKER = "Needledrop check: add a marker";

/** Adds a marker of a second to the sequence and reads it back. */
export async function tryMarker({
  premiere,
  project,
  sequence,
  transact,
}: Trial): Promise<Finding> {
  const { TickTime, Marker, Markers } = premiere;
  const markers = await Markers.getMarkers(sequence);
  transact(MARKER, () => {
    let done = false;
    const second = TickTime.createWithSeconds(1);
    project.lockedAccess(() => {
      done = project.executeTransaction((compound) => {
        compound.addAction(
          markers.createAddMarkerAction(NAME, Marker.MARKER_TYPE_COMMENT, second, second, TEXT),
        );
      }, MARKER);
    });
    return done;
  });
  const found = (await Markers.getMarkers(sequence)).getMarkers().find((m) => m.getName() === NAME);
  if (found === undefined) return failed("the marker is not there");
  return okIf(
    Math.abs(found.getStart().seconds - 1) < 0.1,
    `it is at ${found.getStart().seconds.toFixed(3)} s, lasts ${found.getDuration().seconds.toFixed(3)} s and says “${found.getComments()}”`,
  );
}

/** Writes a property of the sequence and one of the clip, reads both back, and clears them. */
export async function tryProperties(trial: Trial): Promise<Finding> {
  const ofSequence = await keeps(trial, "sequence", trial.sequence);
  // Adobe's types give properties to projects and sequences only; 26.3 is reported to take clips.
  const ofClip = await keeps(trial, "clip", trial.music.clip as unknown as Sequence);
  return okIf(ofSequence === KEPT, `of a sequence: ${ofSequence}; of a clip: ${ofClip}`);
}

type Owner = Parameters<Premiere["Properties"]["getProperties"]>[0];

async function keeps(
  { premiere, project, transact }: Trial,
  what: string,
  owner: Owner,
): Promise<string> {
  const { Properties, Constants } = premiere;
  const write = `Needledrop check: keep a property of the ${what}`;
  const clear = `Needledrop check: clear the property of the ${what}`;
  try {
    const properties = await Properties.getProperties(owner);
    transact(write, () => {
      let done = false;
      project.lockedAccess(() => {
        done = project.executeTransaction((compound) => {
          compound.addAction(
            properties.createSetValueAction(NAME, TEXT, Constants.PropertyType.PERSISTENT),
          );
        }, write);
      });
      return done;
    });
    const isKept = (await Properties.getProperties(owner)).getValue(NAME) === TEXT;
    transact(clear, () => {
      let done = false;
      project.lockedAccess(() => {
        done = project.executeTransaction((compound) => {
          compound.addAction(properties.createClearValueAction(NAME));
        }, clear);
      });
      return done;
    });
    const isCleared = !(await Properties.getProperties(owner)).hasValue(NAME);
    if (isKept && isCleared) return KEPT;
    return isKept ? "kept, but not cleared again" : "not kept";
  } catch (thrown) {
    return `refused (${thrown instanceof Error ? thrown.message : String(thrown)})`;
  }
}
