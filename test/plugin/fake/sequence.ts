import type {
  Action,
  AudioClipTrackItem,
  AudioTrack,
  Constants,
  FrameRate,
  ProjectItem,
  Sequence,
  SequenceEditor,
  SequenceSettings,
  TickTime,
  TrackItemSelection,
  VideoClipTrackItem,
  VideoTrack,
} from "@adobe/premierepro";
import { handle, need, official } from "./parameters.ts";
import { FakeProjectItem } from "./project.ts";
import type { ClipNode, FakeState, SequenceNode } from "./state.ts";
import { FakeFrameRate, ticksOf, tickTime } from "./times.ts";

/** `Constants.TrackItemType.CLIP` of the fake. */
export const CLIP_TYPE = 1;

type UsedOfTrackItem =
  "getEndTime" | "getIsSelected" | "getName" | "getProjectItem" | "getStartTime";

class FakeTrackItem
  implements Pick<VideoClipTrackItem, UsedOfTrackItem>, Pick<AudioClipTrackItem, UsedOfTrackItem>
{
  constructor(
    private readonly state: FakeState,
    private readonly node: ClipNode,
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

  getIsSelected(): Promise<boolean> {
    return Promise.resolve(this.node.selected);
  }

  getProjectItem(): Promise<ProjectItem> {
    const { item } = this.node;
    return Promise.resolve(
      official<ProjectItem>(item === null ? null : new FakeProjectItem(this.state, item)),
    );
  }
}

class FakeTrack implements Pick<AudioTrack, "getTrackItems">, Pick<VideoTrack, "getTrackItems"> {
  constructor(
    private readonly state: FakeState,
    private readonly clips: readonly ClipNode[],
  ) {}

  getTrackItems<T>(...given: [Constants.TrackItemType, boolean]): T[] {
    need(given, 2);
    if ((given[0] as number) !== CLIP_TYPE) return [];
    return this.clips.map((clip) => official<T>(new FakeTrackItem(this.state, clip)));
  }
}

type UsedOfSequence =
  | "getAudioTrack"
  | "getAudioTrackCount"
  | "getEndTime"
  | "getInPoint"
  | "getOutPoint"
  | "getPlayerPosition"
  | "getSelection"
  | "getSettings"
  | "getVideoTrack"
  | "getVideoTrackCount"
  | "name";

export class FakeSequence implements Pick<Sequence, UsedOfSequence> {
  constructor(
    readonly state: FakeState,
    readonly node: SequenceNode,
  ) {}

  get name(): string {
    return this.node.name;
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

  getEndTime(): Promise<TickTime> {
    const clips = [...this.node.video, ...this.node.audio].flat();
    return Promise.resolve(tickTime(Math.max(0, ...clips.map((clip) => clip.end))));
  }

  getSettings(): Promise<SequenceSettings> {
    const frameRate = new FakeFrameRate(this.node.framesPerSecond);
    const settings = { getVideoFrameRate: () => official<FrameRate>(frameRate) };
    return Promise.resolve(
      official<SequenceSettings>(settings satisfies Pick<SequenceSettings, "getVideoFrameRate">),
    );
  }

  getVideoTrackCount(): Promise<number> {
    return Promise.resolve(this.node.video.length);
  }

  getAudioTrackCount(): Promise<number> {
    return Promise.resolve(this.node.audio.length);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- The host answers a promise.
  async getVideoTrack(...given: [number]): Promise<VideoTrack> {
    return official<VideoTrack>(new FakeTrack(this.state, track(this.node.video, given)));
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- The host answers a promise.
  async getAudioTrack(...given: [number]): Promise<AudioTrack> {
    return official<AudioTrack>(new FakeTrack(this.state, track(this.node.audio, given)));
  }

  getSelection(): Promise<TrackItemSelection> {
    const clips = [...this.node.video, ...this.node.audio].flat();
    const selected = this.state.faults.emptySelection ? [] : clips.filter((c) => c.selected);
    const items = selected.map((clip) =>
      official<VideoClipTrackItem>(new FakeTrackItem(this.state, clip)),
    );
    const selection = { getTrackItems: () => Promise.resolve(items) };
    return Promise.resolve(
      official<TrackItemSelection>(selection satisfies Pick<TrackItemSelection, "getTrackItems">),
    );
  }
}

export class FakeSequenceEditor implements Pick<SequenceEditor, "createOverwriteItemAction"> {
  constructor(
    private readonly state: FakeState,
    private readonly sequence: SequenceNode,
  ) {}

  createOverwriteItemAction(...given: [ProjectItem, TickTime, number, number]): Action {
    need(given, 4);
    const { node: item } = handle(FakeProjectItem, given[0]);
    const start = ticksOf([given[1]]);
    track(this.sequence.video, [given[2]]);
    const clips = track(this.sequence.audio, [given[3]]);
    if (item.children !== undefined) throw new Error("Invalid parameter.");
    // Read now: an action does not see what others of its transaction will have done.
    const { source } = item;
    const late = start + (this.state.faults.overwriteLate ?? 0);
    const clip: ClipNode = {
      item,
      name: item.name,
      start: late,
      end: late + source.end - source.start,
      sourceStart: source.start,
      selected: false,
    };
    return official<Action>(this.state.ledger.action(() => this.#overwrite(clips, clip)));
  }

  #overwrite(clips: ClipNode[], clip: ClipNode): () => void {
    const { faults } = this.state;
    const before = [...clips];
    const firstVideo = this.sequence.video[0] ?? [];
    const videoBefore = [...firstVideo];
    if (!faults.ignoreOverwrite) clips.splice(0, clips.length, ...overwritten(before, clip));
    if (faults.overwriteEatsVideo) firstVideo.shift();
    return () => {
      clips.splice(0, clips.length, ...before);
      firstVideo.splice(0, firstVideo.length, ...videoBefore);
    };
  }
}

/** What is left of `clips` when `clip` is laid over them. */
function overwritten(clips: readonly ClipNode[], clip: ClipNode): ClipNode[] {
  const kept = clips.flatMap((old) => {
    const head = { ...old, end: Math.min(old.end, clip.start) };
    const tailStart = Math.max(old.start, clip.end);
    const tail = {
      ...old,
      start: tailStart,
      sourceStart: old.sourceStart + tailStart - old.start,
    };
    return [head, tail].filter((part) => part.end > part.start);
  });
  return [...kept, clip].sort((a, b) => a.start - b.start);
}

function track(tracks: ClipNode[][], given: readonly number[]): ClipNode[] {
  need(given, 1);
  const found = tracks[given[0] ?? -1];
  if (found === undefined) throw new Error("Invalid parameter.");
  return found;
}
