import type { Levels } from "../../contract/likeness.ts";
import type { Section } from "../../contract/track.ts";
import { clockTime } from "../../shared/clock-time.ts";

/** Everything the panel says where a scene is described. */

export const DESCRIBE = {
  also: "And also…",
  alsoHelp: "Add a second description and say how much it counts",
  alsoLabel: "And also",
  alsoPlaceholder: "A second description",
  share: "Share of the second description",
  removeAlso: "Remove the second description",
  adjust: "Adjust",
  adjustHelp: "More or less energy, density and brightness",
  resetLevels: "Reset",
  resetLevelsHelp: "Set energy, density and brightness back to neutral",
  likeFile: "Like a file…",
  likeFileHelp: "Find music like an audio file. It is heard here and kept nowhere.",
  more: "More like this",
  noMore: "No longer like this",
  less: "Less like this",
  noLess: "No longer unlike this",
  drop: "Drop an audio file to find music like it",
  dropNext: "It is heard on this machine and kept nowhere.",
  cancelHearing: "Cancel",
  didYouMean: "Did you mean",
} as const;

/** The ends of each level, and what a description becomes on the way there. */
export const LEVELS: Readonly<
  Record<keyof Levels, { readonly label: string; readonly low: End; readonly high: End }>
> = {
  energy: {
    label: "Energy",
    low: { name: "calm", more: "calmer" },
    high: { name: "energetic", more: "more energetic" },
  },
  density: {
    label: "Density",
    low: { name: "sparse", more: "sparser" },
    high: { name: "dense", more: "denser" },
  },
  brightness: {
    label: "Brightness",
    low: { name: "dark", more: "darker" },
    high: { name: "bright", more: "brighter" },
  },
};

interface End {
  readonly name: string;
  readonly more: string;
}

/** Titles stand in quotation marks, names of files do not. */
export const trackName = (title: string): string => `“${title}”`;

export const passageName = ({ start, end }: Section, name: string): string =>
  `${clockTime(start)}–${clockTime(end)} of ${name}`;

export const likeChip = (direction: "more" | "less", name: string): string =>
  `${direction === "more" ? "like" : "unlike"} ${name}`;

export const secondChip = (description: string, weight: number): string =>
  `and also: ${description} (${percent(weight)})`;

export function levelChip(level: keyof Levels, value: number): string {
  const size = Math.abs(value);
  const amount = size < 0.35 ? "a little " : size > 0.75 ? "much " : "";
  return amount + LEVELS[level][value < 0 ? "low" : "high"].more;
}

/** What a slider says. */
export const levelText = (level: keyof Levels, value: number): string =>
  value === 0 ? "neutral" : levelChip(level, value);

export const percent = (share: number): string => `${Math.round(100 * share)} %`;

export const hearingText = (file: string, done: number): string =>
  `Listening to ${file}… ${percent(done)}`;

export const likeLimitText =
  "Results can be like 20 tracks and passages at most. Remove one of them first.";
