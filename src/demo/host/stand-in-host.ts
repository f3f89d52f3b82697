import { tellAll } from "../../shared/attempt.ts";
import type { MarkReport, MarkRequest } from "../../contract/clip-markers.ts";
import type { WavFile, WavPiece, Written } from "../../contract/conversion.ts";
import type { Cue, InsertReport, InsertRequest } from "../../contract/cue.ts";
import type { Saved, TextFile } from "../../contract/cue-sheet.ts";
import type { DuckReport, DuckSettings, UnduckReport } from "../../contract/ducking.ts";
import type {
  EditorHost,
  HostEvent,
  HostInfo,
  MusicFolder,
  Theme,
} from "../../contract/editor-host.ts";
import type { Frames, FramesRequest } from "../../contract/frames.ts";
import type { Check, CheckRequest } from "../../contract/host-check.ts";
import { IMPORTABLE, requireImportable } from "../../shared/importable.ts";
import type { PlayRequest, SequencePlayback } from "../../contract/sequence-playback.ts";
import { Playback } from "../playback.ts";
import type { TimelineStore } from "../store.ts";
import { trackForDrop } from "../timeline/choose-track.ts";
import { duckMusic, isSpokenIn, unduckMusic } from "../timeline/duck.ts";
import { insertCue, spanOf, type Laid } from "../timeline/insert.ts";
import type { Timeline } from "../timeline/model.ts";
import { replaceSelected, selectedAudioClip } from "../timeline/replace.ts";
import { addTrackMarkers } from "../timeline/track-markers.ts";
import type { AudioLibrary } from "./audio-library.ts";
import { checksOf } from "./checks.ts";
import { ConvertedFiles } from "./converted-files.ts";
import { framesOf } from "./frames.ts";
import { ReadingHost } from "./reading-host.ts";
import { audioMissing, beyondTheEnd, noFolderChosen, notThere, pageNotOpened } from "./refusals.ts";
import type { Tab } from "./tab.ts";
import { samePlace } from "./same-place.ts";

/** The host's state that the stage shows beside the timeline. */
export interface Showing {
  readonly theme: Theme;
  /** On the drag strip. */
  readonly offered: Cue | null;
  /** In the source monitor. */
  readonly source: Cue | null;
  readonly musicFolder: string | null;
  /** Whether the sequence plays. */
  readonly isPlaying: boolean;
}

/**
 * The editing application's side of the contract, over a timeline in this tab.
 * It refuses what Premiere refuses, with the same errors.
 */
export class StandInHost extends ReadingHost implements EditorHost {
  private readonly listeners = new Set<(event: HostEvent) => void>();
  private readonly onlookers = new Set<(showing: Showing) => void>();
  private readonly converted = new ConvertedFiles();
  private readonly playback: Playback;
  private shown: Showing;

  constructor(
    store: TimelineStore,
    private readonly library: AudioLibrary,
    private readonly tab: Tab,
    theme: Theme,
  ) {
    super(store);
    this.shown = { theme, offered: null, source: null, musicFolder: null, isPlaying: false };
    this.playback = new Playback(store, (playback) => {
      if (playback.isPlaying !== this.shown.isPlaying) this.show({ isPlaying: playback.isPlaying });
      tellAll(this.listeners, { type: "playback", playback });
    });
    store.subscribe((after, before) => {
      if (!samePlace(after, before)) tellAll(this.listeners, { type: "place" });
    });
  }

  describe(): Promise<HostInfo> {
    return Promise.resolve({
      name: "Stand-in editor",
      version: "1",
      theme: this.shown.theme,
      rowDrag: true,
      importable: [...IMPORTABLE],
      ownFolders: false,
      playsSequence: true,
      downloadHosts: [],
    });
  }

  async insert({ cue, at, track, ripple }: InsertRequest): Promise<InsertReport> {
    this.open();
    const available = await this.secondsOf(cue);
    const { start, end } = cue.source;
    if (start >= available) throw beyondTheEnd(cue, available);
    // Read again: the timeline may have changed while the audio was looked up.
    const timeline = this.open();
    const source = { start, end: Math.min(end, available) };
    const place = at ?? timeline.playhead;
    const laid = insertCue(timeline, { ...cue, source }, place, { track, ripple });
    return this.readBack(laid, end - start, cue.title);
  }

  /** Like `insert`, but where the cue was dropped: on that track, or on another if it is taken. */
  async drop(cue: Cue, at: number, under: number): Promise<InsertReport> {
    const { sequence } = this.open();
    const track = trackForDrop(sequence.audio, spanOf(sequence, cue.source, at), under) ?? "music";
    return this.insert({ cue, at, track, ripple: false });
  }

  async replace(cue: Cue): Promise<InsertReport> {
    selectedAudioClip(this.open());
    const available = await this.secondsOf(cue);
    const timeline = this.open();
    const { start, end } = selectedAudioClip(timeline);
    return this.readBack(replaceSelected(timeline, cue, available), end - start, cue.title);
  }

