import type { ClipProjectItem } from "@adobe/premierepro";
import { NO_SELECTION, type SceneClip, type Selection } from "../../src/contract/selection.ts";
import { activeProject, activeSequence, maybe, orElse, type Premiere } from "../premiere.ts";
import { readClip } from "./clip-text.ts";
import { fitMarkers, markersWithin } from "./markers.ts";
import { selectedItems, type SelectedItem } from "./selected-items.ts";
import { cutText, TextAllowance } from "./text-allowance.ts";

const CLIP_LIMIT = 200;
// Characters of all clips together, and of the sequence's markers. JSON may double them, and one
// message takes four million (`MESSAGE_LIMIT`).
const CLIPS_ALLOWANCE = 1_600_000;
const MARKERS_ALLOWANCE = 100_000;
const UNREADABLE_LIMIT = 200;
const NAME_LIMIT = 1000;

/** See `EditorHost.readSelection`. Clips are read side by side, so it takes as long as the slowest. */
export async function readSelection(premiere: Premiere): Promise<Selection> {
  const project = await activeProject(premiere);
  if (project === null) return NO_SELECTION;
  const sequence = await activeSequence(project);
  const selected = await selectedItems(premiere, project, sequence);
  const chosen = selected.items.flatMap((item) => asClip(premiere, item)).slice(0, CLIP_LIMIT);
  const root = await orElse("", async () => (await project.getRootItem()).name);
  const room = Math.floor(CLIPS_ALLOWANCE / Math.max(1, chosen.length));
  const [read, markers] = await Promise.all([
    Promise.all(
      chosen.map((clip) => readOne(premiere, clip, { room: new TextAllowance(room), root })),
    ),
    orElse([], async () =>
      sequence === null ? [] : markersWithin(premiere, sequence, selected.spans),
    ),
  ]);
  const unreadable = [...selected.unreadable, ...read.filter((clip) => typeof clip === "string")];
  return {
    clips: read.filter((clip) => typeof clip !== "string"),
    markers: fitMarkers(markers, new TextAllowance(MARKERS_ALLOWANCE)),
    sequence: selected.spans.length === 0 ? "" : cutText(sequence?.name ?? "", NAME_LIMIT),
    unreadable: unreadable.slice(0, CLIP_LIMIT).map((name) => cutText(name, UNREADABLE_LIMIT)),
  };
}

interface ChosenClip extends SelectedItem {
  /** Null when the item cannot be cast. */
  readonly clip: ClipProjectItem | null;
}

/** An item as a clip, cast or not; nothing for a bin. */
function asClip(premiere: Premiere, selected: SelectedItem): ChosenClip[] {
  try {
    const clip = maybe(premiere.ClipProjectItem.cast(selected.item));
    return clip ? [{ ...selected, clip }] : [];
  } catch {
    return [{ ...selected, clip: null }];
  }
}

/** The clip's texts, or what to call it where they cannot be read. */
async function readOne(
  premiere: Premiere,
  selected: ChosenClip,
  limits: { readonly room: TextAllowance; readonly root: string },
): Promise<SceneClip | string> {
  const { clip } = selected;
  const read = clip && (await orElse(null, () => readClip(premiere, selected, clip, limits)));
  return read ?? orElse("A clip", () => selected.item.name || "A clip");
}
