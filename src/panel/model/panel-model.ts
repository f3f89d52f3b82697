import type { InsertRequest } from "../../contract/cue.ts";
import type { DownloadRequest } from "../../contract/download.ts";
import type { LocalResult, SearchResult } from "../../contract/search.ts";
import type { NeedledropError } from "../../contract/errors.ts";
import type { ToolSettings } from "../editor/editor-tools.ts";
import { provesDescription } from "../describe/acts.ts";
import { audioUrl } from "../own-music/chosen-folders.ts";
import { chosenPack, hostPack } from "../packs/chosen-pack.ts";
import type { ShelfName } from "../packs/model-shelf.ts";
import { notCopiedText } from "../words/messages.ts";
import { bad, failure, good, info, type Notice } from "../words/notice.ts";
import type { FolderWish } from "../own-music/own-music.ts";
import { OWN_MUSIC } from "../words/own-music.ts";
import { PACKS } from "../words/packs.ts";
import { panelActs, type PanelActs, type PanelHands } from "./acts.ts";
import { copyText } from "./clipboard.ts";
import { fillDrag } from "./drag.ts";
import type { Action } from "./keys.ts";
import { panelParts, type PanelParts } from "./panel-parts.ts";
import type { PanelShell, PanelSources } from "./panel-sources.ts";
import { viewOf, type PanelView, type Sheet, type Tab } from "./panel-view.ts";

/**
 * The panel without its elements: does what it is asked to, and publishes what there is to show
 * after every change. Nothing here rejects.
 */
export class PanelModel implements PanelShell {
  readonly parts: PanelParts;
  private readonly acts: PanelActs;
  private notice: Notice | null = null;
  private tab: Tab = "results";
  /** What was selected in the tabs that are out of sight. */
  private readonly left = new Map<Tab, SearchResult | null>();
  private sheet: Sheet | null = null;
  private lastShown: NeedledropError | null = null;

  constructor(
    sources: PanelSources,
    hands: PanelHands,
    private readonly publish: (view: PanelView) => void,
  ) {
    this.parts = panelParts(sources, this);
    this.acts = panelActs(this, this.parts, hands, sources.version);
  }

  get view(): PanelView {
    const { notice, tab, sheet } = this;
    return viewOf(this.parts, { notice, tab, sheet });
  }

  /** The last failure that was shown, for a report; it outlives its notice. */
  get lastError(): NeedledropError | null {
    return this.lastShown;
  }

  start(): void {
    this.parts.session.start();
    void this.parts.kept.start();
    void this.parts.history.open();
    void this.parts.editor.start().then(() => {
      // Tracks in these folders can be played and converted from now on.
      if (this.parts.hostFolders.isOffered) void this.parts.music.open();
      void this.parts.downloads.look();
    });
  }

  /** The panel is taken out of the page. */
  end(): void {
    void this.parts.picture.stop();
    this.parts.scene.stop();
    this.parts.player.stop();
    this.parts.session.end();
    this.parts.kept.end();
    this.parts.editor.end();
  }

  /** The editor may have worked in the timeline meanwhile. */
  followEditor(): void {
    void this.parts.editor.follow();
    this.parts.kept.follow();
    void this.parts.downloads.look();
  }

  /** Does what a key or a button asks for, to `result` or else to what is selected. */
  async act(action: Action, result: SearchResult | null = null): Promise<void> {
    if (provesDescription(action)) this.keepDescription();
    await this.acts[action](result ?? this.parts.results.selected);
  }

  /** Resolves when the search for `description` has ended. */
  search(description: string): Promise<void> {
    if (this.tab === "kept") this.showTab("results");
    return this.parts.flow.search(description);
  }

  /** Searches again with `phrases` of the description read as plain words. */
  takeBack(phrases: readonly string[]): Promise<void> {
    return this.parts.flow.takeBack(phrases);
  }

  /** After a failure: loads the engine if that is what failed, and searches again. */
  retry(): Promise<void> {
    this.parts.session.start();
    return this.parts.flow.retry();
  }

  /** Searches for what the selected clips are about; see `SceneReader.read`. */
  async describeSelection(): Promise<void> {
    if (this.tab === "kept") this.showTab("results");
    await this.parts.scene.read();
  }

  /** Makes a track the one that Space plays and every edit lays. */
  select(result: SearchResult): void {
    this.parts.results.select(result);
  }

  /** The description has led to something that is acted on, so it is worth keeping. */
  private keepDescription(): void {
    this.parts.history.enter(this.parts.flow.view.description);
  }

  /** Plays or pauses; `from` (seconds) given: plays from there. */
  play(result: SearchResult, from: number | null = null): void {
    this.keepDescription();
    this.parts.sound.play(result, from);
  }

  /** 0 to 1. */
  setVolume(volume: number): void {
    this.parts.player.setVolume(volume);
  }

