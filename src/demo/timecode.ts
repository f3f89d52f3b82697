/** `seconds` as timecode, `HH:MM:SS:FF`. */
export function timecode(seconds: number, frameRate: number): string {
  const frames = Math.round(seconds * frameRate);
  const whole = Math.floor(frames / frameRate);
  return [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60, frames % frameRate]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
}

/** A length in minutes and seconds: `1:05`, `0:09`. */
export function minutes(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
