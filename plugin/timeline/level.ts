import type {
  AudioClipTrackItem,
  AudioComponentChain,
  Component,
  ComponentParam,
  Project,
  TickTime,
} from "@adobe/premierepro";
import { maybe, orElse, type Premiere } from "../premiere.ts";

/** The volume of a clip: the Level of its Volume effect. */
export interface Level {
  readonly param: ComponentParam;
  /**
   * Where the clip's volume stands, as Premiere holds it. Reports disagree about the scale
   * (`10^(dB/20)` or `10^((dB-15)/20)`), but on both a multiple is an amount of decibels.
   */
  readonly value: number;
  /** Time of the clip's first value, as this host counts keyframes; null where it does not say. */
  readonly position: TickTime | null;
  /** When the volume changes within the clip; empty when it does not. */
  readonly keyframes: readonly TickTime[];
}

/**
 * The level of each clip; null where there is none that can be read. All clips go through each step
 * together, for every step is a call into Premiere.
 */
export async function readLevels(
  premiere: Premiere,
  project: Project,
  clips: readonly { readonly item: AudioClipTrackItem }[],
): Promise<(Level | null)[]> {
  const chains = await Promise.all(
    clips.map(({ item }) => orElse(null, () => item.getComponentChain())),
  );
  const components = locked(project, chains, componentsOf);
  const volumes = await Promise.all(components.map(volumeAmong));
  const params = locked(project, volumes, paramsOf);
  return Promise.all(params.map((all) => levelAmong(premiere, all)));
}

/** Reads from each object what can only be read under the project's lock; nothing where that fails. */
function locked<From, To>(
  project: Project,
  from: readonly (From | null)[],
  read: (from: From) => To[],
): To[][] {
  let found: To[][] = from.map(() => []);
  const readAll = (): void => {
    found = from.map((object) => {
      try {
        return object === null ? [] : read(object);
      } catch {
        return [];
      }
    });
  };
  try {
    project.lockedAccess(readAll);
  } catch {
    // The lock cannot be had: then there is nothing to read.
  }
  return found;
}

function componentsOf(chain: AudioComponentChain): Component[] {
  return Array.from({ length: chain.getComponentCount() }, (_, i) => chain.getComponentAtIndex(i));
}

function paramsOf(component: Component): ComponentParam[] {
  return Array.from({ length: component.getParamCount() }, (_, i) => component.getParam(i));
}

/** By the match name, which is the same in every language; Channel Volume is another effect. */
async function volumeAmong(components: readonly Component[]): Promise<Component | null> {
  const names = await Promise.all(components.map((one) => orElse("", () => one.getMatchName())));
  const index = names.findIndex((name) => /volume/i.test(name) && !/channel\W*volume/i.test(name));
  return components[index] ?? null;
}

/** The first parameter that holds a number and takes keyframes; Bypass holds a boolean. */
async function levelAmong(
  premiere: Premiere,
  params: readonly ComponentParam[],
): Promise<Level | null> {
  const read = async (param: ComponentParam): Promise<Level | null> => {
    const [value, start, takesKeyframes] = await Promise.all([
      param.getValueAtTime(premiere.TickTime.TIME_ZERO),
      orElse(null, () => param.getStartValue()),
      param.areKeyframesSupported(),
    ]);
    const number = plain(value);
    if (typeof number !== "number" || !takesKeyframes) return null;
    const keyframes = param.isTimeVarying() ? maybe(param.getKeyframeListAsTickTimes()) : [];
    if (!keyframes) return null;
    return { param, value: number, position: start?.position ?? null, keyframes };
  };
  const levels = await Promise.all(params.map((param) => orElse(null, () => read(param))));
  return levels.find((level) => level !== null) ?? null;
}

/** A parameter's value by itself or, as in a keyframe, in a wrapper. */
export function plain(value: unknown): unknown {
  return typeof value === "object" && value !== null && "value" in value
    ? plain(value.value)
    : value;
}

/** From where a host counts keyframes: the beginning of the clip's file, or of the sequence. */
export type TimeBase = "source" | "sequence";

// Well below a frame, well above what rounding to audio samples does.
const SAME_SECONDS = 0.005;

/**
 * Adobe does not document from where keyframes are counted, but a clip's first value has a position.
 * It is that of the in point where keyframes count in the clip's file (as in ExtendScript), and that
 * of the clip's start where they count in the sequence. Null where it is neither. Where both are the
 * same, so are the counts.
 */
export function timeBase(
  position: TickTime | null,
  inPoint: TickTime,
  start: TickTime,
): TimeBase | null {
  const isAt = (time: TickTime): boolean =>
    position !== null && Math.abs(position.seconds - time.seconds) < SAME_SECONDS;
  if (isAt(inPoint)) return "source";
  return isAt(start) ? "sequence" : null;
}
