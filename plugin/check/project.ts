import type { Project, Sequence } from "@adobe/premierepro";
import type { Check } from "../../src/contract/host-check.ts";
import { ProjectMusicFolder } from "../files/music-folder.ts";
import type { PremiereSurroundings } from "../premiere-host.ts";
import { activeProject, activeSequence, maybe, orElse, type Premiere } from "../premiere.ts";
import { clipsIn, findBin, type BinClip } from "../project/bin.ts";
import { failed, look, note, ok, okIf, type Finding } from "./look.ts";

/** What can be seen of the open project without changing it. The report names no path and no film. */
export async function checkProject({
  premiere,
  uxp,
  memory,
}: PremiereSurroundings): Promise<Check[]> {
  const project = await activeProject(premiere);
  const sequence = project === null ? null : await activeSequence(project);
  const clip = project === null ? null : await anyClip(premiere, project);
  return Promise.all([
    look("project", "Project", () => {
      if (project === null) return note("no project is open");
      const id = maybe(project.guid)?.toString() ?? "";
      return id === "" ? failed("the project has no guid") : ok(`its guid is ${id}`);
    }),
    look("music-folder", "Music folder", async () => {
      const folder = new ProjectMusicFolder(premiere, uxp.storage.localFileSystem, memory);
      const { path } = await folder.read();
      return path === null
        ? note("none is chosen for this project, or it can no longer be reached")
        : ok("it resolves from its token and can be listed");
    }),
    look("media", "Length of media", () => (clip === null ? noClip() : mediaForm(clip))),
    look("frame-rate", "Frame rate", () =>
      sequence === null ? noSequence() : rate(premiere, sequence),
    ),
    look("properties", "Properties", async () => {
      const [ofSequence, ofClip] = await Promise.all([
        takesProperties(premiere, sequence),
        takesProperties(premiere, clip?.clip ?? null),
      ]);
      return note(`of a sequence: ${ofSequence}; of a clip: ${ofClip}`);
    }),
    look("transcript", "Transcripts", () => {
      if (clip === null) return noClip();
      return note(`hasTranscript answers ${String(premiere.Transcript.hasTranscript(clip.clip))}`);
    }),
    look("constants", "Constants", () => {
      const { MediaType, PropertyType, TrackItemType } = premiere.Constants;
      return note(JSON.stringify({ MediaType, PropertyType, TrackItemType }));
    }),
  ]);
}

const noClip = (): Finding => note("no clip is in the project: import one and check again");
const noSequence = (): Finding => note("no sequence is open");

/** A clip to look at: of Needledrop's bin, else of the project's top. */
async function anyClip(premiere: Premiere, project: Project): Promise<BinClip | null> {
  return orElse(null, async () => {
    const bin = await findBin(premiere, project);
    const ours = bin === null ? [] : await clipsIn(premiere, bin.folder);
    return ours[0] ?? (await clipsIn(premiere, await project.getRootItem()))[0] ?? null;
  });
}

async function mediaForm({ item, clip }: BinClip): Promise<Finding> {
  const media: { duration?: unknown; getDuration?: unknown } = await clip.getMedia();
  const { duration } = media;
  const form =
    typeof media.getDuration === "function"
      ? "a function getDuration"
      : duration instanceof Promise || hasMember(duration, "then")
        ? "a promise"
        : hasMember(duration, "seconds")
          ? "a value"
          : `neither promise nor value: ${typeof duration}`;
  await duration; // A promise that nobody waits for must not reject either.
  return note(`duration is ${form} (looked at “${item.name}”)`);
}

function hasMember(value: unknown, name: string): boolean {
  return typeof value === "object" && value !== null && name in value;
}

async function rate(premiere: Premiere, sequence: Sequence): Promise<Finding> {
  const frameRate = (await sequence.getSettings()).getVideoFrameRate();
  const made = premiere.TickTime.createWithFrameAndFrameRate(1, frameRate).ticksNumber;
  const read: unknown = frameRate.ticksPerFrame;
  return okIf(
    Number.isFinite(made) && made > 0,
    `${frameRate.value} frames a second; one frame is ${made} ticks; ticksPerFrame reads ${String(read)}`,
  );
}

async function takesProperties(premiere: Premiere, owner: unknown): Promise<string> {
  if (owner === null) return "none to look at";
  return orElse("refused", async () => {
    await premiere.Properties.getProperties(owner as Sequence);
    return "taken";
  });
}
