import type { Project, ProjectItem, Sequence, TickTime } from "@adobe/premierepro";
import type { Section } from "../../src/contract/track.ts";
import { maybe, orElse, type Premiere } from "../premiere.ts";
import { clock, nameOf, type TrackItem } from "../timeline/clips.ts";
import { isPicture, selectedTrackItems } from "../timeline/selected.ts";

/** A project item that is selected. */
export interface SelectedItem {
  readonly item: ProjectItem;
  /** Which parts of it, in seconds of the source; null: all of it, or it is not known. */
  readonly parts: readonly Section[] | null;
}

export interface SelectedItems {
  /** Each once, although a linked clip counts as two track items, its picture and its sound. */
  readonly items: readonly SelectedItem[];
  /** Where the selected clips lie on the timeline, in seconds; empty for the project panel. */
  readonly spans: readonly Section[];
  /** What to call the clips whose project item cannot be had. */
  readonly unreadable: readonly string[];
}

// Five calls each. Whoever selects more than this wants the film, not a scene.
const TRACK_ITEM_LIMIT = 1000;

/** What the editor has selected: clips of the timeline, else those of the project panel. */
export async function selectedItems(
  premiere: Premiere,
  project: Project,
  sequence: Sequence | null,
): Promise<SelectedItems> {
  const onTimeline = await orElse([], () =>
    sequence === null ? [] : selectedTrackItems(premiere, sequence),
  );
  if (onTimeline.length > 0) return readTrackItems(onTimeline.slice(0, TRACK_ITEM_LIMIT));
  const inPanel = await orElse([], async () => {
    const selection = maybe(await premiere.ProjectUtils.getSelection(project));
    return (await selection?.getItems()) ?? [];
  });
  return { items: inPanel.map((item) => ({ item, parts: null })), spans: [], unreadable: [] };
}

/** Where a clip lies on the timeline, in seconds; null when the host does not say. */
export function spanOf(item: TrackItem): Promise<Section | null> {
  return section(() => Promise.all([item.getStartTime(), item.getEndTime()]));
}

async function readTrackItems(trackItems: readonly TrackItem[]): Promise<SelectedItems> {
  const read = await Promise.all(trackItems.map(readTrackItem));
  const items = new Map<string, SelectedItem>();
  for (const { id, item, part } of read.flatMap(({ source }) => source ?? [])) {
    const others = items.get(id)?.parts;
    const isWhole = part === null || others === null;
    items.set(id, { item, parts: isWhole ? null : [...(others ?? []), part] });
  }
  return {
    items: [...items.values()],
    spans: read.flatMap(({ span }) => span ?? []),
    unreadable: [...new Set(read.flatMap(({ unreadable }) => unreadable ?? []))],
  };
}

interface ReadTrackItem {
  readonly span: Section | null;
  /** Null for titles and other synthetic clips: they have no project item. */
  readonly source?: { id: string; item: ProjectItem; part: Section | null } | null;
  readonly unreadable?: string;
}

async function readTrackItem(trackItem: TrackItem): Promise<ReadTrackItem> {
  const [span, part, source] = await Promise.all([
    spanOf(trackItem),
    // Counted from the beginning of the source (Adobe, VideoClipTrackItem).
    section(() => Promise.all([trackItem.getInPoint(), trackItem.getOutPoint()])),
    orElse(undefined, async () => {
      const item = maybe(await trackItem.getProjectItem());
      return item ? { item, id: item.getId() } : null;
    }),
  ]);
  if (source === undefined) return { span, unreadable: await callIt(trackItem, span) };
  return { span, source: source && { ...source, part } };
}

async function section(read: () => Promise<TickTime[]>): Promise<Section | null> {
  const [start, end] = (await orElse([], read)).map(({ seconds }) => seconds);
  return start !== undefined && end !== undefined && end > start ? { start, end } : null;
}

/** A clip's name, or where it lies: “A clip on V2 at 1:12.0”. */
async function callIt(item: TrackItem, span: Section | null): Promise<string> {
  const name = await nameOf(item);
  if (name !== "") return name;
  const track = await orElse("", async () => {
    return ` on ${isPicture(item) ? "V" : "A"}${(await item.getTrackIndex()) + 1}`;
  });
  return `A clip${track}${span === null ? "" : ` at ${clock(span.start)}`}`;
}
