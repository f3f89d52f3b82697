import type { ClipProjectItem, Marker, Markers, Project, TickTime } from "@adobe/premierepro";
import type { MarkReport, MarkRequest } from "../../src/contract/clip-markers.ts";
import { HostError } from "../../src/contract/errors.ts";
import { activeProject, ask, commit, orElse, type Premiere } from "../premiere.ts";
import { clipsIn, findBin } from "./bin.ts";
import { readMarks } from "./marks.ts";
import { isInTimeCode, mediaTimes } from "./media.ts";
import { tagReader } from "./tags.ts";

type Mark = MarkRequest["markers"][number];

// As many actions have been reported to be the most that one transaction takes.
const ACTIONS = 50;
// Two markers of one name that are less than a frame apart are the same marker.
const FRAME_SECONDS = 1 / 24;

/**
 * See `EditorHost.addMarkers`. Many markers take several undo steps. Those that would lie beyond
 * the end of the audio are left out.
 */
export async function addClipMarkers(
  premiere: Premiere,
  { trackId, title, markers }: MarkRequest,
): Promise<MarkReport> {
  const project = await activeProject(premiere);
  const clip = project && (await findTrack(premiere, project, trackId, title));
  if (project === null || clip === null) throw notInserted(title);
  const { zero, seconds } = await ask("Premiere does not say how long the music is.", title, () =>
    clockOf(premiere, clip),
  );
  const read = (): Promise<{ owner: Markers; marks: MarkSet }> =>
    ask("Premiere does not list the markers of this track.", title, async () => {
      const owner = await premiere.Markers.getMarkers(clip);
      return { owner, marks: new MarkSet(owner.getMarkers(), zero.seconds) };
    });

  const before = await read();
  const wanted = markers.filter(({ at }) => at < seconds);
  const missing = wanted.filter((mark) => before.marks.add(mark));
  const present = wanted.length - missing.length;
  if (missing.length === 0) return { added: 0, present, undoSteps: 0 };
  const parts = split(missing);
  let undoSteps = 0;
  try {
    for (const part of parts) {
      const step = parts.length === 1 ? "" : ` (${undoSteps + 1} of ${parts.length})`;
      await setMarks(premiere, project, before.owner, zero, part, `Mark “${title}”${step}`);
      undoSteps++;
    }
  } catch (cause) {
    if (undoSteps === 0) throw cause;
    const now = await orElse(null, read);
    if (now === null) throw notListed(title, undoSteps);
    const added = missing.filter((mark) => now.marks.has(mark)).length;
    throw stopped(title, added, missing.length, undoSteps, cause);
  }
  const after = await orElse(null, read);
  const added = missing.filter((mark) => after?.marks.has(mark)).length;
  if (added === 0) throw notListed(title, undoSteps);
  return { added, present, undoSteps };
}

async function findTrack(
  premiere: Premiere,
  project: Project,
  trackId: string,
  title: string,
): Promise<ClipProjectItem | null> {
  const clips = await ask("Premiere does not list the music of this project.", title, async () => {
    const bin = await findBin(premiere, project);
    return bin === null ? [] : clipsIn(premiere, bin.folder);
  });
  const tags = await Promise.all(clips.map(tagReader(premiere, project)));
  return clips.find((_, index) => tags[index]?.trackId === trackId)?.clip ?? null;
}

interface Clock {
  /** Where this build begins to count the times of this clip: at zero, or at its time code. */
  readonly zero: TickTime;
  /** The length of the file. */
  readonly seconds: number;
}

async function clockOf(premiere: Premiere, clip: ClipProjectItem): Promise<Clock> {
  const { TickTime, Constants } = premiere;
  const [times, marks] = await Promise.all([
    mediaTimes(clip),
    orElse(null, () => readMarks(clip, Constants.MediaType.AUDIO)),
  ]);
  const isFromTimeCode = marks !== null && isInTimeCode(marks, times);
  const zero = isFromTimeCode ? times.start : TickTime.TIME_ZERO;
  return { zero, seconds: times.duration.seconds };
}

/** Markers by name and time, both in seconds from the beginning of the file. */
class MarkSet {
  private readonly times = new Map<string, number[]>();

  /** Markers that cannot be read are left out. */
  constructor(markers: readonly Marker[], zeroSeconds: number) {
    for (const marker of markers) {
      try {
        this.add({ name: marker.getName(), at: marker.getStart().seconds - zeroSeconds });
      } catch {
        continue;
      }
    }
  }

  has({ name, at }: Pick<Mark, "name" | "at">): boolean {
    const times = this.times.get(name) ?? [];
    return times.some((time) => Math.abs(time - at) < FRAME_SECONDS);
  }

  /** Whether it was not there. */
  add(mark: Pick<Mark, "name" | "at">): boolean {
    if (this.has(mark)) return false;
    this.times.set(mark.name, [...(this.times.get(mark.name) ?? []), mark.at]);
    return true;
  }
}

function split(marks: readonly Mark[]): Mark[][] {
  return Array.from({ length: Math.ceil(marks.length / ACTIONS) }, (_, part) =>
    marks.slice(part * ACTIONS, (part + 1) * ACTIONS),
  );
}

async function setMarks(
  { Marker, TickTime }: Premiere,
  project: Project,
  owner: Markers,
  zero: TickTime,
  marks: readonly Mark[],
  label: string,
): Promise<void> {
  const times = marks.map(({ name, at, seconds }) => ({
    name,
    start: zero.add(TickTime.createWithSeconds(at)),
    duration: TickTime.createWithSeconds(seconds),
  }));
  await commit("Premiere did not set the markers.", label, () => {
    let done = false;
    project.lockedAccess(() => {
      done = project.executeTransaction((compound) => {
        for (const { name, start, duration } of times)
          compound.addAction(
            owner.createAddMarkerAction(name, Marker.MARKER_TYPE_COMMENT, start, duration, ""),
          );
      }, label);
    });
    return done;
  });
}

const notInserted = (title: string): HostError =>
  new HostError({
    what: "Needledrop's bin does not hold this track.",
    input: title,
    next: "Insert it first, or move it back into that bin, then set its markers.",
  });
const notListed = (title: string, undoSteps: number): HostError =>
  new HostError({
    what: "Premiere reported no error, but lists none of the markers.",
    input: title,
    next: `Open the track in the Source Monitor: if they are there, ${undo(undoSteps)} to take them off; if not, check that the project is not locked and try again.`,
  });
const stopped = (
  title: string,
  added: number,
  wanted: number,
  undoSteps: number,
  cause: unknown,
): HostError =>
  new HostError({
    what: `Premiere set ${added} of ${wanted} markers and then stopped.`,
    input: title,
    next: `Try again, and it goes on from there; or ${undo(undoSteps)} to take them off.`,
    cause,
  });
const undo = (steps: number): string => (steps === 1 ? "undo once" : `undo ${steps} times`);
