import type { Project, ProjectItem, Sequence } from "@adobe/premierepro";
import { maybe, type Premiere } from "./premiere.ts";
import { placedItems, type TrackItem } from "./timeline.ts";

/**
 * The project items the editor has selected: those of the timeline, else those of the project
 * panel. Each once, although a linked clip counts as two track items, its picture and its sound.
 */
export async function selectedProjectItems(
  premiere: Premiere,
  project: Project,
  sequence: Sequence | null,
): Promise<ProjectItem[]> {
  const onTimeline = sequence === null ? [] : await timelineSelection(premiere, sequence);
  const items =
    onTimeline.length > 0
      ? await Promise.all(onTimeline.map(async (item) => maybe(await item.getProjectItem())))
      : await projectPanelSelection(premiere, project);
  const unique = new Map<string, ProjectItem>();
  // Titles and other synthetic clips have no project item.
  for (const item of items) if (item) unique.set(item.getId(), item);
  return [...unique.values()];
}

async function timelineSelection(premiere: Premiere, sequence: Sequence): Promise<TrackItem[]> {
  const selection = maybe(await sequence.getSelection());
  const selected = (await selection?.getTrackItems()) ?? [];
  if (selected.length > 0) return selected;
  // Premiere has been seen to answer an empty selection while clips say they are selected.
  const all = (await placedItems(premiere, sequence)).map(({ item }) => item);
  const flags = await Promise.all(all.map((item) => item.getIsSelected()));
  return all.filter((_, index) => flags[index]);
}

async function projectPanelSelection(premiere: Premiere, project: Project): Promise<ProjectItem[]> {
  const selection = maybe(await premiere.ProjectUtils.getSelection(project));
  return (await selection?.getItems()) ?? [];
}
