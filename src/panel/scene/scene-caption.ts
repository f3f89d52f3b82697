import { CAPTION_LIMIT, compose, describe, type Segment } from "./compose.ts";
import { isWritten, keyOf, type Part } from "./part.ts";

/**
 * What stands in the search box because of the selection, beside what the editor wrote there.
 *
 * The box is the truth: a segment counts as long as its words stand in the description, and all
 * else there is the editor's own. So whatever they do to the sentence, nothing has to be told.
 */
export class SceneCaption {
  private parts: readonly Part[] = [];
  private segments: readonly Segment[] = [];
  /** The description that was made last. */
  private made = "";

  /** The segments that stand in a description, in their order. */
  standing(description: string): readonly Segment[] {
    return this.segments.filter(({ text }) => description.includes(text));
  }

  /** What of a description the editor wrote. */
  own(description: string): string {
    return ownWords(description, this.standing(description));
  }

  /** Puts `parts` in place of what was there before. @returns the new description */
  begin(description: string, parts: readonly Part[]): string {
    return this.compose(this.own(description), parts);
  }

  /**
   * Adds parts that came later. Where the editor has changed the sentence meanwhile, they go to its
   * end, and nothing else of it changes.
   */
  join(description: string, parts: readonly Part[]): string {
    const all = [...this.left(description), ...parts];
    if (description === this.made) return this.compose(this.own(description), all);
    const room = CAPTION_LIMIT - description.length;
    const joined = compose(parts, description).filter(({ text }) => text.length <= room);
    this.parts = all;
    this.segments = [...this.standing(description), ...joined];
    return (this.made = describe(description, joined));
  }

  /** Takes a source out, and composes the rest again. */
  remove(description: string, key: string): string {
    const left = this.left(description).filter((part) => keyOf(part) !== key);
    return this.compose(this.own(description), left);
  }

  /** Takes all sources out; what the editor wrote stays. */
  removeAll(description: string): string {
    return this.compose(this.own(description), []);
  }

  /**
   * The segments of a description that are to be read as plain words: names, speech and pictures
   * set no filter and no negation. What the editor has written as well is theirs.
   */
  literal(description: string): string[] {
    const own = this.own(description);
    return this.standing(description)
      .filter(({ part, text }) => !isWritten(part) && !own.includes(text))
      .map(({ joint, text }) => {
        // With what joins it, so that the same word elsewhere in the sentence is still understood.
        const joined = joint + text;
        return description.includes(joined) ? joined : text;
      });
  }

  /** The parts that are left: those whose words the editor has changed or deleted are gone. */
  private left(description: string): readonly Part[] {
    const standing = this.standing(description).map(({ part }) => part);
    const once = this.segments.map(({ part }) => part);
    return this.parts.filter((part) => standing.includes(part) || !once.includes(part));
  }

  private compose(own: string, parts: readonly Part[]): string {
    this.parts = parts;
    this.segments = compose(parts, own);
    return (this.made = describe(own, this.segments));
  }
}

/** A description without segments and what joins them. */
export function ownWords(description: string, segments: readonly Segment[]): string {
  return [...segments]
    .reverse()
    .reduce((rest, { joint, text }) => {
      const at = rest.lastIndexOf(text);
      if (at < 0) return rest;
      const before = rest.slice(0, at);
      const kept = joint !== "" && before.endsWith(joint) ? before.slice(0, -joint.length) : before;
      const behind = rest.slice(at + text.length);
      const isLead = kept === "" ? behind.replace(/^[.,;]?\s+/, "") : behind;
      return kept + isLead;
    }, description)
    .trim();
}
