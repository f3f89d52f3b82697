import type { Section } from "../../src/contract/track.ts";
import { orElse, type Premiere } from "../premiere.ts";
import { mediaTimes, type MediaTimes } from "../project/media.ts";
import { readWords, type Word } from "../scene/transcript.ts";
import type { Source } from "./sounds.ts";

/** What is said in a clip of the project, in seconds from its file's beginning. */
export interface Transcript {
  readonly words: readonly Section[];
  /** Null where Premiere does not say. */
  readonly times: MediaTimes | null;
}

/** Reads the transcript of each project item once, however often it lies on the timeline. */
export class Transcripts {
  private readonly known = new Map<string, Promise<Transcript | "none" | "unreadable">>();

  constructor(private readonly premiere: Premiere) {}

  of(source: Source): Promise<Transcript | "none" | "unreadable"> {
    const known = this.known.get(source.id) ?? this.read(source);
    this.known.set(source.id, known);
    return known;
  }

  private async read({ clip }: Source): Promise<Transcript | "none" | "unreadable"> {
    const [words, times] = await Promise.all([
      orElse<Word[] | null | "unreadable">("unreadable", () => readWords(this.premiere, clip)),
      orElse(null, () => mediaTimes(clip)),
    ]);
    if (words === null) return "none";
    if (words === "unreadable") return words;
    const timed = words.flatMap(({ start, duration }) =>
      start === null || duration === null || duration <= 0
        ? []
        : [{ start, end: start + duration }],
    );
    return words.length > 0 && timed.length === 0 ? "unreadable" : { words: timed, times };
  }
}
