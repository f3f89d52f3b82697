import type {
  Action,
  AudioComponentChain,
  Component,
  ComponentParam,
  Keyframe,
  TickTime,
} from "@adobe/premierepro";
import { action } from "./items.ts";
import { handle, need, official } from "./parameters.ts";
import type { ClipNode, FakeState } from "./state.ts";
import { ticksOf, tickTime } from "./times.ts";

/** The volume of a clip; a new one for every change. */
export interface VolumeNode {
  /** Amplitude while it does not vary; that of a clip nobody has touched is 1. */
  readonly level: number;
  readonly isVarying: boolean;
  /** In order of time. `at`: ticks from the beginning of the clip's file. */
  readonly keyframes: readonly { readonly at: number; readonly level: number }[];
}

const UNTOUCHED: VolumeNode = { level: 1, isVarying: false, keyframes: [] };

/** A corner of the line that a clip's volume follows. */
interface VolumeCorner {
  /** In ticks from the sequence's beginning. */
  readonly at: number;
  readonly volume: number;
}

/** The line that a clip's volume follows, in order of time. */
export function volumeOf(clip: ClipNode): VolumeCorner[] {
  const { level, keyframes } = clip.volume ?? UNTOUCHED;
  if (keyframes.length === 0) return [{ at: clip.start, volume: level }];
  return keyframes.map((key) => ({
    at: key.at - clip.sourceStart + clip.start,
    volume: key.level,
  }));
}

/** The editor's hand on the fader: the same volume from beginning to end. */
export function setVolume(clip: ClipNode, volume: number): void {
  clip.volume = { ...UNTOUCHED, level: volume };
}

/** The editor's hand with the pen: corners as `volumeOf` gives them. */
export function drawVolume(clip: ClipNode, corners: readonly VolumeCorner[]): void {
  const keyframes = corners.map(({ at, volume }) => ({
    at: at - clip.start + clip.sourceStart,
    level: volume,
  }));
  clip.volume = { level: 1, isVarying: true, keyframes };
}

/** The effects that every audio clip has. */
export class FakeAudioComponentChain implements Pick<
  AudioComponentChain,
  "getComponentAtIndex" | "getComponentCount"
> {
  constructor(
    readonly state: FakeState,
    readonly node: ClipNode,
  ) {}

  getComponentCount(): number {
    return this.components.length;
  }

  getComponentAtIndex(...given: [number]): Component {
    need(given, 1);
    this.state.ledger.needLock();
    const found = this.components[given[0]];
    if (found === undefined) throw new Error("Invalid parameter.");
    return official<Component>(found);
  }

  private get components(): FakeComponent[] {
    const { state, node } = this;
    const volume = new FakeComponent(state, "Internal Volume Stereo", [
      new FakeSwitch(),
      new FakeLevel(state, node),
    ]);
    const channels = new FakeComponent(state, "Internal Channel Volume Stereo", [
      new FakeSwitch(),
      new FakeLevel(state, node, "Left"),
    ]);
    return state.build.channelVolumeFirst ? [channels, volume] : [volume, channels];
  }
}

type FakeParam = FakeSwitch | FakeLevel;

class FakeComponent implements Pick<Component, "getMatchName" | "getParam" | "getParamCount"> {
  constructor(
    private readonly state: FakeState,
    private readonly matchName: string,
    private readonly params: readonly FakeParam[],
  ) {}

  getMatchName(): Promise<string> {
    return Promise.resolve(this.matchName);
  }

  getParamCount(): number {
    return this.params.length;
  }

  getParam(...given: [number?]): ComponentParam {
    this.state.ledger.needLock();
    const found = this.params[given[0] ?? 0];
    if (found === undefined) throw new Error("Invalid parameter.");
    return official<ComponentParam>(found);
  }
}

type Value = Awaited<ReturnType<ComponentParam["getValueAtTime"]>>;
type UsedOfParam =
  "areKeyframesSupported" | "displayName" | "getStartValue" | "getValueAtTime" | "isTimeVarying";

/** Bypass: on or off. */
class FakeSwitch implements Pick<ComponentParam, UsedOfParam> {
  readonly displayName = "Bypass";

  areKeyframesSupported(): Promise<boolean> {
    return Promise.resolve(true);
  }

  getStartValue(): Promise<Keyframe> {
    return Promise.resolve(official<Keyframe>(new FakeKeyframe(false)));
  }

  getValueAtTime(...given: [TickTime]): Promise<Value> {
    ticksOf(given);
    return Promise.resolve(false);
  }

  isTimeVarying(): boolean {
    return false;
  }
}

class FakeKeyframe implements Pick<Keyframe, "position" | "value"> {
  readonly value: { value: number | boolean };

  constructor(
    value: number | boolean,
    public position: TickTime = tickTime(0),
  ) {
    this.value = { value };
  }
}