  addMarkers(request: MarkRequest): Promise<MarkReport> {
    return this.edit((timeline) => addTrackMarkers(timeline, request));
  }

  duck(settings: DuckSettings): Promise<DuckReport> {
    return this.edit((timeline) => duckMusic(timeline, settings));
  }

  unduck(): Promise<UnduckReport> {
    return this.edit(unduckMusic);
  }

  async playSequence({ from }: PlayRequest): Promise<SequencePlayback> {
    this.open();
    this.show({ source: null });
    return Promise.resolve(this.playback.play(from));
  }

  stopSequence(): Promise<void> {
    this.playback.stop();
    return Promise.resolve();
  }

  /** Plays from the playhead, or stops, as Space does. */
  togglePlayback(): void {
    if (this.playback.isPlaying) this.playback.stop();
    else if (this.store.timeline !== null) this.playback.play(this.store.timeline.playhead);
  }

  async preview(cue: Cue): Promise<void> {
    await this.secondsOf(cue);
    this.show({ source: cue });
  }

  stopPreview(): Promise<void> {
    this.show({ source: null });
    return Promise.resolve();
  }

  offerDrag(cue: Cue | null): Promise<void> {
    this.show({ offered: cue });
    return Promise.resolve();
  }

  async saveText(file: TextFile): Promise<Saved> {
    return { path: await this.tab.save(file) };
  }

  async framesOf(request: FramesRequest): Promise<Frames> {
    return framesOf(this.open(), request, (...wanted) => this.tab.draw(...wanted));
  }

  readMusicFolder(): Promise<MusicFolder> {
    return Promise.resolve({ path: this.shown.musicFolder });
  }

  async chooseMusicFolder(): Promise<MusicFolder> {
    const path = await this.tab.chooseFolder(this.shown.musicFolder);
    if (path !== null) this.show({ musicFolder: path });
    return { path };
  }

  async findWav(file: WavFile): Promise<Written> {
    const known = this.shown.musicFolder ?? (await this.chooseMusicFolder()).path;
    if (known === null) throw noFolderChosen();
    return { path: this.converted.find(known, file) };
  }

  async writeWav(piece: WavPiece): Promise<Written> {
    const { musicFolder } = this.shown;
    if (musicFolder === null) throw noFolderChosen();
    return Promise.resolve({ path: this.converted.write(musicFolder, piece) });
  }

  async dropWav(name: string): Promise<void> {
    return Promise.resolve(this.converted.drop(name));
  }

  openPage(page: string): Promise<void> {
    return this.tab.openPage(page) ? Promise.resolve() : Promise.reject(pageNotOpened(page));
  }

  check({ scratch }: CheckRequest): Promise<Check[]> {
    return Promise.resolve(checksOf(this.tab, this.store.timeline, scratch));
  }

  echo(text: string): Promise<string> {
    return Promise.resolve(text);
  }

  onEvent(listener: (event: HostEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  get showing(): Showing {
    return this.shown;
  }

  /**
   * Calls `listener` with every change of the stage's state.
   * @returns a function that unsubscribes
   */
  onShow(listener: (showing: Showing) => void): () => void {
    this.onlookers.add(listener);
    return () => this.onlookers.delete(listener);
  }

  setTheme(theme: Theme): void {
    this.show({ theme });
    tellAll(this.listeners, { type: "theme", theme });
  }

  private show(changes: Partial<Showing>): void {
    this.shown = { ...this.shown, ...changes };
    tellAll(this.onlookers, this.shown);
  }

  /** @throws HostError the file is missing, or is of a kind that cannot be imported */
  private async secondsOf(cue: Cue): Promise<number> {
    requireImportable(cue.audio);
    const seconds =
      this.converted.seconds(cue.audio.path) ?? (await this.library.seconds(cue.audio));
    if (seconds === null) throw audioMissing(cue);
    return seconds;
  }

  private async edit<Report>(
    change: (timeline: Timeline) => { timeline: Timeline; report: Report },
  ): Promise<Report> {
    const { timeline, report } = change(this.open());
    this.store.open(timeline);
    return Promise.resolve(report);
  }

  /** Shows the new timeline, and reports what it then holds. */
  private readBack({ timeline, id, pushed }: Laid, wanted: number, title: string): InsertReport {
    this.store.open(timeline);
    const { sequence } = this.open();
    const audioTrack = sequence.audio.findIndex((track) => track.some((clip) => clip.id === id));
    const clip = sequence.audio[audioTrack]?.find((candidate) => candidate.id === id);
    if (clip === undefined) throw notThere(title);
    const { name, start, end } = clip;
    const isShort = (wanted - (end - start)) * sequence.frameRate > 1;
    const notes = isShort ? [shorter(end - start, wanted)] : [];
    const speech = isSpokenIn(sequence, { start, end });
    return { clipName: name, audioTrack, start, end, pushed, undoSteps: 1, speech, notes };
  }
}

const shorter = (seconds: number, wanted: number): string =>
  `The track ends there: the clip lasts ${seconds.toFixed(1)} s instead of ${wanted.toFixed(1)} s.`;
