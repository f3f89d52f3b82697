import type { Cue } from "../../contract/cue.ts";
import { HostError } from "../../contract/errors.ts";
import { IMPORTABLE, endingOf } from "../../shared/importable.ts";
import type { LocalAudio } from "../../contract/track.ts";

/** @throws HostError Premiere does not import this kind of file, so neither does its stand-in */
export function requireImportable({ path }: LocalAudio): void {
  const ending = endingOf(path);
  if (IMPORTABLE.includes(ending)) return;
  throw new HostError({
    what:
      ending === ""
        ? "Premiere does not import files without an ending."
        : `Premiere does not import .${ending} files.`,
    input: path,
    next: "Convert it to WAV and use that file.",
  });
}

export const noSequence = (): HostError =>
  new HostError({
    what: "No sequence is open.",
    next: "Open a sequence in the timeline and try again.",
  });
export const audioMissing = (cue: Cue): HostError =>
  new HostError({
    what: "The audio of this track was not found.",
    input: cue.audio.path,
    next: "Choose another track, or restore the file.",
  });
export const beyondTheEnd = (cue: Cue, seconds: number): HostError =>
  new HostError({
    what: `The section lies beyond the end of the audio, which lasts ${seconds.toFixed(1)} s.`,
    input: cue.title,
    next: "Choose an earlier or longer section.",
  });
export const notThere = (title: string): HostError =>
  new HostError({
    what: "The timeline does not hold the music after the insert.",
    input: title,
    next: "Undo and try again.",
  });
export const pageNotOpened = (page: string): HostError =>
  new HostError({
    what: "The browser did not open the page.",
    input: page,
    next: "Press the button again, or open the address yourself.",
  });
