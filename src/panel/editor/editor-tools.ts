import type { MarkRequest } from "../../contract/clip-markers.ts";
import type { Cue, InsertReport, InsertRequest, TargetTrack } from "../../contract/cue.ts";
import type { TextFile } from "../../contract/cue-sheet.ts";
import { DEFAULT_DUCKING, type DuckSettings } from "../../contract/ducking.ts";
import type { EditorHost } from "../../contract/editor-host.ts";
import { type SearchResult, isLocalResult, type LocalResult } from "../../contract/search.ts";
import type { LocalAudio } from "../../contract/track.ts";
import { endingOf } from "../../shared/importable.ts";
import {
  CONVERSION,
  TOOLS,
  duckedText,
  folderText,
  insertText,
  markedText,
  notImportableText,
  savedText,
  unduckedText,
  willConvertText,
} from "../words/editor-messages.ts";
import { TEXT, remoteText } from "../words/messages.ts";
import { failure, good, info, type Notice } from "../words/notice.ts";
import { Conversion } from "./conversion.ts";
import type { Converter } from "./converter.ts";
import { cueOfPart, insertRequest, type Aims, pushRequest } from "./cue.ts";
import type { Passages } from "../model/passages.ts";
import type { EditorLink } from "./editor-link.ts";
import { laidNotice } from "./laid-notice.ts";
import { musicMarkers } from "./music-markers.ts";
import type { Deed, ToolSettings, ToolsPanel, ToolsState } from "./tools-state.ts";

export type { Deed, ToolSettings, ToolSheet, ToolsPanel, ToolsState } from "./tools-state.ts";

/** More markers than this, one request does not take (contract/clip-markers). */
const MOST_MARKERS = 5000;

/**
 * Everything that the editor can be asked to do with a track or a sequence, one thing at a time.
 * Reports what the editor read back. Nothing here rejects.
 */
export class EditorTools {
  private current: ToolsState = {
    busy: null,
    isOpen: false,
    settings: { track: "music", markers: "bars", ducking: DEFAULT_DUCKING },
    folder: null,
  };
  /** What makes files of tracks that the editor does not import. */
  readonly conversion: Conversion;
  /** What may push later clips, while the editor is asked. */
  private asked: LocalResult | null = null;

  constructor(
    private readonly link: EditorLink,
    private readonly panel: ToolsPanel,
    converter: Pick<Converter, "canRead" | "toWav">,
    private readonly passages: Pick<Passages, "of"> & Pick<Aims, "aim">,
  ) {
    this.conversion = new Conversion(converter, () => this.panel.changed());
  }

  get state(): ToolsState {
    return this.current;
  }

  toggle(): void {
    if (this.link.host === null) return this.panel.tell(info(TEXT.noEditor));
    this.enter({ isOpen: !this.state.isOpen });
    if (this.state.isOpen) void this.readFolder();
  }

  set(settings: Partial<ToolSettings>): void {
    this.enter({ settings: { ...this.state.settings, ...settings } });
  }

  /** The track for inserts; a chosen one that the open sequence lacks gives way. */
  get track(): TargetTrack {
    const { track } = this.state.settings;
    return typeof track === "number" && !this.isThere(track) ? "music" : track;
  }

  /** How to duck; of the tracks that were said to speak, those that the open sequence has. */
  get ducking(): DuckSettings {
    const { ducking } = this.state.settings;
    const dialogue = ducking.dialogue?.filter((track) => this.isThere(track)) ?? [];
    return { ...ducking, dialogue: dialogue.length === 0 ? null : dialogue };
  }

  private isThere(track: number): boolean {
    return track < (this.link.place?.sequence?.audioTracks ?? Infinity);
  }

  /** Why `result` cannot go on a timeline, or null where it can. */
  obstacle(result: SearchResult): string | null {
    const { state } = this.link;
    if (!isLocalResult(result)) return remoteText(result.track, this.link.downloadHosts);
    if (state.name === "connecting") return TEXT.connecting;
    if (state.name === "none") return TEXT.noEditor;
    const { audio } = result.track;
    if (this.isImported(audio) || this.conversion.isPossible(result)) return null;
    return notImportableText(endingOf(audio.path), state.info.name);
  }

  /** Whether the editor takes the file of a track as it is; if not, it must be converted. */
  isImported({ path }: LocalAudio): boolean {
    const { state } = this.link;
    return state.name === "connected" && state.info.importable.includes(endingOf(path));
  }

  /** What the editor calls itself. */
  get editorName(): string {
    const { state } = this.link;
    return state.name === "connected" ? state.info.name : "";
  }

  /** Whether `result` can go on a timeline; where it cannot, the panel says why. */
  isFit(result: SearchResult): result is LocalResult {
    const obstacle = this.obstacle(result);
    if (obstacle === null) return true;
    const subject = isLocalResult(result) ? "" : `“${result.track.title}”: `;
    this.panel.tell(info(subject + obstacle));
    return false;
  }

  /** What inserting `result` would lay where. */
  insertion(result: LocalResult, whole: boolean): InsertRequest {
    return insertRequest(result, this.link.place, { whole, ...this.optionsFor(result) });
  }

  /** The part of `result` that is laid, wherever it goes. */
  cue(result: LocalResult): Cue {
    return cueOfPart(result, this.passages.of(result.track.id));
  }

  /** What a drag of `result` takes along; null where it cannot be dragged. */
  dragged(result: SearchResult | null): Cue | null {
    if (result === null || !isLocalResult(result) || this.obstacle(result) !== null) return null;
    return this.insertion(result, false).cue;
  }

  private optionsFor(result: LocalResult) {
    const { passages, track } = this;
    return { track, passage: passages.of(result.track.id), aim: passages.aim(result) };
  }

