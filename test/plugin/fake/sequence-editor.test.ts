import type {
  Action,
  AudioClipTrackItem,
  ProjectItem,
  SequenceEditor,
  TrackItemSelection,
} from "@adobe/premierepro";
import { beforeEach, describe, expect, it } from "vitest";
import { openBench, ticks, type Bench } from "./bench.ts";
import type { Build } from "./build.ts";
import { MEDIA_TYPE, TRACK_ITEM_TYPE } from "./constants.ts";
import type { SequenceNode } from "./state.ts";
import { TICKS_PER_SAMPLE } from "./times.ts";

let bench: Bench;
let editor: SequenceEditor;
async function open(build: Partial<Build> = {}, fields: Partial<SequenceNode> = {}): Promise<void> {
  bench = await openBench(build, fields);
  editor = bench.premiere.SequenceEditor.getEditor(bench.sequence);
}
beforeEach(() => open());

/** Lays ten seconds, or the item, over the audio track at 5 s. */
function overwrite(track = 0, item: ProjectItem = bench.addItem().item): boolean {
  const time = bench.premiere.TickTime.createWithSeconds(5);
  return bench.transact("Lay", () => editor.createOverwriteItemAction(item, time, 0, track));
}

function insert(video: number, audio: number, limitShift: boolean): boolean {
  const { item } = bench.addItem();
  const time = bench.premiere.TickTime.createWithSeconds(5);
  return bench.transact("Insert", () =>
    editor.createInsertProjectItemAction(item, time, video, audio, limitShift),
  );
}

const pictures = (): number[] => bench.timeline.video.flat().map((clip) => clip.start / ticks(1));

describe("an overwrite", () => {
  it("cuts in two what is longer, takes away what is shorter, and is taken back", () => {
    bench.addClip(bench.timeline.audio[0], 0, 60);
    bench.addClip(bench.timeline.audio[1], 6, 7);
    const before = bench.audio();
    overwrite(0);
    overwrite(1);
    expect(bench.audio()).toEqual([
      [
        [0, 5, 0],
        [5, 15, 0],
        [15, 60, 15],
      ],
      [[5, 15, 0]],
      [],
    ]);
    bench.state.ledger.undo();
    bench.state.ledger.undo();
    expect(bench.audio()).toEqual(before);
  });

  it("uses the marks as they were before its transaction", () => {
    const { item, clip } = bench.addItem();
    const at = (seconds: number) => bench.premiere.TickTime.createWithSeconds(seconds);
    const mark = () => clip.createSetInOutPointsAction(at(2), at(4));
    const lay = () => editor.createOverwriteItemAction(item, at(5), 0, 0);
    bench.transact("Mark and lay", mark, lay);
    expect(bench.audio()[0]).toEqual([[5, 15, 0]]);
    overwrite(1, item);
    expect(bench.audio()[1]).toEqual([[5, 7, 2]]);
  });

  it("over a track that does not exist succeeds and does nothing", () => {
    expect(overwrite(3)).toBe(true);
    expect(bench.audio()).toEqual([[], [], []]);
  });

  it("over a locked track does nothing", () => {
    const [track = []] = bench.timeline.audio;
    bench.timeline.locked.add(track);
    expect(overwrite(0)).toBe(true);
    expect(bench.audio()[0]).toEqual([]);
  });

  it("lands on a track made at the end where channels do not fit", () => {
    bench.state.faults.channelMismatch = true;
    overwrite(1);
    expect(bench.audio()).toEqual([[], [], [], [[5, 15, 0]]]);
    bench.state.ledger.undo();
    expect(bench.audio()).toHaveLength(3);
  });

  it.each([
    ["samples", TICKS_PER_SAMPLE],
    ["frames", ticks(1001 / 30_000)],
  ] as const)("may be rounded to %s", async (rounding, unit) => {
    await open({ rounding }, { framesPerSecond: 29.97 });
    overwrite(0, bench.addItem({ duration: ticks(2.34567) }).item);
    const clip = bench.timeline.audio[0]?.[0];
    expect((clip?.end ?? 1) % unit).toBe(0);
    expect(Math.abs((clip?.end ?? 0) - ticks(7.34567))).toBeLessThanOrEqual(unit / 2);
  });

  it("throws for a bin, and for a video track that does not exist", () => {
    expect(() => overwrite(0, bench.addItem({ children: [] }).item)).toThrow("Invalid parameter.");
    const { item } = bench.addItem();
    const { TIME_ZERO } = bench.premiere.TickTime;
    const make = () => editor.createOverwriteItemAction(item, TIME_ZERO, 7, 0);
    expect(() => bench.transact("Lay", make)).toThrow("Invalid parameter.");
  });
});

