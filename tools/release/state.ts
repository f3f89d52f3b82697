import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";

/** The state of the repository before a release. */
export interface ReleaseState {
  /** Lines of `git status --porcelain`; none when everything is committed. */
  readonly changes: readonly string[];
  readonly tags: readonly string[];
  /** The version in each file. */
  readonly versions: Readonly<Record<string, string>>;
  /** Text of CHANGELOG.md. */
  readonly changelog: string;
}

const VersionSchema = v.object({ version: v.string() });

/**
 * @param root folder of a git repository
 * @throws Error a file is missing or has no version, or git fails
 */
export function readState(root: string): ReleaseState {
  const read = (file: string): string => readFileSync(join(root, file), "utf8");
  const inJson = (file: string): string => v.parse(VersionSchema, JSON.parse(read(file))).version;
  return {
    changes: git(root, "status", "--porcelain"),
    tags: git(root, "tag", "--list"),
    versions: {
      "package.json": inJson("package.json"),
      "package-lock.json": inJson("package-lock.json"),
      "manifest.json": inJson("manifest.json"),
      "CITATION.cff": /^version: *(\S+)$/m.exec(read("CITATION.cff"))?.[1] ?? "none",
    },
    changelog: read("CHANGELOG.md"),
  };
}

function git(root: string, ...args: readonly string[]): string[] {
  const { status, stdout, stderr, error } = spawnSync("git", args, { cwd: root, encoding: "utf8" });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`git ${args.join(" ")} failed: ${stderr.trim()}`);
  return stdout.split("\n").filter((line) => line !== "");
}
