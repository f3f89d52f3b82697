import { timecode } from "./format.ts";

/** About a picture of the selection that cannot be looked at. */
export const noPicture = (clip: string, at: number, why: string): string =>
  `The picture of “${clip}” at ${timecode(at)} was left out: ${why}.`;

export const WHY_NO_PICTURE = {
  damaged: "its file is damaged",
  tooLarge: "it has too many pixels",
  unknown: "it is neither JPEG nor PNG",
  noCanvas: "this panel cannot read pictures",
} as const;
export type WhyNoPicture = keyof typeof WHY_NO_PICTURE;
