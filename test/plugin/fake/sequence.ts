import type {
  AudioTrack,
  FrameRate,
  Guid,
  RectF,
  Sequence,
  SequenceSettings,
  TickTime,
  TrackItemSelection,
  VideoTrack,
} from "@adobe/premierepro";
import { guid } from "./guid.ts";
import { need, official } from "./parameters.ts";
import type { FakeState, SequenceNode } from "./state.ts";
import { FakeFrameRate, tickTime } from "./times.ts";
import { FakeTrackItemSelection } from "./track-item-selection.ts";
import {
  FakeAudioClipTrackItem,
  FakeAudioTrack,
  FakeVideoClipTrackItem,
  FakeVideoTrack,
} from "./tracks.ts";

class FakeSequenceSettings implements Pick<SequenceSettings, "getVideoFrameRate"> {
  constructor(private readonly frameRate: FakeFrameRate) {}

  getVideoFrameRate(): FrameRate {
    return official<FrameRate>(this.frameRate);
  }
}

type UsedOfSequence =
  | "getAudioTrack"
  | "getAudioTrackCount"
  | "getEndTime"
  | "getFrameSize"
  | "getInPoint"
  | "getOutPoint"
  | "getPlayerPosition"
  | "getSelection"
  | "getSettings"
  | "getTimebase"
  | "getVideoTrack"
  | "getVideoTrackCount"
  | "getZeroPoint"
  | "guid"
  | "name";

export class FakeSequence implements Pick<Sequence, UsedOfSequence> {
  constructor(
    readonly state: FakeState,
    readonly node: SequenceNode,
  ) {}

  get name(): string {
    return this.node.name;
  }

  get guid(): Guid {
    return this.state.faults.noGuids ? official<Guid>(undefined) : guid(this.node.id);
  }

  getPlayerPosition(): Promise<TickTime> {
    return Promise.resolve(tickTime(this.node.playhead));
  }

  getInPoint(): Promise<TickTime> {
    return Promise.resolve(tickTime(this.node.inPoint));
  }

  getOutPoint(): Promise<TickTime> {
    return Promise.resolve(tickTime(this.node.outPoint));
  }

  getZeroPoint(): Promise<TickTime> {
    return Promise.resolve(tickTime(this.node.zeroPoint));
  }

  getEndTime(): Promise<TickTime> {
    const clips = [...this.node.video, ...this.node.audio].flat();
    return Promise.resolve(tickTime(Math.max(0, ...clips.map((clip) => clip.end))));
  }

  getFrameSize(): Promise<RectF> {
    const { frameSize } = this.node satisfies { frameSize: Pick<RectF, "width" | "height"> };
    return Promise.resolve(official<RectF>(frameSize));
  }

  getTimebase(): Promise<string> {
    return Promise.resolve(String(this.frameRate.frame));
  }

  getSettings(): Promise<SequenceSettings> {
    return Promise.resolve(official<SequenceSettings>(new FakeSequenceSettings(this.frameRate)));
  }

  getVideoTrackCount(): Promise<number> {
    return Promise.resolve(this.node.video.length);
  }

  getAudioTrackCount(): Promise<number> {
    return Promise.resolve(this.node.audio.length);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- The host answers a promise.
  async getVideoTrack(...given: [number]): Promise<VideoTrack> {
    const [index, clips] = trackAt(this.node.video, given);
    return official<VideoTrack>(new FakeVideoTrack(this.state, index, clips));
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- The host answers a promise.
  async getAudioTrack(...given: [number]): Promise<AudioTrack> {
    const [index, clips] = trackAt(this.node.audio, given);
    return official<AudioTrack>(new FakeAudioTrack(this.state, index, clips));
  }

  getSelection(): Promise<TrackItemSelection> {
    const { state, node } = this;
    const items = [
      ...node.video.flat().map((clip) => new FakeVideoClipTrackItem(state, clip)),
      ...node.audio.flat().map((clip) => new FakeAudioClipTrackItem(state, clip)),
    ].filter((item) => item.node.selected);
    const selection = new FakeTrackItemSelection(state.faults.emptySelection ? [] : items);
    return Promise.resolve(official<TrackItemSelection>(selection));
  }

  private get frameRate(): FakeFrameRate {
    return new FakeFrameRate(this.node.framesPerSecond, this.state.build.readableTicksPerFrame);
  }
}

function trackAt<T>(tracks: readonly T[], given: readonly number[]): [number, T] {
  need(given, 1);
  const index = given[0] ?? -1;
  const found = tracks[index];
  if (found === undefined) throw new Error("Invalid parameter.");
  return [index, found];
}
