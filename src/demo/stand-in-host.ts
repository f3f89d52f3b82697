import type {
  Cue,
  EditorHost,
  HostEvent,
  HostInfo,
  InsertReport,
  InsertRequest,
  Scene,
  Theme,
} from "../contract/editor-host.ts";
import { HostError } from "../contract/errors.ts";
import type { AudioLibrary } from "./audio-library.ts";
import { openTab, type OpenTab } from "./browser-tab.ts";
import type { TimelineStore } from "./store.ts";
import {
  insertCue,
  latestInsert,
  markedRange,
  sequenceSeconds,
  type Timeline,
  type VideoClip,
} from "./timeline.ts";

/**
 * The editing application's side of the contract, over a timeline that lives in this tab.
 * It refuses what Premiere refuses, with the same errors.
 */
export class StandInHost implements EditorHost {
  readonly #store: TimelineStore;
  readonly #library: AudioLibrary;
  readonly #openTab: OpenTab;
  readonly #listeners = new Set<(event: HostEvent) => void>();
  readonly #offers = new Set<(cue: Cue | null) => void>();
  #theme: Theme;

  constructor(store: TimelineStore, library: AudioLibrary, theme: Theme, open: OpenTab = openTab) {
    this.#store = store;
    this.#library = library;
    this.#openTab = open;
    this.#theme = theme;
    store.subscribe((after, before) => {
      if (!sameScene(after, before)) this.#emit({ type: "scene" });
    });
  }

  describe(): Promise<HostInfo> {
    return Promise.resolve({
      name: "Stand-in editor",
      version: "1",
      theme: this.#theme,
      rowDrag: true,
    });
  }

  readScene(): Promise<Scene> {
    return Promise.resolve(sceneOf(this.#store.timeline));
  }

  insert(request: InsertRequest): Promise<InsertReport> {
    return this.insertOn(request, null);
  }

  /** Like `insert`, but tries the track `wanted` before the others (a drop on a track). */
  async insertOn({ cue, at }: InsertRequest, wanted: number | null): Promise<InsertReport> {
    this.#open();
    const available = await this.#library.seconds(cue.audio);
    if (available === null) throw audioMissing(cue);
    if (cue.source.start >= available) throw beyondTheEnd(cue);
    // Read again: the timeline may have changed while the audio was looked up.
    const timeline = this.#open();
    const source = { ...cue.source, end: Math.min(cue.source.end, available) };
    const after = insertCue(timeline, { ...cue, source }, at ?? timeline.playhead, wanted);
    if (after === null) throw noFreeTrack(cue);
    this.#store.open(after);
    return this.#readBack(cue);
  }

  offerDrag(cue: Cue | null): Promise<void> {
    this.#offers.forEach((listener) => listener(cue));
    return Promise.resolve();
  }

  openPage(page: string): Promise<void> {
    return this.#openTab(page) ? Promise.resolve() : Promise.reject(pageNotOpened(page));
  }

  onEvent(listener: (event: HostEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells what is on the drag strip whenever it changes. Returns the unsubscribe. */
  onOffer(listener: (cue: Cue | null) => void): () => void {
    this.#offers.add(listener);
    return () => this.#offers.delete(listener);
  }

  get theme(): Theme {
    return this.#theme;
  }

  set theme(theme: Theme) {
    this.#theme = theme;
    this.#emit({ type: "theme", theme });
  }

  #emit(event: HostEvent): void {
    this.#listeners.forEach((listener) => listener(event));
  }

  #open(): Timeline {
    const timeline = this.#store.timeline;
    if (timeline !== null) return timeline;
    throw new HostError({
      what: "No sequence is open.",
      next: "Open a sequence in the timeline and try again.",
    });
  }

  #readBack(cue: Cue): InsertReport {
    const found = latestInsert(this.#open());
    if (found === null) {
      throw new HostError({
        what: "The timeline does not hold the music after the insert.",
        input: cue.title,
        next: "Undo and try again.",
      });
    }
    const { clip, track } = found;
    return { clipName: clip.name, audioTrack: track, start: clip.start, end: clip.end };
  }
}

// The playhead is left out: it moves with every frame, and Premiere does not announce it either.
function sameScene(a: Timeline | null, b: Timeline | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.sequence.name === b.sequence.name &&
    a.selection === b.selection &&
    a.inPoint === b.inPoint &&
    a.outPoint === b.outPoint
  );
}

function sceneOf(timeline: Timeline | null): Scene {
  if (timeline === null) return { sequence: null, clips: [] };
  const { sequence, playhead, selection } = timeline;
  return {
    sequence: {
      name: sequence.name,
      seconds: sequenceSeconds(sequence),
      playhead,
      range: markedRange(timeline),
    },
    clips: sequence.video.filter(({ id }) => selection.includes(id)).map(sceneClip),
  };
}

const sceneClip = (clip: VideoClip): Scene["clips"][number] => ({
  name: clip.name,
  description: clip.description,
  logNote: clip.logNote,
  comment: clip.comment,
  markers: [...clip.markers],
  transcript: clip.transcript,
});

const audioMissing = (cue: Cue): HostError =>
  new HostError({
    what: "The audio of this track was not found.",
    input: cue.audio.path,
    next: "Choose another track, or restore the file.",
  });
const pageNotOpened = (page: string): HostError =>
  new HostError({
    what: "The browser did not open the page.",
    input: page,
    next: "Press the button again, or open the address yourself.",
  });
const beyondTheEnd = (cue: Cue): HostError =>
  new HostError({
    what: "The stretch to insert lies beyond the end of the track.",
    input: cue.title,
    next: "Choose an earlier stretch of the track.",
  });
const noFreeTrack = (cue: Cue): HostError =>
  new HostError({
    what: "No audio track is free over this stretch.",
    input: cue.title,
    next: "Add an audio track, or move the playhead to a free stretch.",
  });
