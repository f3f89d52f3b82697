import type { Project, Sequence } from "@adobe/premierepro";
import type { Check } from "../../src/contract/host-check.ts";
import { activeProject, activeSequence, idOf, orElse, type Premiere } from "../premiere.ts";
import { clipsIn, findBin, type Bin, type BinClip } from "../project/bin.ts";
import { look, note, ok, okIf, type Finding } from "./look.ts";
import { tryMarker, tryProperties } from "./try-notes.ts";
import { tryOverwrite } from "./try-overwrite.ts";
import { tryVolume } from "./try-volume.ts";

const NAME = "Needledrop check";

/** What each trial works with: a sequence that goes away again, and music to lay into it. */
export interface Trial {
  readonly premiere: Premiere;
  readonly project: Project;
  readonly sequence: Sequence;
  readonly music: BinClip;
  /** Runs one transaction and remembers what it answered. */
  readonly transact: (label: string, run: () => boolean) => boolean;
}

/** Makes a sequence, tries on it what edits rely on, and takes it away again. */
export async function checkScratch(premiere: Premiere): Promise<Check[]> {
  const project = await activeProject(premiere);
  const material = project === null ? null : await someMusic(premiere, project);
  if (project === null || material === null)
    return [await look("scratch", "Sequence to try things on", noMusic)];

  const { bin, music } = material;
  const former = await activeSequence(project);
  const made: Sequence[] = [];
  const making = await look("scratch", "Sequence to try things on", async () => {
    const sequence = await project.createSequenceFromMedia(NAME, [music.clip], bin.item);
    made.push(sequence);
    return ok(`“${sequence.name}” was made from “${music.item.name}”`);
  });
  const [sequence] = made;
  if (sequence === undefined) return [making];
  // No trial throws, so the sequence is taken away whatever comes out of them.
  const tried = await tryAll(premiere, project, sequence, music);
  const removal = await look("removed", "Removal of that sequence", () =>
    takeAway(project, sequence, former),
  );
  return [making, ...tried, removal];
}

async function tryAll(
  premiere: Premiere,
  project: Project,
  sequence: Sequence,
  music: BinClip,
): Promise<Check[]> {
  const answers: string[] = [];
  const transact = (label: string, run: () => boolean): boolean => {
    const answer = run();
    answers.push(`“${label}” answered ${String(answer)}`);
    return answer;
  };
  const trial: Trial = { premiere, project, sequence, music, transact };
  // One after the other: each is an edit, and each may rely on the one before.
  return [
    await look("overwrite", "Overwriting a part of a track", () => tryOverwrite(trial)),
    await look("volume", "Volume and its keyframes", () => tryVolume(trial)),
    await look("marker", "Markers", () => tryMarker(trial)),
    await look("properties-kept", "What properties keep", () => tryProperties(trial)),
    await look("undo", "Undo", () =>
      note(`Edit > Undo must have shown, in this order: ${answers.join("; ") || "nothing"}`),
    ),
  ];
}

/** Opens the former sequence again and deletes the one that was made; nothing else. */
async function takeAway(
  project: Project,
  sequence: Sequence,
  former: Sequence | null,
): Promise<Finding> {
  const id = idOf(sequence);
  const isBack = former === null || (await orElse(false, () => project.openSequence(former)));
  const said = await project.deleteSequence(sequence);
  const left = (await project.getSequences()).some((each) => idOf(each) === id);
  return okIf(
    !left && isBack,
    `deleteSequence answered ${String(said)}; “${NAME}” is ${left ? "still there: delete it by hand" : "gone"}; the former sequence is ${isBack ? "" : "not "}open again`,
  );
}

const noMusic = (): Finding =>
  note("none was made, for there is nothing in Needledrop's bin: insert a track and check again");

async function someMusic(
  premiere: Premiere,
  project: Project,
): Promise<{ readonly bin: Bin; readonly music: BinClip } | null> {
  return orElse(null, async () => {
    const bin = await findBin(premiere, project);
    const clips = bin === null ? [] : await clipsIn(premiere, bin.folder);
    // What has no file is no music: a sequence that an earlier check could not delete.
    const music = clips.find(({ path }) => path !== "");
    return bin === null || music === undefined ? null : { bin, music };
  });
}
