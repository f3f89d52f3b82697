import type { Cue } from "../../contract/cue.ts";
import { HostError } from "../../contract/errors.ts";

export const noSequence = (): HostError =>
  new HostError({
    what: "No sequence is open.",
    next: "Open a sequence in the timeline and try again.",
  });
export const bundledMissing = (input: string): HostError =>
  new HostError({
    what: "The audio of this track cannot be read.",
    input,
    next: "Build the demo again, or choose another track.",
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
export const noFolders = (input?: string): HostError =>
  new HostError({
    what: "This editor opens no folders.",
    ...(input === undefined ? {} : { input }),
    next: "Add the folder in the panel.",
  });
export const noDownloads = (): HostError =>
  new HostError({
    what: "This editor has no network and downloads nothing.",
    next: "Open the track's page, and download the file there.",
  });
export const noFolderChosen = (): HostError =>
  new HostError({
    what: "No folder was chosen for the music.",
    next: "Try again and choose one.",
  });
export const nameTaken = (path: string): HostError =>
  new HostError({
    what: "Another file of the same name lies in the folder for music.",
    input: path,
    next: "Choose another folder for music, then try again.",
  });
export const outOfOrder = (name: string): HostError =>
  new HostError({
    what: "A piece of the file does not follow the one before.",
    input: name,
    next: "Insert the track again.",
  });
