import type { SearchAnswer, SearchResult } from "../contract/engine.ts";
import { asNeedledropError, type NeedledropError } from "../contract/errors.ts";
import type { OpenEngine } from "./bundled-engine.ts";
import { EditorLink, type ConnectEditor } from "./editor-link.ts";
import { unreadableText } from "./editor-messages.ts";
import { EditorTools } from "./editor-tools.ts";
import { EngineSession } from "./engine-session.ts";
import { HostCheck } from "./host-check/host-check.ts";
import { isLocalResult, pageOf } from "./local-result.ts";
import { TEXT, remoteText, openYourselfText } from "./messages.ts";
import { bad, failure, info, type Notice } from "./notice.ts";
import { PeakStore } from "./peak-store.ts";
import { Player } from "./player.ts";
import { captionScene } from "./scene-caption.ts";
import { SearchTask, type Wanted } from "./search-task.ts";
import type { Sheet } from "./sheet.ts";

export interface PanelSources {
  readonly openEngine: OpenEngine;
  readonly connectEditor: ConnectEditor;
  readonly media: HTMLAudioElement;
}

/** What the panel knows and can do; `needledrop-panel` draws it. Nothing here rejects. */
export class PanelModel {
  readonly session: EngineSession;
  readonly editor: EditorLink;
  readonly tools: EditorTools;
  readonly check: HostCheck;
  readonly player: Player;
  readonly peaks: PeakStore;
  readonly task: SearchTask;

  description = "";
  /** The last answer; it stays to be looked at while the next search runs. */
  answer: SearchAnswer | null = null;
  /** Whether only tracks that can be heard now are looked for. */
  localOnly = false;
  /** Whether that was so for the last answer. */
  isNarrowed = false;
  selected: SearchResult | null = null;
  /** Whether the editor's selection is being read, which may take a while. */
  isDescribing = false;
  notice: Notice | null = null;
  /** What lies over the panel. */
  sheet: Sheet | null = null;
  private offered = "null";
  private ended = Promise.resolve();

  constructor(
    sources: PanelSources,
    readonly changed: () => void,
  ) {
    this.session = new EngineSession(sources.openEngine, changed);
    this.editor = new EditorLink(sources.connectEditor, () => {
      this.offerDrag();
      changed();
    });
    this.tools = new EditorTools(this.editor, this);
    this.check = new HostCheck(this.editor, changed);
    this.player = new Player(sources.media, changed);
    this.peaks = new PeakStore((id) => this.session.peaks(id), changed);
    this.task = new SearchTask(
      (wanted, signal) => this.session.search(wanted, signal),
      () => this.searchMoved(),
    );
  }

  start(): void {
    this.session.start();
    void this.editor.start();
  }

  /** Why there are no results to show, if something failed. */
  get failure(): NeedledropError | null {
    const engine = this.session.state;
    if (engine.name === "failed") return engine.error;
    return this.task.state.name === "failed" ? this.task.state.error : null;
  }

  /** Searches for `description`, unless that is what is shown or sought already. */
  async search(description: string): Promise<void> {
    this.description = description;
    const { wanted } = this;
    if (wanted.query === "") {
      this.answer = null;
      this.task.clear();
      return;
    }
    if (!this.task.isFor(wanted)) this.ended = this.task.start(wanted);
    // Also when that very search was begun before: who asks wants to know when it has ended.
    await this.ended;
  }

  /** After a failure: loads the engine if that is what failed, and searches again. */
  async retry(): Promise<void> {
    this.session.start();
    const { wanted } = this;
    if (wanted.query === "") this.task.clear();
    else await (this.ended = this.task.start(wanted));
  }

  /** Keeps to tracks that can be heard now, or no longer, and searches again. */
  async filter(localOnly: boolean): Promise<void> {
    this.localOnly = localOnly;
    this.changed();
    await this.search(this.description);
  }

  private get wanted(): Wanted {
    return { query: this.description.trim(), localOnly: this.localOnly };
  }

