import { checkRelease, tagOf, versionOf } from "./checks.ts";
import type { ReleaseState } from "./state.ts";

/** How far to go: only list the steps; test, build and package; or also tag the commit. */
export type Mode = "dry-run" | "rehearse" | "write";

export interface ReleaseTools {
  /** Runs a program in the repository and returns whether it succeeded. */
  readonly run: (command: string, args: readonly string[]) => boolean;
  readonly say: (line: string) => void;
}

/**
 * Checks, tests and tags a release. Stops at a failed step.
 * @returns whether all steps succeeded
 */
export function release(state: ReleaseState, mode: Mode, { run, say }: ReleaseTools): boolean {
  say(`Needledrop ${versionOf(state)}`);
  const checks = checkRelease(state);
  for (const { name, problem } of checks) {
    say(problem === null ? `  ok      ${name}` : `  FAILED  ${name}. ${problem}`);
  }
  const isReady = checks.every(({ problem }) => problem === null);

  const tag = tagOf(state);
  const rehearsal = [
    // It checks, builds and packages before it tests, so that the package itself is tested.
    { command: "npm", args: ["test"] },
  ];
  const writing = [{ command: "git", args: ["tag", "-a", tag, "-m", `Needledrop ${tag}`] }];
  if (mode === "dry-run") {
    for (const step of rehearsal) say(`Would run: ${lineOf(step)}`);
    for (const step of writing) say(`With --write, would run: ${lineOf(step)}`);
    return isReady;
  }
  if (!isReady) return false;
  for (const step of mode === "write" ? [...rehearsal, ...writing] : rehearsal) {
    say(`Running: ${lineOf(step)}`);
    if (run(step.command, step.args)) continue;
    say(`FAILED: ${lineOf(step)}`);
    return false;
  }
  say(
    mode === "write"
      ? `Tagged ${tag}. Publish it with "git push origin ${tag}" and attach dist/needledrop.ccx.`
      : "All checks passed, and no tag was written. Run again with --write to tag this commit.",
  );
  return true;
}

const lineOf = ({ command, args }: { command: string; args: readonly string[] }): string =>
  [command, ...args.map((arg) => (arg.includes(" ") ? `"${arg}"` : arg))].join(" ");