describe("an insert", () => {
  beforeEach(() => {
    bench.addClip(bench.timeline.video[0], 0, 20);
    bench.addClip(bench.timeline.audio[0], 10, 20);
    bench.addClip(bench.timeline.audio[1], 30, 40);
  });

  it("pushes everything that lies later on all tracks, and cuts what lies across", () => {
    insert(0, 0, false);
    expect(pictures()).toEqual([0, 15]);
    expect(bench.audio()).toEqual([
      [
        [5, 15, 0],
        [20, 30, 0],
      ],
      [[40, 50, 0]],
      [],
    ]);
    bench.state.ledger.undo();
    expect(pictures()).toEqual([0]);
  });

  it("pushes only the tracks that it names, if told so", () => {
    insert(0, 0, true);
    expect(pictures()).toEqual([0, 15]);
    expect(bench.audio()[1]).toEqual([[30, 40, 0]]);
  });

  it("names no video track with -1", () => {
    insert(-1, 0, true);
    expect(pictures()).toEqual([0]);
    expect(bench.audio()[0]).toHaveLength(2);
  });

  it("pushes only the tracks that it names on some builds, whatever it is told", async () => {
    await open({ rippleNamedTracksOnly: true });
    bench.addClip(bench.timeline.audio[1], 30, 40);
    insert(-1, 0, false);
    expect(bench.audio()).toEqual([[[5, 15, 0]], [[30, 40, 0]], []]);
  });

  it("makes a track for an index beyond the last", () => {
    insert(-1, 3, true);
    expect(bench.audio().slice(1)).toEqual([[[30, 40, 0]], [], [[5, 15, 0]]]);
    bench.state.ledger.undo();
    expect(bench.audio()).toHaveLength(3);
  });

  it("needs an audio track", () => {
    expect(() => insert(0, -1, true)).toThrow("Invalid parameter.");
  });

  it("leaves locked tracks alone, and does nothing on one", () => {
    const [, track = []] = bench.timeline.audio;
    bench.timeline.locked.add(track);
    insert(0, 0, false);
    expect(bench.audio()[1]).toEqual([[30, 40, 0]]);
    const before = bench.audio();
    expect(insert(0, 1, false)).toBe(true);
    expect(bench.audio()).toEqual(before);
  });
});

describe("a removal", () => {
  const itemsOf = async (track: number): Promise<AudioClipTrackItem[]> =>
    (await bench.sequence.getAudioTrack(track)).getTrackItems(TRACK_ITEM_TYPE.CLIP, false);

  /** Runs `use` with a selection of these items. */
  function withSelection(
    items: AudioClipTrackItem[],
    use: (selection: TrackItemSelection) => void,
  ): void {
    bench.premiere.TrackItemSelection.createEmptySelection((selection) => {
      items.forEach((item) => selection.addItem(item));
      use(selection);
    });
  }

  const remove = (selection: TrackItemSelection, type: number = MEDIA_TYPE.AUDIO): Action =>
    editor.createRemoveItemsAction(selection, false, type);

  it("takes away what is selected and leaves a gap", async () => {
    bench.addClip(bench.timeline.audio[0], 0, 10);
    bench.addClip(bench.timeline.audio[0], 10, 20);
    const [first] = await itemsOf(0);
    if (first === undefined) throw new Error("There is no clip.");
    withSelection([first], (selection) => bench.transact("Remove", () => remove(selection)));
    expect(bench.audio()[0]).toEqual([[10, 20, 0]]);
  });

  it("goes together with an overwrite in one transaction, in their order", async () => {
    bench.addClip(bench.timeline.audio[0], 5, 20);
    const { item } = bench.addItem();
    const time = bench.premiere.TickTime.createWithSeconds(5);
    withSelection(await itemsOf(0), (selection) =>
      bench.transact(
        "Replace",
        () => remove(selection),
        () => editor.createOverwriteItemAction(item, time, 0, 0),
      ),
    );
    expect(bench.audio()[0]).toEqual([[5, 15, 0]]);
    bench.state.ledger.undo();
    expect(bench.audio()[0]).toEqual([[5, 20, 0]]);
  });

  it("of another kind of media, or on a locked track, does nothing", async () => {
    const [track = []] = bench.timeline.audio;
    bench.addClip(track, 0, 10);
    const items = await itemsOf(0);
    withSelection(items, (selection) =>
      bench.transact("Remove", () => remove(selection, MEDIA_TYPE.VIDEO)),
    );
    expect(bench.audio()[0]).toHaveLength(1);
    bench.timeline.locked.add(track);
    withSelection(items, (selection) => bench.transact("Remove", () => remove(selection)));
    expect(bench.audio()[0]).toHaveLength(1);
  });

  it("needs its selection within the callback that got it", async () => {
    bench.addClip(bench.timeline.audio[0], 0, 10);
    const [item] = await itemsOf(0);
    if (item === undefined) throw new Error("There is no clip.");
    let escaped: TrackItemSelection | null = null;
    withSelection([item], (selection) => {
      escaped = selection;
    });
    const late = escaped as TrackItemSelection | null;
    expect(() => late?.addItem(item)).toThrow("Invalid parameter.");
    expect(() => bench.transact("Remove", () => remove(late as TrackItemSelection))).toThrow(
      "Invalid parameter.",
    );
  });
});

describe("a track item", () => {
  it("tells its place, its source, its track and its kind", async () => {
    await open({ marksFrom: "mediaStart" });
    const at = (seconds: number) => bench.premiere.TickTime.createWithSeconds(seconds);
    const { item, clip } = bench.addItem({ mediaStart: ticks(100) });
    bench.transact("Mark", () => clip.createSetInOutPointsAction(at(102), at(104)));
    overwrite(1, item);
    const track = await bench.sequence.getAudioTrack(1);
    const [placed] = track.getTrackItems(TRACK_ITEM_TYPE.CLIP, false);
    if (placed === undefined) throw new Error("There is no clip.");
    const times = [placed.getStartTime(), placed.getEndTime(), placed.getDuration()];
    expect((await Promise.all(times)).map((time) => time.seconds)).toEqual([5, 7, 2]);
    const source = [placed.getInPoint(), placed.getOutPoint()];
    expect((await Promise.all(source)).map((time) => time.seconds)).toEqual([102, 104]);
    expect(await placed.getTrackIndex()).toBe(1);
    expect((await placed.getMediaType()).toString()).toBe((await track.getMediaType()).toString());
    expect(track.name).toBe("Audio 2");
  });
});