  setTools(settings: Partial<ToolSettings>): void {
    this.parts.tools.set(settings);
  }

  /** Yes, everything later may be pushed. */
  push(request: InsertRequest): Promise<void> {
    return this.parts.tools.push(request);
  }

  /** Yes, the track may be downloaded; `isTrusted`: without a question from now on. */
  get(request: DownloadRequest, isTrusted: boolean): Promise<void> {
    return this.parts.downloads.confirm(request, isTrusted);
  }

  /** Asks again before downloads from a host. */
  askAgain(host: string): Promise<void> {
    return this.parts.downloads.trust(host, false);
  }

  /** Checks the editor; `scratch`: whether it may make a sequence and remove it again. */
  runCheck(scratch: boolean): Promise<void> {
    return this.parts.check.run(scratch);
  }

  /** Fills a drag with what dropping `result` on a timeline means. */
  fillDrag(result: LocalResult, data: DataTransfer, base: string): void {
    const { cue } = this.parts.tools.insertion(result, false);
    fillDrag(cue, new URL(audioUrl(cue.audio, this.parts.chosen), base).href, data);
  }

  /**
   * Adds a folder of the editor's own music, as a directory picker gives its files. Null: one that
   * the editing application asks for.
   */
  async addFolder(files: readonly File[] | null): Promise<void> {
    if (files === null) return this.askForFolder();
    const folder = this.parts.chosen.add(files);
    if (folder === null) this.tell(info(OWN_MUSIC.empty));
    else await this.parts.music.add(folder);
  }

  private async askForFolder(): Promise<void> {
    try {
      const folder = await this.parts.hostFolders.add();
      if (folder !== null) await this.parts.music.add(folder);
    } catch (thrown) {
      this.tell(failure(thrown));
    }
  }

  /** Reads a folder again, stops reading it, or forgets it. */
  async changeFolder(id: string, wish: FolderWish): Promise<void> {
    await this.parts.music[wish](id);
    // It may have been the one for downloads.
    if (wish === "remove") await this.parts.downloads.refresh();
  }

  /** Adds a model, as a directory picker gives its files; null: the editing application asks. */
  async addModel(shelf: ShelfName, files: readonly File[] | null): Promise<void> {
    if (files === null) return this.askForModel(shelf);
    const folder = chosenPack(files);
    if (folder === null) this.tell(info(PACKS.empty));
    else await this.parts[shelf].add(folder);
  }

  private async askForModel(shelf: ShelfName): Promise<void> {
    try {
      const borrowed = await this.parts.hostFolders.borrow();
      if (borrowed === null) return;
      await hostPack(borrowed.access)
        .then((folder) => this.parts[shelf].add(folder))
        .finally(borrowed.giveBack);
    } catch (thrown) {
      this.tell(failure(thrown));
    }
  }

  /** Forgets an added model. */
  removeModel(shelf: ShelfName, hash: string): Promise<void> {
    return this.parts[shelf].remove(hash);
  }

  /** Call it within a click; `confirmation` is shown once the text is on the clipboard. */
  async copy(text: string, confirmation: string): Promise<void> {
    const isCopied = await copyText(text);
    this.tell(isCopied ? good(confirmation) : bad(notCopiedText(text)));
  }

  /** Shows a notice in place of the last one; null takes it away. */
  tell(notice: Notice | null): void {
    this.notice = notice;
    this.lastShown = notice?.error ?? this.lastShown;
    this.changed();
  }

  /** `result` was laid on a timeline. */
  placed({ track }: LocalResult): void {
    this.parts.kept.inserted(track);
  }

  /** Shows another tab. */
  showTab(tab: Tab): void {
    if (tab !== this.tab) {
      this.left.set(this.tab, this.parts.results.selected);
      const before = this.left.get(tab);
      this.tab = tab;
      if (before) this.select(before);
    }
    this.parts.keptTab.isInSight = tab === "kept";
    if (tab === "kept") void this.parts.keptTab.refresh();
    this.changed();
  }

  /** Tracks of the kept list in sight have been found. */
  keptFound(): void {
    if (this.tab === "kept") this.selectIn(this.parts.keptTab.results);
  }

  /** Stays with what is selected if it is among `results`, else selects the one at `place`. */
  selectIn(results: readonly SearchResult[], place = 0): void {
    const { selected } = this.parts.results;
    const isThere = results.some(({ track }) => track.id === selected?.track.id);
    const next = results[Math.min(results.length - 1, Math.max(0, place))];
    if (!isThere && next !== undefined) this.select(next);
  }

  /** Lays a sheet over the panel in place of the last one; null takes it away. */
  show(sheet: Sheet | null): void {
    this.sheet = sheet;
    this.changed();
  }

  readonly changed = (): void => this.publish(this.view);
}
