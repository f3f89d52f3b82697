import type { WholeAudio } from "./whole-audio.ts";

/** A track, and what was found out about it, each once. */
export class Analysis {
  constructor(readonly audio: WholeAudio) {}
}
