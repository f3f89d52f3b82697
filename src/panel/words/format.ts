import { clockTime } from "../../shared/clock-time.ts";

/** `3725.4` becomes `01:02:05`: the way a place on the timeline is written. */
export function timecode(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const fields = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return fields.map((field) => String(field).padStart(2, "0")).join(":");
}

/** A length as a player shows it, with tenths where they are not 0: `0:30`, `0:23.4`. */
export function exactLength(seconds: number): string {
  const tenths = Math.round(seconds * 10);
  return clockTime(tenths / 10) + (tenths % 10 === 0 ? "" : `.${tenths % 10}`);
}

/** Zero-based audio track as the timeline names it: `2` becomes `A3`. */
export const audioTrackName = (index: number): string => `A${index + 1}`;

/** Whole megabytes, rounded. */
export const megabytes = (bytes: number): string => String(Math.round(bytes / 1e6));

/** `under 1 MB`, `182 MB`, `10.7 GB`. */
export const sizeText = (bytes: number): string =>
  bytes < 1e6
    ? "under 1 MB"
    : bytes < 1e9
      ? `${megabytes(bytes)} MB`
      : `${(bytes / 1e9).toFixed(1)} GB`;

/** `1 clip`, `2 clips`. */
export const count = (n: number, one: string, many: string): string =>
  `${n} ${n === 1 ? one : many}`;
