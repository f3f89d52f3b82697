import type { DuckReport } from "../../src/contract/ducking.ts";
import type { Section } from "../../src/contract/track.ts";
import { orElse, type Open, type Premiere } from "../premiere.ts";
import { sinceFileStart } from "../project/media.ts";
import { overlap } from "../timeline/clips.ts";
import { dialogueTracks } from "./dialogue-tracks.ts";
import type { Sound, Sounds } from "./sounds.ts";
import { Transcripts, type Transcript } from "./transcripts.ts";

/** Where somebody speaks over the music, in seconds from the sequence's beginning. */
export interface Speech {
  readonly sections: readonly Section[];
  readonly basis: DuckReport["basis"];
  /** Zero-based tracks. */
  readonly tracks: readonly number[];
  /** Clips with a transcript whose words cannot be placed on the timeline. */
  readonly unclear: readonly { readonly sound: Sound }[];
}

/**
 * The words of the transcripts where there are any; a clip without one speaks from start to end.
 * @param wanted tracks that the editor chose, or null
 * @throws HostError a chosen track does not exist, or none is known to speak
 */
export async function findSpeech(
  premiere: Premiere,
  { sequence }: Open,
  sounds: Sounds,
  wanted: readonly number[] | null,
): Promise<Speech> {
  const tracks = await dialogueTracks(premiere, sequence, sounds, wanted);
  const near = sounds.all.filter(
    (sound) =>
      !sound.isMusic &&
      tracks.includes(sound.track) &&
      sounds.music.some((music) => overlap(sound, music)),
  );
  const transcripts = new Transcripts(premiere);
  const heard = await Promise.all(near.map((sound) => listen(sound, transcripts)));
  return {
    sections: heard.flatMap(({ sections }) => sections),
    basis: heard.some(({ hasWords }) => hasWords) ? "transcript" : "clips",
    tracks,
    unclear: heard.filter(({ isUnclear }) => isUnclear),
  };
}

interface Heard {
  readonly sound: Sound;
  readonly sections: readonly Section[];
  readonly hasWords: boolean;
  readonly isUnclear: boolean;
}

async function listen(sound: Sound, transcripts: Transcripts): Promise<Heard> {
  const { item, source } = sound;
  const [inPoint, speed, isDisabled, transcript] = await Promise.all([
    orElse(null, () => item.getInPoint()),
    orElse(1, () => item.getSpeed()),
    orElse(false, () => item.isDisabled()),
    source === null ? "none" : transcripts.of(source),
  ]);
  if (isDisabled) return { sound, sections: [], hasWords: false, isUnclear: false };
  if (typeof transcript === "object" && inPoint !== null && isNormal(speed)) {
    const sections = usedWords(sound, inPoint.seconds, transcript);
    return { sound, sections, hasWords: true, isUnclear: false };
  }
  const whole = { start: sound.start.seconds, end: sound.end.seconds };
  return { sound, sections: [whole], hasWords: false, isUnclear: transcript !== "none" };
}

/** The words within the part of the file that the clip plays, where they lie on the timeline. */
function usedWords(sound: Sound, inPoint: number, transcript: Transcript): Section[] {
  const { words, times } = transcript;
  const start = sound.start.seconds;
  const end = sound.end.seconds;
  const fileStart = times === null ? inPoint : sinceFileStart(inPoint, times);
  return words.flatMap((word) => {
    const from = Math.max(start, start + word.start - fileStart);
    const to = Math.min(end, start + word.end - fileStart);
    return to > from ? [{ start: from, end: to }] : [];
  });
}

/** Adobe does not say whether 1 or 100 is as recorded. */
export function isNormal(speed: number): boolean {
  return speed === 1 || speed === 100;
}
