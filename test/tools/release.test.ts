import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { checkRelease } from "../../tools/release/checks.ts";
import { release, type Mode } from "../../tools/release/release.ts";
import { readState, type ReleaseState } from "../../tools/release/state.ts";

const CHANGELOG = `# Changelog

## [Unreleased]

## [1.2.0] - 2026-11-28

### Added

- A thing.

## [1.1.0] - 2026-10-01

- Another.
`;

const READY: ReleaseState = {
  changes: [],
  tags: ["v1.1.0"],
  versions: { "package.json": "1.2.0", "manifest.json": "1.2.0" },
  changelog: CHANGELOG,
};

const problems = (state: Partial<ReleaseState>): (string | null)[] =>
  checkRelease({ ...READY, ...state })
    .map(({ problem }) => problem)
    .filter((problem) => problem !== null);

/** Releases `state`; a program succeeds unless it is named in `failing`. */
function attempt(state: Partial<ReleaseState>, mode: Mode, failing: readonly string[] = []) {
  const ran: string[] = [];
  const said: string[] = [];
  const isDone = release({ ...READY, ...state }, mode, {
    run: (command, args) => {
      ran.push([command, ...args].join(" "));
      return !failing.includes(command);
    },
    say: (line) => said.push(line),
  });
  return { isDone, ran, said: said.join("\n") };
}

describe("the checks before a release", () => {
  it("find nothing wrong with one that is ready", () => {
    expect(problems({})).toEqual([]);
  });

  it("name what is not committed", () => {
    expect(problems({ changes: [" M README.md", "?? new file.ts"] })).toEqual([
      "Commit or remove these first: README.md, new file.ts.",
    ]);
    const many = ["a", "b", "c", "d", "e", "f", "g"].map((name) => ` M ${name}`);
    expect(problems({ changes: many })).toEqual([
      "Commit or remove these first: a, b, c, d, e and 2 more.",
    ]);
  });

  it("name every file that states another version", () => {
    const versions = { ...READY.versions, "manifest.json": "1.1.0", "CITATION.cff": "none" };
    expect(problems({ versions })).toEqual([
      "package.json has 1.2.0, but manifest.json has 1.1.0, CITATION.cff has none.",
    ]);
  });

  it("refuse a version that is not major.minor.patch", () => {
    const versions = { "package.json": "1.2" };
    expect(problems({ versions })[0]).toContain("major.minor.patch");
  });

  it("want the version in the changelog, with a date and entries", () => {
    const changed = (from: string, to: string) =>
      problems({ changelog: CHANGELOG.replace(from, to) });
    expect(changed("## [1.2.0]", "## [1.3.0]")).toEqual([
      'Add "## [1.2.0] - YYYY-MM-DD" to CHANGELOG.md.',
    ]);
    expect(changed(" - 2026-11-28", "")).toEqual([
      'Write the heading as "## [1.2.0] - YYYY-MM-DD".',
    ]);
    expect(changed("- A thing.", "")).toEqual([
      'List the changes under "## [1.2.0] - YYYY-MM-DD".',
    ]);
  });

  it("want nothing left under Unreleased", () => {
    const changelog = CHANGELOG.replace("[Unreleased]\n", "[Unreleased]\n\n- Later.\n");
    expect(problems({ changelog })).toEqual([
      "Move the entries under [Unreleased] to [1.2.0], or to a new version.",
    ]);
  });

  it("want a version that was not released before", () => {
    expect(problems({ tags: ["v1.2.0"] })).toEqual([
      "v1.2.0 exists already: choose the next version.",
    ]);
  });
});

describe("a release", () => {
  it("only says what it would do in a dry run", () => {
    const { isDone, ran, said } = attempt({}, "dry-run");
    expect({ isDone, ran }).toEqual({ isDone: true, ran: [] });
    expect(said).toContain("Would run: npm test");
    expect(said).toContain("git tag -a v1.2.0");
  });

  it("fails a dry run that found a problem, and still says what it would do", () => {
    const { isDone, said } = attempt({ tags: ["v1.2.0"] }, "dry-run");
    expect(isDone).toBe(false);
    expect(said).toContain("FAILED  The tag is free");
    expect(said).toContain("Would run: npm test");
  });

  it("tests and packages, and writes nothing unless told to", () => {
    expect(attempt({}, "rehearse")).toMatchObject({ isDone: true, ran: ["npm test"] });
  });

  it("tags the commit last", () => {
    const { isDone, ran } = attempt({}, "write");
    expect(isDone).toBe(true);
    expect(ran).toEqual(["npm test", "git tag -a v1.2.0 -m Needledrop v1.2.0"]);
  });

  it("runs nothing that is not ready, and tags nothing that failed", () => {
    expect(attempt({ changes: [" M a"] }, "write")).toMatchObject({ isDone: false, ran: [] });
    expect(attempt({}, "write", ["npm"])).toMatchObject({ isDone: false, ran: ["npm test"] });
    expect(attempt({}, "write", ["git"]).isDone).toBe(false);
  });
});

describe("the state of a repository", () => {
  it("is read from git and from every file that states a version", () => {
    const root = mkdtempSync(join(tmpdir(), "needledrop-release-"));
    onTestFinished(() => rmSync(root, { recursive: true, force: true }));
    const git = (...args: string[]) => {
      const identity = ["-c", "user.name=A", "-c", "user.email=a@example.com"];
      const { status, stderr } = spawnSync("git", [...identity, ...args], {
        cwd: root,
        encoding: "utf8",
      });
      expect(status, stderr).toBe(0);
    };
    for (const file of ["package.json", "package-lock.json", "manifest.json"]) {
      writeFileSync(join(root, file), JSON.stringify({ name: "x", version: "1.2.0" }));
    }
    writeFileSync(join(root, "CITATION.cff"), "cff-version: 1.2.0\nversion: 1.1.9\n");
    writeFileSync(join(root, "CHANGELOG.md"), CHANGELOG);
    git("init", "--quiet");
    git("add", "--all");
    git("commit", "--quiet", "--no-gpg-sign", "-m", "Begin");
    git("tag", "--no-sign", "-m", "1.1.0", "v1.1.0");
    expect(readState(root)).toEqual({
      changes: [],
      tags: ["v1.1.0"],
      versions: {
        "package.json": "1.2.0",
        "package-lock.json": "1.2.0",
        "manifest.json": "1.2.0",
        "CITATION.cff": "1.1.9",
      },
      changelog: CHANGELOG,
    });
    writeFileSync(join(root, "new.txt"), "");
    expect(readState(root).changes).toEqual(["?? new.txt"]);
  });

  it("is not read where there is no repository", () => {
    const root = mkdtempSync(join(tmpdir(), "needledrop-release-"));
    onTestFinished(() => rmSync(root, { recursive: true, force: true }));
    expect(() => readState(root)).toThrow("git status --porcelain failed");
  });
});
