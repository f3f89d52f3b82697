import type {
  Action,
  Constants,
  ProjectItem,
  SequenceEditor,
  SequenceEditorStatic,
  TickTime,
  TrackItemSelection,
} from "@adobe/premierepro";
import { MEDIA_TYPE } from "./constants.ts";
import { overwrite, remove, shift, snapshot } from "./edits.ts";
import { action, FakeProjectItem, sourceOf } from "./items.ts";
import { handle, need, official } from "./parameters.ts";
import { FakeSequence } from "./sequence.ts";
import type { ClipNode, FakeState, SequenceNode } from "./state.ts";
import { frameTicks, TICKS_PER_SAMPLE, ticksOf } from "./times.ts";
import { FakeTrackItemSelection } from "./track-item-selection.ts";
import type { TrackKind } from "./tracks.ts";

/** For an index: no picture goes anywhere. */
const NO_TRACK = -1;

type Used =
  "createInsertProjectItemAction" | "createOverwriteItemAction" | "createRemoveItemsAction";

/** Edits tracks. Every item is taken for sound alone: the video index only has to be one. */
class FakeSequenceEditor implements Pick<SequenceEditor, Used> {
  constructor(
    private readonly state: FakeState,
    private readonly sequence: SequenceNode,
  ) {}

  createOverwriteItemAction(...given: [ProjectItem, TickTime, number, number]): Action {
    need(given, 4);
    const [, , video, audio] = given;
    if (this.sequence.video[video] === undefined) throw new Error("Invalid parameter.");
    const clip = this.clip(given);
    return this.edit(() => {
      const { faults } = this.state;
      if (faults.overwriteEatsVideo) this.sequence.video[0]?.shift();
      if (faults.ignoreOverwrite) return;
      if (faults.channelMismatch) overwrite(this.newTrack(), clip);
      // A track that is not there: success is answered, nothing done (premiere-pro-mcp #130).
      else this.withOpen(this.sequence.audio[audio], (track) => overwrite(track, clip));
    });
  }

  createInsertProjectItemAction(
    ...given: [ProjectItem, TickTime, number, number, boolean]
  ): Action {
    need(given, 5);
    const [, , video, audio, limitShift] = given;
    if (video < NO_TRACK || audio < 0) throw new Error("Invalid parameter.");
    const clip = this.clip(given);
    return this.edit(() => {
      const { locked } = this.sequence;
      // An index beyond the last track makes one (Adobe's types).
      const target = this.sequence.audio[audio] ?? this.newTrack();
      if (locked.has(target)) return;
      const named = [this.sequence.video[video], target];
      const isLimited = limitShift || this.state.build.rippleNamedTracksOnly;
      [...this.sequence.video, ...this.sequence.audio]
        .filter((track) => !locked.has(track) && (!isLimited || named.includes(track)))
        .forEach((track) => shift(track, clip.start, clip.end - clip.start));
      overwrite(target, clip);
    });
  }

  createRemoveItemsAction(
    ...given: [TrackItemSelection, boolean, Constants.MediaType, boolean?]
  ): Action {
    need(given, 3);
    const [, ripple, mediaType] = given;
    const selection = handle(FakeTrackItemSelection, given[0]);
    selection.checkValid();
    if (ripple) throw new Error("A removal that ripples is not imitated yet.");
    const kinds = kindsOf(mediaType);
    const nodes = selection.items.map((item) => item.node);
    return this.edit(() => {
      kinds
        .flatMap((kind) => this.sequence[kind])
        .forEach((track) => this.withOpen(track, (open) => remove(open, nodes)));
    });
  }

  /** Made now: an action does not see what others of its transaction will have done. */
  private clip(given: readonly unknown[]): ClipNode {
    const { node: item } = handle(FakeProjectItem, given[0]);
    if (item.children !== undefined || this.state.deleted.has(item))
      throw new Error("Invalid parameter.");
    const source = sourceOf(item);
    const start = ticksOf(given.slice(1)) + (this.state.faults.overwriteLate ?? 0);
    return {
      item,
      name: item.name,
      start: this.rounded(start),
      end: this.rounded(start + source.end - source.start),
      sourceStart: source.start,
      selected: false,
    };
  }

  private rounded(ticks: number): number {
    const { rounding } = this.state.build;
    if (rounding === "none") return ticks;
    const unit =
      rounding === "samples" ? TICKS_PER_SAMPLE : frameTicks(this.sequence.framesPerSecond);
    return Math.round(ticks / unit) * unit;
  }

  private edit(change: () => void): Action {
    return action(this.state, () => {
      const restore = snapshot(this.sequence);
      change();
      return restore;
    });
  }

  private withOpen(track: ClipNode[] | undefined, change: (track: ClipNode[]) => void): void {
    if (track !== undefined && !this.sequence.locked.has(track)) change(track);
  }

  private newTrack(): ClipNode[] {
    const track: ClipNode[] = [];
    this.sequence.audio.push(track);
    return track;
  }
}

function kindsOf(mediaType: number): TrackKind[] {
  if (mediaType === MEDIA_TYPE.ANY) return ["video", "audio"];
  if (mediaType === MEDIA_TYPE.VIDEO) return ["video"];
  if (mediaType === MEDIA_TYPE.AUDIO) return ["audio"];
  throw new Error("Invalid parameter.");
}

export function sequenceEditors(state: FakeState): Pick<SequenceEditorStatic, "getEditor"> {
  return {
    getEditor: (...given) => {
      need(given, 1);
      const { node } = handle(FakeSequence, given[0]);
      return official<SequenceEditor>(new FakeSequenceEditor(state, node));
    },
  };
}
