import type { Project, ProjectItem } from "@adobe/premierepro";
import type { Check } from "../../src/contract/host-check.ts";
import { activeProject, maybe, orElse, type Premiere } from "../premiere.ts";
import { comparable } from "../project/bin.ts";
import { look, note, okIf } from "./look.ts";

/** What was dragged off the strip since the panel opened. */
export interface Drags {
  /** Native paths of the files, one for each drag that was begun. */
  readonly begun: readonly string[];
}

/** Premiere does not report where a drag ends, but the project must hold the file afterwards. */
export function checkDrag(premiere: Premiere, { begun }: Drags): Promise<Check> {
  return look("drag", "Drag from the strip", async () => {
    const last = begun.at(-1);
    if (last === undefined) return note("none yet: drag a track to the timeline and check again");
    const project = await activeProject(premiere);
    if (project === null) return note("no project is open");
    const isHere = (await pathsIn(premiere, project)).has(comparable(last));
    return okIf(
      isHere,
      `${begun.length} begun; the last file is ${isHere ? "" : "not "}in the project: ${nameOf(last)}`,
    );
  });
}

// The report is for others; where the editor keeps files is not.
const nameOf = (path: string): string => comparable(path).split("/").at(-1) ?? "";

/** The files of the project, in every bin. */
async function pathsIn(premiere: Premiere, project: Project): Promise<ReadonlySet<string>> {
  const paths = new Set<string>();
  const read = async (item: ProjectItem): Promise<void> => {
    const bin = await orElse(null, () => maybe(premiere.FolderItem.cast(item)));
    if (bin) {
      await Promise.all((await orElse([], () => bin.getItems())).map(read));
      return;
    }
    const clip = await orElse(null, () => maybe(premiere.ClipProjectItem.cast(item)));
    const path = await orElse("", () => clip?.getMediaFilePath() ?? "");
    if (path !== "") paths.add(comparable(path));
  };
  const root = await project.getRootItem();
  await Promise.all((await root.getItems()).map(read));
  return paths;
}
