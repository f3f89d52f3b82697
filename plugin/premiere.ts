import type { Project, Sequence, premierepro } from "@adobe/premierepro";
import { HostError } from "../src/contract/errors.ts";

/** The parts of `require("premierepro")` that this plugin uses. */
export type Premiere = Pick<
  premierepro,
  | "ClipProjectItem"
  | "Constants"
  | "EventManager"
  | "FolderItem"
  | "Markers"
  | "Metadata"
  | "Project"
  | "ProjectUtils"
  | "SequenceEditor"
  | "TickTime"
  | "Transcript"
>;

/** Adobe's types promise a value in places where the host answers null; this says so. */
export function maybe<T>(value: T): T | null | undefined {
  return value;
}

/** The project in front, or null when none is open. */
export async function activeProject(premiere: Premiere): Promise<Project | null> {
  try {
    return maybe(await premiere.Project.getActiveProject()) ?? null;
  } catch {
    return null; // Some builds throw where others answer null.
  }
}

/** The sequence in front, or null when none is open. */
export async function activeSequence(project: Project): Promise<Sequence | null> {
  try {
    return maybe(await project.getActiveSequence()) ?? null;
  } catch {
    return null;
  }
}

/**
 * Runs a call into Premiere.
 * @throws HostError whatever Premiere throws ("Invalid parameter."), with what was being done
 */
export async function ask<T>(what: string, input: string, call: () => T | Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    throw new HostError({
      what,
      input,
      next: "Try again; if it happens again, restart Premiere and report it.",
      cause,
    });
  }
}
