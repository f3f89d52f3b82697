import type { Project, Properties, Sequence } from "@adobe/premierepro";
import * as v from "valibot";
import { TrackTagSchema, type TrackTag } from "../../src/contract/cue-sheet.ts";
import { maybe, orElse, type Premiere } from "../premiere.ts";
import type { BinClip } from "./bin.ts";

/**
 * What a track is and under which terms, kept in the project beside it: a name can be changed and
 * a file moved, and the licence must still be known on the day the credits are made.
 *
 * It is a property of the project item: Adobe's types give properties to projects and sequences
 * alone, but 26.3 takes a `ClipProjectItem` (read back in the host by others). Where a build does
 * not, the project itself keeps it under the item's id. XMP is no place for it: Premiere may write
 * XMP into the media file, which belongs to the editor.
 */
const NAME = "needledrop.track";

type Clip = Pick<BinClip, "item" | "clip">;

/**
 * Reads what was kept of a track; null where nothing was, or where it can no longer be read. The
 * project's own properties are asked for once, however many clips are read.
 */
export function tagReader(
  premiere: Premiere,
  project: Project,
): (clip: Clip) => Promise<TrackTag | null> {
  const ofProject = propertiesOf(premiere, project);
  return async (clip) => {
    for (const { properties, name } of await places(premiere, ofProject, clip)) {
      const tag = await orElse(null, () =>
        properties.hasValue(name) ? parseTag(properties.getValue(name)) : null,
      );
      if (tag !== null) return tag;
    }
    return null;
  };
}

/**
 * Keeps a tag, unless it is there already.
 * @param rename whether to name the item after the track too, in the same undo step
 * @returns whether the project holds the tag now, read back
 */
export async function writeTag(
  premiere: Premiere,
  project: Project,
  clip: Clip,
  tag: TrackTag,
  rename: boolean,
): Promise<boolean> {
  const json = JSON.stringify(tag);
  const isKept = ({ properties, name }: Place): Promise<boolean> =>
    orElse(false, () => properties.hasValue(name) && properties.getValue(name) === json);
  const { PERSISTENT } = premiere.Constants.PropertyType;
  const write = ({ properties, name }: Place, isNamed: boolean): void =>
    project.lockedAccess(() => {
      project.executeTransaction((compound) => {
        compound.addAction(properties.createSetValueAction(name, json, PERSISTENT));
        if (isNamed) compound.addAction(clip.clip.createSetNameAction(tag.title));
      }, `Keep the licence of “${tag.title}”`);
    });
  for (const place of await places(premiere, propertiesOf(premiere, project), clip)) {
    if (await isKept(place)) return true;
    // A name that Premiere does not take must not cost the licence.
    for (const isNamed of rename ? [true, false] : [false]) {
      // What it answers is not asked: whether the tag is there is.
      await orElse(undefined, () => write(place, isNamed));
      if (await isKept(place)) return true;
    }
  }
  return false;
}

interface Place {
  readonly properties: Properties;
  readonly name: string;
}

/** Where a tag may be, best first. */
async function places(
  premiere: Premiere,
  ofProject: Promise<Properties | null>,
  { item, clip }: Clip,
): Promise<Place[]> {
  // The types name projects and sequences only; see above.
  const ofClip = propertiesOf(premiere, clip as unknown as Sequence);
  const found = [
    { properties: await ofClip, name: NAME },
    { properties: await ofProject, name: `${NAME}.${item.getId()}` },
  ];
  return found.flatMap(({ properties, name }) => (properties ? [{ properties, name }] : []));
}

function propertiesOf(premiere: Premiere, owner: Project | Sequence): Promise<Properties | null> {
  return orElse(null, async () => maybe(await premiere.Properties.getProperties(owner)) ?? null);
}

function parseTag(json: string): TrackTag | null {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), TrackTagSchema), json);
  return parsed.success ? parsed.output : null;
}