  select(result: SearchResult): void {
    if (this.selected?.track.id === result.track.id) return;
    this.selected = result;
    if (isLocalResult(result)) this.player.offer(result);
    this.offerDrag();
    this.changed();
  }

  /** Selects the result `by` places further, or the first or last for an infinite `by`. */
  step(by: number): void {
    const results = this.answer?.results ?? [];
    const at = results.findIndex(({ track }) => track.id === this.selected?.track.id);
    const next = results[Math.min(results.length - 1, Math.max(0, at + by))];
    if (next !== undefined) this.select(next);
  }

  /** Silences; when all is quiet already, takes the notice away. */
  stop(): void {
    if (this.player.isSounding) this.player.stop();
    else if (this.tools.previewed !== null) void this.tools.stopPreview();
    else this.tell(null);
  }

  /** Plays or pauses; `from` (seconds) given: plays from there. */
  play(result: SearchResult, from: number | null = null): void {
    if (!isLocalResult(result)) {
      this.tell(info(`“${result.track.title}”: ${remoteText(result.track)}`));
      return;
    }
    void this.tools.stopPreview();
    if (from === null) this.player.toggle(result);
    else this.player.play(result, from);
  }

  /** Plays in the editor's own monitor, or stops there; one track sounds at a time. */
  async togglePreview(result: SearchResult): Promise<void> {
    if (this.player.isSounding) this.player.stop();
    await this.tools.togglePreview(result);
  }

  /** Shows the page of a track that is not on this machine in the editor's browser. */
  async openPage({ track }: SearchResult): Promise<void> {
    const page = pageOf(track);
    if (page === null) return;
    const { host } = this.editor;
    if (host === null) {
      this.tell(info(openYourselfText(page)));
      return;
    }
    await host.openPage(page).catch((thrown: unknown) => {
      const { what } = asNeedledropError(thrown);
      this.tell(bad(`${what} ${openYourselfText(page)}`));
    });
  }

  /** Puts what the editor wrote about the selected clips into the description, and searches. */
  async describeSelection(): Promise<void> {
    const { host } = this.editor;
    if (host === null || this.isDescribing) return;
    this.isDescribing = true;
    this.changed();
    try {
      const selection = await host.readSelection();
      const { unreadable } = selection;
      const caption = captionScene(selection);
      // Clips that could not be read are no sign that none was selected.
      if (unreadable.length > 0) this.tell(info(unreadableText(unreadable)));
      else if (caption.kind === "nothing-selected") this.tell(info(TEXT.nothingSelected));
      else if (caption.kind === "no-words") this.tell(info(TEXT.noWordsInSelection));
      this.isDescribing = false;
      if (caption.kind === "caption") await this.search(caption.text);
    } catch (thrown) {
      this.isDescribing = false;
      this.tell(failure(thrown));
    }
  }

  tell(notice: Notice | null): void {
    this.notice = notice;
    this.changed();
  }

  show(sheet: Sheet | null): void {
    this.sheet = sheet;
    this.changed();
  }

  private searchMoved(): void {
    const { state } = this.task;
    if (state.name === "found") this.showAnswer(state.answer, state.wanted);
    this.changed();
  }

  private showAnswer(answer: SearchAnswer, { localOnly }: Wanted): void {
    this.answer = answer;
    this.isNarrowed = localOnly;
    const [best] = answer.results;
    this.selected = null;
    if (best === undefined) this.offerDrag();
    else this.select(best);
    void this.peaks.want(answer.results.filter(isLocalResult).map(({ track }) => track.id));
  }

  private offerDrag(): void {
    const { selected } = this;
    const cue =
      selected !== null && isLocalResult(selected) && this.tools.obstacle(selected) === null
        ? this.tools.insertion(selected, false).cue
        : null;
    const offer = JSON.stringify(cue);
    if (this.editor.host === null || offer === this.offered) return;
    this.offered = offer;
    // The drag strip is a convenience; Insert does the same and says what goes wrong.
    this.editor.host.offerDrag(cue).catch(() => undefined);
  }
}
