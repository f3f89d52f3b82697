/**
 * Seconds as a player shows them, whole ones only: `65.7` is `1:05`, `7205` is `2:00:05`. It is how
 * a length, and a place in a track, is written everywhere. What is negative counts as 0.
 */
export function clockTime(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (value: number): string => String(value).padStart(2, "0");
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes}:${two(whole % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`;
}
