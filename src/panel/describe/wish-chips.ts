import type { Levels, Likeness } from "../../contract/likeness.ts";
import type { Wishes } from "../model/wishes.ts";
import { levelChip, likeChip, secondChip } from "../words/describe.ts";
import { directionOf } from "./likeness.ts";

export type LevelName = keyof Levels;
/** In the order in which they are shown. */
export const LEVEL_NAMES: readonly LevelName[] = ["energy", "density", "brightness"];

/** Something that is asked for beside the description, and can be taken off. */
export type Wish =
  | { readonly kind: "second" }
  | { readonly kind: "like"; readonly of: Likeness["of"] }
  | { readonly kind: "level"; readonly level: LevelName };

export interface WishChip {
  /** No two chips have the same text. */
  readonly text: string;
  readonly wish: Wish;
}

/** A chip for each thing that is asked for beside the description; filters have their own. */
export function wishChips({ second, like, levels }: Wishes): WishChip[] {
  const also = second?.description.trim() ?? "";
  const named = like.map((one) => ({
    text: likeChip(directionOf(one), one.name),
    wish: { kind: "like" as const, of: one.of },
  }));
  return [
    ...(second === null || also === ""
      ? []
      : [{ text: secondChip(also, second.weight), wish: { kind: "second" as const } }]),
    ...unlikeTexts(named),
    ...LEVEL_NAMES.flatMap((level) => {
      const value = levels[level] ?? 0;
      return value === 0
        ? []
        : [{ text: levelChip(level, value), wish: { kind: "level" as const, level } }];
    }),
  ];
}

/** Two tracks of one title have chips that can be told apart. */
function unlikeTexts(chips: readonly WishChip[]): WishChip[] {
  const seen = new Map<string, number>();
  return chips.map((chip) => {
    const times = (seen.get(chip.text) ?? 0) + 1;
    seen.set(chip.text, times);
    return times === 1 ? chip : { ...chip, text: `${chip.text} (${times})` };
  });
}
