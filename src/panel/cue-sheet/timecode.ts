/** Film and television slowed down for colour television in NTSC: 23.976 instead of 24, and so on. */
const NTSC = 1000 / 1001;
/** 29.97 and its kin are written with two to six decimals. */
const TOLERANCE = 0.005;
const FRAMES_LEFT_OUT: Readonly<Record<number, number>> = { 30: 2, 60: 4 };

/** How a sequence counts its frames. */
export interface FrameCount {
  /** Frames that really pass in a second. */
  readonly rate: number;
  /** Frames that one second of time code counts. */
  readonly nominal: number;
  /**
   * Numbers left out at each minute but the tenth, so that time code keeps to the clock; 0 for
   * non-drop-frame (SMPTE ST 12-1).
   */
  readonly dropped: number;
}

/**
 * 29.97 and 59.94 are counted drop-frame and written with a semicolon before the frames, as
 * Premiere shows them unless it is told otherwise; 23.976 and whole rates are non-drop-frame.
 */
export function frameCount(frameRate: number): FrameCount {
  const nominal = Math.round(frameRate);
  const slowed = nominal * NTSC;
  return Math.abs(frameRate - slowed) < TOLERANCE
    ? { rate: slowed, nominal, dropped: FRAMES_LEFT_OUT[nominal] ?? 0 }
    : { rate: frameRate, nominal: frameRate, dropped: 0 };
}

/** The frame nearest to a time. */
export const frameAt = (seconds: number, { rate }: FrameCount): number =>
  Math.round(seconds * rate);

/** `01:00:12:05`, or `01:00:12;05` where frame numbers are dropped. After 24 hours it begins anew. */
export function timecode(frame: number, count: FrameCount): string {
  const counted = withDropped(frame, count);
  const second = Math.floor(counted / count.nominal + 1e-9);
  const frames = counted - Math.ceil(second * count.nominal - 1e-9);
  const hour = mod(Math.floor(second / 3600), 24);
  const fields = [hour, mod(Math.floor(second / 60), 60), mod(second, 60)];
  return `${fields.map(two).join(":")}${count.dropped > 0 ? ";" : ":"}${two(frames)}`;
}

/** Adds the numbers that were left out up to this frame. */
function withDropped(frame: number, { nominal, dropped }: FrameCount): number {
  if (dropped === 0) return frame;
  const minute = nominal * 60 - dropped;
  const tenMinutes = minute * 10 + dropped;
  const tens = Math.floor(frame / tenMinutes);
  const rest = frame - tens * tenMinutes;
  // The first of ten minutes is whole; each after it begins with numbers left out.
  const minutes = Math.max(0, Math.floor((rest - dropped) / minute));
  return frame + dropped * (9 * tens + minutes);
}

/** Never negative, as a sequence may begin before zero. */
const mod = (value: number, by: number): number => ((value % by) + by) % by;
const two = (value: number): string => String(value).padStart(2, "0");
