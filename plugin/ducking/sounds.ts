import type { ClipProjectItem, Project, ProjectItem } from "@adobe/premierepro";
import { maybe, orElse, type Open, type Premiere } from "../premiere.ts";
import { idsInBin } from "../project/bin.ts";
import { tagReader } from "../project/tags.ts";
import { audioClips, trackName, type PlacedClip } from "../timeline/clips.ts";

/** The project item that a clip on the timeline plays. */
export interface Source {
  readonly id: string;
  readonly item: ProjectItem;
  readonly clip: ClipProjectItem;
}

/** An audio clip on the timeline. */
export interface Sound extends PlacedClip {
  /** Null for what has none, such as a tone, or where Premiere does not say. */
  readonly source: Source | null;
  /** Whether it is music that Needledrop laid. */
  readonly isMusic: boolean;
}

export interface Sounds {
  readonly trackCount: number;
  readonly all: readonly Sound[];
  /** The selected pieces of our music, else all of them. */
  readonly music: readonly Sound[];
  readonly notes: readonly string[];
}

/** Every audio clip of the sequence, and which of them is ours. */
export async function readSounds(premiere: Premiere, { project, sequence }: Open): Promise<Sounds> {
  const [{ clips, trackCount, blind }, binIds] = await Promise.all([
    audioClips(premiere, sequence),
    idsInBin(premiere, project),
  ]);
  const sources = await Promise.all(clips.map(({ item }) => sourceOf(premiere, item)));
  const ours = await musicIds(premiere, project, sources, binIds);
  const all = clips.map((clip, index): Sound => {
    const source = sources[index] ?? null;
    return { ...clip, source, isMusic: source !== null && ours.has(source.id) };
  });
  const music = all.filter(({ isMusic }) => isMusic);
  const flags = await Promise.all(
    music.map(({ item }) => orElse(false, () => item.getIsSelected())),
  );
  const selected = music.filter((_, index) => flags[index]);
  return {
    trackCount,
    all,
    music: selected.length > 0 ? selected : music,
    notes: [...blind].map(
      (track) => `A clip on ${trackName(track)} cannot be read; it was left out.`,
    ),
  };
}

function sourceOf(premiere: Premiere, clip: PlacedClip["item"]): Promise<Source | null> {
  return orElse(null, async () => {
    const item = maybe(await clip.getProjectItem());
    const cast = item ? maybe(premiere.ClipProjectItem.cast(item)) : null;
    return item && cast ? { id: item.getId(), item, clip: cast } : null;
  });
}

/** Which items are music of ours: what lies in Needledrop's bin, and what was moved out of it. */
async function musicIds(
  premiere: Premiere,
  project: Project,
  sources: readonly (Source | null)[],
  binIds: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const ours = new Set(binIds);
  const others = new Map<string, Source>();
  for (const source of sources)
    if (source !== null && !ours.has(source.id)) others.set(source.id, source);
  const readTag = tagReader(premiere, project);
  const tag = async (source: Source): Promise<void> => {
    if ((await readTag(source)) !== null) ours.add(source.id);
  };
  await Promise.all([...others.values()].map(tag));
  return ours;
}
