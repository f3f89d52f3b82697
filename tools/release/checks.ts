import type { ReleaseState } from "./state.ts";

/** A condition for a release. */
export interface Check {
  readonly name: string;
  /** The problem and its remedy; null if there is none. */
  readonly problem: string | null;
}

/** The version to release, from package.json. */
export const versionOf = ({ versions }: ReleaseState): string => versions["package.json"] ?? "none";

export const tagOf = (state: ReleaseState): string => `v${versionOf(state)}`;

/** Runs all checks, so that one run names every problem. */
export function checkRelease(state: ReleaseState): Check[] {
  return [
    { name: "Everything is committed", problem: uncommitted(state) },
    { name: "Versions agree", problem: disagreement(state) },
    { name: "The changelog has this version", problem: missingEntry(state) },
    { name: "Nothing is left under Unreleased", problem: leftUnreleased(state) },
    { name: "The tag is free", problem: takenTag(state) },
  ];
}

/** Most files named in one line. */
const MOST_NAMES = 5;

function uncommitted({ changes }: ReleaseState): string | null {
  const names = changes.slice(0, MOST_NAMES).map((line) => line.slice(3));
  const more = changes.length - names.length;
  return changes.length === 0
    ? null
    : `Commit or remove these first: ${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}.`;
}

function disagreement(state: ReleaseState): string | null {
  const version = versionOf(state);
  if (!/^\d+\.\d+\.\d+$/.test(version)) {
    return `package.json has version ${version}; write it as major.minor.patch.`;
  }
  const others = Object.entries(state.versions).filter(([, stated]) => stated !== version);
  const differing = others.map(([file, stated]) => `${file} has ${stated}`);
  return differing.length === 0
    ? null
    : `package.json has ${version}, but ${differing.join(", ")}.`;
}

function missingEntry(state: ReleaseState): string | null {
  const version = versionOf(state);
  const found = sections(state.changelog).find(({ title }) => title.startsWith(`[${version}]`));
  const heading = `"## [${version}] - YYYY-MM-DD"`;
  if (found === undefined) return `Add ${heading} to CHANGELOG.md.`;
  if (!/^\[[^\]]+\] - \d{4}-\d\d-\d\d$/.test(found.title))
    return `Write the heading as ${heading}.`;
  return found.isEmpty ? `List the changes under ${heading}.` : null;
}

function leftUnreleased(state: ReleaseState): string | null {
  const unreleased = sections(state.changelog).find(({ title }) => title === "[Unreleased]");
  return unreleased === undefined || unreleased.isEmpty
    ? null
    : `Move the entries under [Unreleased] to [${versionOf(state)}], or to a new version.`;
}

function takenTag(state: ReleaseState): string | null {
  const tag = tagOf(state);
  return state.tags.includes(tag) ? `${tag} exists already: choose the next version.` : null;
}

interface ChangelogSection {
  readonly title: string;
  readonly isEmpty: boolean;
}

/** The changelog's second-level sections; a section without list entries is empty. */
function sections(changelog: string): ChangelogSection[] {
  const [, ...parts] = changelog.split(/^## /m);
  return parts.map((part) => ({
    title: part.split("\n", 1)[0]?.trim() ?? "",
    isEmpty: !/^- /m.test(part),
  }));
}
