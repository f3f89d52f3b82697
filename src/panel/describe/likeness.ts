import { LIKENESS_LIMIT, type Likeness, type Reference } from "../../contract/likeness.ts";
import type { SearchResult } from "../../contract/search.ts";
import type { Section } from "../../contract/track.ts";
import { likeLimitText, passageName, trackName } from "../words/describe.ts";
import { info, type Notice } from "../words/notice.ts";
import type { LikeWish, Wishes } from "../model/wishes.ts";

/** Whether results are to be more or less like something. */
export type Direction = "more" | "less";

/** How much one counts beside words, whose weight is 1. */
const WEIGHT: Readonly<Record<Direction, number>> = { more: 1, less: -1 };

/** What it works with. */
export interface LikenessParts {
  readonly wishes: () => Wishes;
  readonly change: (wishes: Pick<Wishes, "like">) => Promise<void>;
  readonly tell: (notice: Notice) => void;
}

/** Music that results are to be like, or unlike. Nothing here rejects. */
export class LikenessWishes {
  constructor(private readonly parts: LikenessParts) {}

  /**
   * Asks for more or less like a track, or a passage of it, and takes it back where that was asked for
   * already.
   */
  toggle(direction: Direction, { track }: SearchResult, passage: Section | null): Promise<void> {
    const of = musicOf(track.id, passage);
    if (this.directionOf(of) === direction) return this.drop(of);
    const name = trackName(track.title);
    return this.add(direction, of, passage === null ? name : passageName(passage, name));
  }

  /** Asks for music like a file. */
  addReference({ id, name }: Reference): Promise<void> {
    return this.add("more", { kind: "reference", id }, name);
  }

  drop(of: Likeness["of"]): Promise<void> {
    return this.parts.change({ like: this.others(of) });
  }

  /** What was asked for of this music; null if nothing was. */
  directionOf(of: Likeness["of"]): Direction | null {
    const wish = this.parts.wishes().like.find((one) => isSame(one.of, of));
    return wish === undefined ? null : directionOf(wish);
  }

  private async add(direction: Direction, of: Likeness["of"], name: string): Promise<void> {
    const others = this.others(of);
    if (others.length === LIKENESS_LIMIT) return this.parts.tell(info(likeLimitText));
    await this.parts.change({ like: [...others, { of, weight: WEIGHT[direction], name }] });
  }

  private others(of: Likeness["of"]): LikeWish[] {
    return this.parts.wishes().like.filter((one) => !isSame(one.of, of));
  }
}

/** A track, or a passage of it. */
export const musicOf = (id: string, passage: Section | null): Likeness["of"] => ({
  kind: "track",
  id,
  ...(passage && { section: passage }),
});

export const directionOf = ({ weight }: Likeness): Direction => (weight < 0 ? "less" : "more");

const isSame = (one: Likeness["of"], other: Likeness["of"]): boolean =>
  one.kind === other.kind &&
  one.id === other.id &&
  one.section?.start === other.section?.start &&
  one.section?.end === other.section?.end;