  /** The same in words, or why it cannot be. */
  insertionText(result: LocalResult, whole: boolean): string {
    const obstacle = this.obstacle(result);
    if (obstacle !== null) return obstacle;
    const text = insertText(this.insertion(result, whole));
    return this.isImported(result.track.audio) ? text : willConvertText(text);
  }

  async insert(result: SearchResult, whole: boolean): Promise<void> {
    if (!this.isFit(result)) return;
    await this.ask("insert", async (host) => {
      // In and out point may have moved since the place was last read.
      await this.link.readPlace();
      return this.lay(host, result, this.insertion(result, whole));
    });
  }

  /** Asks whether `result` may push what lies later; `push` is the answer yes. */
  async askPush(result: SearchResult): Promise<void> {
    if (!this.isFit(result)) return;
    await this.ask("push", async () => {
      const { sequence } = await this.link.readPlace();
      if (sequence === null) return info(TOOLS.noSequence);
      this.asked = result;
      this.panel.show({
        name: "push",
        request: pushRequest(result, sequence, this.optionsFor(result)),
      });
      return null;
    });
  }

  async push(request: InsertRequest): Promise<void> {
    this.panel.show(null);
    const { asked } = this;
    if (asked !== null) await this.ask("push", (host) => this.lay(host, asked, request));
  }

  /** Puts `result` in the place of the selected audio clip. */
  async replace(result: SearchResult): Promise<void> {
    if (!this.isFit(result)) return;
    await this.ask("replace", async (host) => {
      const cue = await this.imported(host, result, this.cue(result));
      if (cue === null) return info(CONVERSION.cancelled);
      const report = await host.replace(cue);
      this.panel.placed(result);
      return laidNotice(report, result, cue, this.mayHoldSpeech);
    });
  }

  /** Marks beats, bars or sections of `result` in the project. */
  async mark({ track }: SearchResult): Promise<void> {
    const markers = musicMarkers(track, this.state.settings.markers);
    if (markers.length === 0) return this.panel.tell(info(TOOLS.noStructure));
    if (markers.length > MOST_MARKERS) return this.panel.tell(info(TOOLS.tooManyMarkers));
    const request: MarkRequest = { trackId: track.id, title: track.title, markers };
    await this.ask("mark", async (host) => good(markedText(await host.addMarkers(request))));
  }

  async duck(): Promise<void> {
    await this.ask("duck", async (host) => good(duckedText(await host.duck(this.ducking))));
  }

  async unduck(): Promise<void> {
    await this.ask("duck", async (host) => good(unduckedText(await host.unduck())));
  }

  async openCueSheet(): Promise<void> {
    await this.ask("cue-sheet", async (host) => {
      this.panel.show({ name: "cues", cues: await host.readCueSheet() });
      return null;
    });
  }

  async save(file: TextFile): Promise<void> {
    await this.ask("save", async (host) => {
      const { path } = await host.saveText(file);
      return path === null ? null : good(savedText(path));
    });
  }

  async chooseFolder(): Promise<void> {
    await this.ask("folder", async (host) => {
      const { path } = await host.chooseMusicFolder();
      if (path === null) return null;
      this.enter({ folder: path });
      return good(folderText(path));
    });
  }

  /** A folder that cannot be read is not shown; the next insert reports what is wrong with it. */
  private async readFolder(): Promise<void> {
    const read = await this.link.host?.readMusicFolder().catch(() => null);
    this.enter({ folder: read?.path ?? null });
  }

  private async lay(
    host: EditorHost,
    result: LocalResult,
    request: InsertRequest,
  ): Promise<Notice> {
    const laid = await this.place(host, result, request);
    if (laid === null) return info(CONVERSION.cancelled);
    // A new track is made once; what follows goes where the music lies then.
    if (request.track === "new") this.set({ track: "music" });
    return laidNotice(laid.report, result, laid.cue, this.mayHoldSpeech);
  }

  /** Lays a cue, in a file that the editor imports; null if the conversion was cancelled. */
  async place(
    host: EditorHost,
    result: LocalResult,
    request: InsertRequest,
  ): Promise<{ readonly report: InsertReport; readonly cue: Cue } | null> {
    const cue = await this.imported(host, result, request.cue);
    if (cue === null) return null;
    const report = await host.insert({ ...request, cue });
    this.panel.placed(result);
    // The first insert into a project asks for the folder.
    if (this.state.isOpen) void this.readFolder();
    return { report, cue };
  }

  /** Whether there is a track beside the music. */
  private get mayHoldSpeech(): boolean {
    return (this.link.place?.sequence?.audioTracks ?? 0) > 1;
  }

  /** The cue with a file that the editor imports; null if its conversion was cancelled. */
  private async imported(host: EditorHost, result: LocalResult, cue: Cue): Promise<Cue | null> {
    return this.isImported(cue.audio) ? cue : this.conversion.convert(host, result, cue);
  }

  /** Asks the editor to do something, and tells what came of it. */
  async ask(deed: Deed, act: (host: EditorHost) => Promise<Notice | null>): Promise<void> {
    const { host } = this.link;
    if (host === null) return this.panel.tell(info(TEXT.noEditor));
    if (this.state.busy !== null) return;
    this.enter({ busy: deed });
    this.panel.tell(null);
    let notice: Notice | null;
    try {
      notice = await act(host);
    } catch (thrown) {
      notice = failure(thrown);
    }
    this.enter({ busy: null });
    this.panel.tell(notice);
  }

  private enter(change: Partial<ToolsState>): void {
    this.current = { ...this.current, ...change };
    this.panel.changed();
  }
}
