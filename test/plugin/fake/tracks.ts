import type {
  Action,
  AudioClipTrackItem,
  AudioComponentChain,
  AudioTrack,
  Constants,
  Guid,
  ProjectItem,
  TickTime,
  VideoClipTrackItem,
  VideoTrack,
} from "@adobe/premierepro";
import { FakeAudioComponentChain } from "./components.ts";
import { TRACK_ITEM_TYPE } from "./constants.ts";
import { AUDIO_GUID, guid, VIDEO_GUID } from "./guid.ts";
import { FakeProjectItem } from "./items.ts";
import { need, official } from "./parameters.ts";
import type { ClipNode, FakeState } from "./state.ts";
import { tickTime } from "./times.ts";

export type TrackKind = "video" | "audio";

type UsedOfTrackItem =
  | "getDuration"
  | "getEndTime"
  | "getInPoint"
  | "getIsSelected"
  | "getMediaType"
  | "getName"
  | "getOutPoint"
  | "getProjectItem"
  | "getSpeed"
  | "getStartTime"
  | "getTrackIndex"
  | "isAdjustmentLayer"
  | "isDisabled";

/** What clips of picture and of sound have in common. */
export abstract class FakeTrackItem
  implements Pick<VideoClipTrackItem, UsedOfTrackItem>, Pick<AudioClipTrackItem, UsedOfTrackItem>
{
  abstract readonly kind: TrackKind;

  constructor(
    readonly state: FakeState,
    readonly node: ClipNode,
  ) {}

  getName(): Promise<string> {
    return Promise.resolve(this.node.name);
  }

  getStartTime(): Promise<TickTime> {
    return Promise.resolve(tickTime(this.node.start));
  }

  getEndTime(): Promise<TickTime> {
    return Promise.resolve(tickTime(this.node.end));
  }

  getDuration(): Promise<TickTime> {
    return Promise.resolve(tickTime(this.node.end - this.node.start));
  }

  getInPoint(): Promise<TickTime> {
    return Promise.resolve(tickTime(this.zero + this.node.sourceStart));
  }

  getOutPoint(): Promise<TickTime> {
    const { start, end, sourceStart } = this.node;
    return Promise.resolve(tickTime(this.zero + sourceStart + end - start));
  }

  getIsSelected(): Promise<boolean> {
    return Promise.resolve(this.node.selected);
  }

  getSpeed(): Promise<number> {
    return Promise.resolve(this.node.speed ?? 1);
  }

  isDisabled(): Promise<boolean> {
    return Promise.resolve(this.node.isDisabled ?? false);
  }

  isAdjustmentLayer(): Promise<boolean> {
    return Promise.resolve(this.node.isAdjustmentLayer ?? false);
  }

  getTrackIndex(): Promise<number> {
    const tracks = this.state.sequence?.[this.kind] ?? [];
    return Promise.resolve(tracks.findIndex((clips) => clips.includes(this.node)));
  }

  getMediaType(): Promise<Guid> {
    return Promise.resolve(guid(this.kind === "video" ? VIDEO_GUID : AUDIO_GUID));
  }

  getProjectItem(): Promise<ProjectItem> {
    const { item } = this.node;
    return Promise.resolve(
      official<ProjectItem>(item === null ? null : new FakeProjectItem(this.state, item)),
    );
  }

  /** What this build counts in and out points from. */
  private get zero(): number {
    return this.state.build.marksFrom === "mediaStart" ? (this.node.item?.mediaStart ?? 0) : 0;
  }
}

export class FakeVideoClipTrackItem extends FakeTrackItem {
  readonly kind = "video";

  /** Pictures alone have this, which tells them from sounds. */
  createAddVideoTransitionAction(): Action {
    throw new Error("Transitions are not imitated.");
  }
}

export class FakeAudioClipTrackItem
  extends FakeTrackItem
  implements Pick<AudioClipTrackItem, "getComponentChain">
{
  readonly kind = "audio";

  getComponentChain(): Promise<AudioComponentChain> {
    const chain = new FakeAudioComponentChain(this.state, this.node);
    return Promise.resolve(official<AudioComponentChain>(chain));
  }
}

type UsedOfTrack = "getIndex" | "getMediaType" | "getTrackItems" | "isMuted" | "name";

abstract class FakeTrack implements Pick<AudioTrack, UsedOfTrack>, Pick<VideoTrack, UsedOfTrack> {
  abstract readonly name: string;

  constructor(
    readonly state: FakeState,
    readonly index: number,
    readonly clips: readonly ClipNode[],
  ) {}

  getIndex(): Promise<number> {
    return Promise.resolve(this.index);
  }

  abstract getMediaType(): Promise<Guid>;

  isMuted(): Promise<boolean> {
    return Promise.resolve(this.state.sequence?.muted.has(this.clips) ?? false);
  }

  getTrackItems<T>(...given: [Constants.TrackItemType, boolean]): T[] {
    need(given, 2);
    if ((given[0] as number) !== TRACK_ITEM_TYPE.CLIP) return [];
    return this.clips.map((clip) => official<T>(this.itemOf(clip)));
  }

  protected abstract itemOf(clip: ClipNode): FakeTrackItem;
}

export class FakeVideoTrack extends FakeTrack {
  get name(): string {
    return `Video ${this.index + 1}`;
  }

  getMediaType(): Promise<Guid> {
    return Promise.resolve(guid(VIDEO_GUID));
  }

  protected itemOf(clip: ClipNode): FakeTrackItem {
    return new FakeVideoClipTrackItem(this.state, clip);
  }
}

export class FakeAudioTrack extends FakeTrack {
  get name(): string {
    return this.state.sequence?.audioNames?.[this.index] ?? `Audio ${this.index + 1}`;
  }

  getMediaType(): Promise<Guid> {
    return Promise.resolve(guid(AUDIO_GUID));
  }

  protected itemOf(clip: ClipNode): FakeTrackItem {
    return new FakeAudioClipTrackItem(this.state, clip);
  }
}
