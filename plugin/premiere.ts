import type { Project, Sequence, premierepro } from "@adobe/premierepro";
import { HostError, NeedledropError } from "../src/contract/errors.ts";
import { after } from "../src/shared/clock.ts";

/** The parts of `require("premierepro")` that this plugin uses. */
export type Premiere = Pick<
  premierepro,
  | "ClipProjectItem"
  | "Constants"
  | "EventManager"
  | "Exporter"
  | "FolderItem"
  | "Marker"
  | "Markers"
  | "Metadata"
  | "Project"
  | "ProjectItem"
  | "ProjectUtils"
  | "Properties"
  | "SequenceEditor"
  | "SourceMonitor"
  | "TickTime"
  | "TrackItemSelection"
  | "Transcript"
>;

/** Adobe's types promise a value in places where the host answers null; this admits the null. */
export function maybe<T>(value: T): T | null | undefined {
  return value;
}

/** What `read` answers, or `otherwise` where the host throws or rejects. */
export async function orElse<T>(otherwise: T, read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch {
    return otherwise;
  }
}

/** The project in front, or null when none is open; some builds throw where others answer null. */
export function activeProject(premiere: Premiere): Promise<Project | null> {
  return orElse(null, async () => maybe(await premiere.Project.getActiveProject()) ?? null);
}

/** The sequence in front, or null when none is open. */
export function activeSequence(project: Project): Promise<Sequence | null> {
  return orElse(null, async () => maybe(await project.getActiveSequence()) ?? null);
}

/** Identifies a sequence: by its guid, or by its name in a build without guids. */
export function idOf({ guid, name }: Sequence): string {
  return maybe(guid)?.toString() ?? name;
}

/** What an edit needs. */
export interface Open {
  readonly project: Project;
  readonly sequence: Sequence;
}

/** @throws HostError no sequence is open */
export async function openSequence(premiere: Premiere): Promise<Open> {
  const project = await activeProject(premiere);
  const sequence = project === null ? null : await activeSequence(project);
  if (project !== null && sequence !== null) return { project, sequence };
  throw new HostError({
    what: "No sequence is open.",
    next: "Open a sequence in the timeline and try again.",
  });
}

const TRY_AGAIN = "Try again; if it happens again, restart Premiere and report it.";

/**
 * Runs a call into Premiere, or several.
 * @throws HostError whatever Premiere throws ("Invalid parameter."), with what was being done; our
 * own errors as they are
 */
export async function ask<T>(
  what: string,
  input: string,
  call: () => T | Promise<T>,
  next = TRY_AGAIN,
): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    if (cause instanceof NeedledropError) throw cause;
    throw new HostError({ what, input, next, cause });
  }
}

/**
 * Runs one transaction: `run` holds lock and transaction, and answers what Premiere answered. Nothing
 * is taken for done because of it: what the transaction came to is to be read back.
 * @throws HostError Premiere threw, or said that it did nothing
 */
export async function commit(
  what: string,
  input: string,
  run: () => boolean | null | undefined,
): Promise<void> {
  if ((await ask(what, input, run)) !== false) return;
  throw new HostError({
    what,
    input,
    next: "Check that the project and its tracks are not locked, then try again.",
    cause: "executeTransaction answered false",
  });
}

/** Runs work when all earlier work has ended, well or not. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

// Milliseconds: as long as the page waits for an answer. What Premiere never answers must not hold
// up the rest.
const PATIENCE = 300_000;

/** A queue of its own: what it is given runs one after the other. */
export function turns(): Turns {
  let last: Promise<void> = Promise.resolve();
  return (work) => {
    let free = (): void => undefined;
    const isFree = new Promise<void>((resolve) => {
      free = resolve;
    });
    const done = last.then(async () => {
      const stop = after(PATIENCE, free);
      try {
        return await work();
      } finally {
        stop();
        free();
      }
    });
    last = isFree;
    return done;
  };
}
