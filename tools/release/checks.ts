import type { ReleaseState } from "./state.ts";

/** What must hold before a release. */
export interface Check {
  readonly name: string;
  /** What is wrong and what to do about it; null when all is well. */
  readonly problem: string | null;
}

/** The version to be released: the one in package.json. */
export const versionOf = ({ versions }: ReleaseState): string => versions["package.json"] ?? "none";

export const tagOf = (state: ReleaseState): string => `v${versionOf(state)}`;

/** Checks everything, so that one run names every problem. */
export function checkRelease(state: ReleaseState): Check[] {
  return [
    { name: "Everything is committed", problem: uncommitted(state) },
    { name: "Versions agree", problem: disagreement(state) },
    { name: "The changelog has this version", problem: missingEntry(state) },
    { name: "Nothing is left under Unreleased", problem: leftUnreleased(state) },
    { name: "The tag is free", problem: takenTag(state) },
  ];
}

/** How many files one line names. */
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
    return `package.json has version ${version}; make it major.minor.patch.`;
  }
  const others = Object.entries(state.versions).filter(([, stated]) => stated !== version);
  const told = others.map(([file, stated]) => `${file} has ${stated}`);
  return told.length === 0 ? null : `package.json has ${version}, but ${told.join(", ")}.`;
}

function missingEntry(state: ReleaseState): string | null {
  const version = versionOf(state);
  const found = sections(state.changelog).find(({ title }) => title.startsWith(`[${version}]`));
  const heading = `"## [${version}] - YYYY-MM-DD"`;
  if (found === undefined) return `Add ${heading} to CHANGELOG.md.`;
  if (!/^\[[^\]]+\] - \d{4}-\d\d-\d\d$/.test(found.title))
    return `Write the heading as ${heading}.`;
  return found.isEmpty ? `Say under ${heading} what changed.` : null;
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

/** The changelog's second-level sections; empty is one without a list entry. */
function sections(changelog: string): ChangelogSection[] {
  const [, ...parts] = changelog.split(/^## /m);
  return parts.map((part) => ({
    title: part.split("\n", 1)[0]?.trim() ?? "",
    isEmpty: !/^- /m.test(part),
  }));
}
