import type { MarkReport, MarkRequest } from "../../contract/clip-markers.ts";
import type { WavFile, WavPiece, Written } from "../../contract/conversion.ts";
import type { Cue, InsertReport, InsertRequest } from "../../contract/cue.ts";
import type { Saved, TextFile } from "../../contract/cue-sheet.ts";
import type { DuckReport, DuckSettings, UnduckReport } from "../../contract/ducking.ts";
import type { EditorHost, HostInfo, MusicFolder, Theme } from "../../contract/editor-host.ts";
import type { Frames, FramesRequest } from "../../contract/frames.ts";
import type { Check, CheckRequest } from "../../contract/host-check.ts";
import { BUNDLED_FOLDER, type FilePieceRequest } from "../../contract/host-folders.ts";
import { IMPORTABLE, requireImportable } from "../../shared/importable.ts";
import type { RowReport, RowRequest } from "../../contract/row.ts";
import type { PlayRequest, SequencePlayback } from "../../contract/sequence-playback.ts";
import { Playback } from "../playback.ts";
import type { TimelineStore } from "../store.ts";
import { trackForDrop } from "../timeline/choose-track.ts";
import { duckMusic, isSpokenIn, unduckMusic } from "../timeline/duck.ts";
import { insertCue, spanOf, type Laid } from "../timeline/insert.ts";
import { insertRow } from "../timeline/insert-row.ts";
import type { Timeline } from "../timeline/model.ts";
import { replaceSelected, selectedAudioClip } from "../timeline/replace.ts";
import { addTrackMarkers } from "../timeline/track-markers.ts";
import type { AudioLibrary } from "./audio-library.ts";
import { readBundled } from "./bundled-pieces.ts";
import { checksOf } from "./checks.ts";
import { ConvertedFiles } from "./converted-files.ts";
import { framesOf } from "./frames.ts";
import { audioMissing, beyondTheEnd, noFolderChosen, notThere, pageNotOpened } from "./refusals.ts";
import { samePlace } from "./same-place.ts";
import { ShownHost } from "./shown-host.ts";
import type { Tab } from "./tab.ts";

/**
 * The editing application's side of the contract, over a timeline in this tab.
 * It refuses what Premiere refuses, with the same errors.
 */
export class StandInHost extends ShownHost implements EditorHost {
  private readonly converted = new ConvertedFiles();
  private readonly playback: Playback;

  constructor(
    store: TimelineStore,
    private readonly library: AudioLibrary,
    private readonly tab: Tab,
    theme: Theme,
  ) {
    super(store, theme);
    this.playback = new Playback(store, (playback) => {
      if (playback.isPlaying !== this.showing.isPlaying)
        this.show({ isPlaying: playback.isPlaying });
      this.tell({ type: "playback", playback });
    });
    store.subscribe((after, before) => {
      if (!samePlace(after, before)) this.tell({ type: "place" });
    });
  }

  describe(): Promise<HostInfo> {
    return Promise.resolve({
      name: "Stand-in editor",
      version: "1",
      theme: this.showing.theme,
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

  async insertRow({ cue, passages, at, track }: RowRequest): Promise<RowReport> {
    this.open();
    const available = await this.secondsOf(cue);
    const last = passages.reduce((end, { source }) => Math.max(end, source.end), 0);
    const timeline = this.open();
    const isWithin = (last - available) * timeline.sequence.frameRate <= 1;
    if (!isWithin) throw beyondTheEnd(cue, available);
    const place = at ?? timeline.playhead;
    const { ids, ...laid } = insertRow(timeline, cue, passages, place, track);
    const report = this.readBack({ ...laid, id: ids[0] ?? "", pushed: 0 }, 0, cue.title);
    const { sequence } = this.open();
    const row = (sequence.audio[report.audioTrack] ?? []).filter(({ id }) => ids.includes(id));
    if (row.length !== ids.length) throw notThere(cue.title);
    const span = { start: report.start, end: row.at(-1)?.end ?? report.end };
    return { ...report, ...span, speech: isSpokenIn(sequence, span), clips: row.length };
  }

  /** Like `insert`, but where the cue was dropped: on that track, or on another if it is taken. */
  async drop(cue: Cue, at: number, under: number): Promise<InsertReport> {
    const { sequence } = this.open();
    const track = trackForDrop(sequence.audio, spanOf(sequence, cue.source, at), under) ?? "music";
    return this.insert({ cue, at, track, ripple: false });
  }

  override readFile(request: FilePieceRequest): Promise<string> {
    return request.folder === BUNDLED_FOLDER
      ? readBundled(this.library, request)
      : super.readFile(request);
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

  async saveText(file: TextFile): Promise<Saved> {
    return { path: await this.tab.save(file) };
  }

  async framesOf(request: FramesRequest): Promise<Frames> {
    return framesOf(this.open(), request, (...wanted) => this.tab.draw(...wanted));
  }

  async chooseMusicFolder(): Promise<MusicFolder> {
    const path = await this.tab.chooseFolder(this.showing.musicFolder);
    if (path !== null) this.show({ musicFolder: path });
    return { path };
  }

  async findWav(file: WavFile): Promise<Written> {
    const known = this.showing.musicFolder ?? (await this.chooseMusicFolder()).path;
    if (known === null) throw noFolderChosen();
    return { path: this.converted.find(known, file) };
  }

  async writeWav(piece: WavPiece): Promise<Written> {
    const { musicFolder } = this.showing;
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
