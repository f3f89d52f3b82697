/** In which ways builds of Premiere differ; what is given is what 26.3 is said to do. */
export interface Build {
  /**
   * `Media.start` and `.duration`: Adobe's Media reference says promises, its types say values, and
   * 26.5 replaces them with `getStart()` and `getDuration()` (Adobe's samples, pull request 80).
   */
  media: "promise" | "value" | "getters";
  /** Whether in and out points of a clip count from 0 or from `Media.start`: not documented. */
  marksFrom: "zero" | "mediaStart";
  /** Whether `Properties` takes clips too: 26.3 is said to, Adobe's types leave them out. */
  clipProperties: boolean;
  /** `FrameRate.ticksPerFrame` is write-only (Adobe, FrameRate reference: access "W"). */
  readableTicksPerFrame: boolean;
  /** An insert that shifts everything shifts the named tracks only (premiere-pro-mcp #562, 26.5). */
  rippleNamedTracksOnly: boolean;
  /**
   * How Premiere rounds clips on the timeline: by itself not at all, for what it is given lies on
   * frames; to frames; or to audio samples of 48 kHz where the timeline shows audio units.
   */
  rounding: "none" | "frames" | "samples";
  /**
   * How Level is held: reports say `10^(dB/20)` (premiere-pro-mcp #3, #22) or `10^((dB-15)/20)`
   * (hetpatel #14), so that 1 is the top of the fader.
   */
  levelScale: "amplitude" | "top15dB";
  /**
   * From where keyframes count: the clip's file, as in ExtendScript, or the sequence. `unsaid`: the
   * file, and a clip's first value does not tell. Nobody has documented it.
   */
  keyframesFrom: "file" | "sequence" | "unsaid";
  /** Whether Channel Volume stands before Volume among a clip's effects. */
  channelVolumeFirst: boolean;
}

export const BUILD_26_3: Build = {
  media: "promise",
  marksFrom: "zero",
  clipProperties: true,
  readableTicksPerFrame: false,
  rippleNamedTracksOnly: false,
  rounding: "none",
  levelScale: "amplitude",
  keyframesFrom: "file",
  channelVolumeFirst: false,
};