type UsedOfLevel =
  | UsedOfParam
  | "createAddKeyframeAction"
  | "createKeyframe"
  | "createRemoveKeyframeRangeAction"
  | "createSetTimeVaryingAction"
  | "createSetValueAction"
  | "getKeyframeListAsTickTimes";

class FakeLevel implements Pick<ComponentParam, UsedOfLevel> {
  constructor(
    readonly state: FakeState,
    readonly node: ClipNode,
    readonly displayName = "Level",
  ) {}

  areKeyframesSupported(): Promise<boolean> {
    return Promise.resolve(true);
  }

  isTimeVarying(): boolean {
    return this.stored.isVarying;
  }

  getKeyframeListAsTickTimes(): TickTime[] {
    return this.stored.keyframes.map(({ at }) => tickTime(at + this.fileStart));
  }

  getStartValue(): Promise<Keyframe> {
    const { node, state } = this;
    const position = state.build.keyframesFrom === "unsaid" ? 0 : node.sourceStart + this.fileStart;
    const level = this.levelAt(node.sourceStart) * this.scale;
    return Promise.resolve(official<Keyframe>(new FakeKeyframe(level, tickTime(position))));
  }

  getValueAtTime(...given: [TickTime]): Promise<Value> {
    return Promise.resolve(this.levelAt(ticksOf(given) - this.fileStart) * this.scale);
  }

  createKeyframe(...given: [unknown]): Keyframe {
    need(given, 1);
    if (typeof given[0] !== "number") throw new Error("Invalid parameter.");
    return official<Keyframe>(new FakeKeyframe(given[0]));
  }

  createSetTimeVaryingAction(...given: [boolean]): Action {
    need(given, 1);
    const [isVarying] = given;
    return this.change((volume) => {
      if (isVarying) return { ...volume, isVarying };
      return { ...UNTOUCHED, level: volume.keyframes[0]?.level ?? volume.level };
    });
  }

  /** Commits and drops the keyframe where the volume does not vary (reported of 26.3). */
  createAddKeyframeAction(...given: [Keyframe]): Action {
    const { at, level } = this.keyframe(given);
    return this.change((volume) => {
      const others = volume.keyframes.filter((key) => key.at !== at);
      const isFull = others.length >= (this.state.faults.keyframeLimit ?? Infinity);
      if (!volume.isVarying || isFull) return volume;
      const keyframes = [...others, { at, level }].sort((a, b) => a.at - b.at);
      return { ...volume, keyframes };
    });
  }

  /** Leaves a keyframe at the very end of the range: nobody says whether it belongs to it. */
  createRemoveKeyframeRangeAction(...given: [TickTime, TickTime, boolean?]): Action {
    need(given, 2);
    const [from = 0, to = 0] = given.slice(0, 2).map((time) => ticksOf([time]) - this.fileStart);
    return this.change((volume) => ({
      ...volume,
      keyframes: volume.keyframes.filter(({ at }) => at < from || at >= to),
    }));
  }

  createSetValueAction(...given: [Keyframe, boolean?]): Action {
    const { level } = this.keyframe(given);
    return this.change((volume) => (volume.isVarying ? volume : { ...volume, level }));
  }

  private get stored(): VolumeNode {
    return this.node.volume ?? UNTOUCHED;
  }

  /** What this host's numbers are over amplitudes. */
  private get scale(): number {
    return this.state.build.levelScale === "top15dB" ? 10 ** (-15 / 20) : 1;
  }

  /** Where this host's count of keyframes stands at the beginning of the file. */
  private get fileStart(): number {
    const { node, state } = this;
    if (state.build.keyframesFrom === "sequence") return node.start - node.sourceStart;
    return state.build.marksFrom === "mediaStart" ? (node.item?.mediaStart ?? 0) : 0;
  }

  private levelAt(at: number): number {
    const { keyframes, level } = this.stored;
    const before = keyframes.filter((key) => key.at <= at).at(-1) ?? keyframes[0];
    const after = keyframes.find((key) => key.at > at) ?? before;
    if (before === undefined || after === undefined) return level;
    if (after.at <= before.at) return before.level;
    const share = Math.max(0, (at - before.at) / (after.at - before.at));
    return before.level + share * (after.level - before.level);
  }

  private keyframe(given: readonly unknown[]): { readonly at: number; readonly level: number } {
    need(given, 1);
    const { value, position } = handle(FakeKeyframe, given[0]);
    return {
      at: ticksOf([position]) - this.fileStart,
      level: Number(value.value) / this.scale,
    };
  }

  private change(change: (volume: VolumeNode) => VolumeNode): Action {
    return action(this.state, () => {
      const before = this.stored;
      this.node.volume = change(before);
      return () => {
        this.node.volume = before;
      };
    });
  }
}
