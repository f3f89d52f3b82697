import { LitElement, html } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { SearchAnswer, SearchResult } from "../contract/engine.ts";
import { bodyView } from "./body-view.ts";
import { openBundledEngine, type OpenEngine } from "./bundled-engine.ts";
import { copyText } from "./clipboard.ts";
import { fillDrag } from "./drag.ts";
import { connectSurroundingEditor, type ConnectEditor } from "./editor-link.ts";
import type { EditorToolsBar } from "./editor-tools-bar.ts";
import type {
  AskEvent,
  CopyEvent,
  FilterEvent,
  InsertEvent,
  OpenPageEvent,
  PlayEvent,
  QueryEvent,
  SelectEvent,
  VolumeEvent,
} from "./events.ts";
import { focusOf } from "./focus.ts";
import { footerView } from "./footer-view.ts";
import { reportFile } from "./host-check/report.ts";
import { actionFor, mayRepeat, undoesUnseenText, type Action } from "./keyboard.ts";
import type { LocalResult } from "./local-result.ts";
import { notCopiedText } from "./messages.ts";
import { bad, good } from "./notice.ts";
import { noticeView } from "./notice-view.ts";
import { SHEET_KEYS, panelActs } from "./panel-acts.ts";
import { PanelModel } from "./panel-model.ts";
import { panelStyles } from "./panel-styles.ts";
import type { ResultList } from "./result-list.ts";
import type { SearchBox } from "./search-box.ts";
import "./search-box.ts";
import type { SheetFrame } from "./sheet-frame.ts";
import { reportOf, sheetView } from "./sheet-view.ts";
import "./status-line.ts";
import { shared } from "./styles.ts";
import { spectrumColor } from "./theme.ts";
import type { ActEvent, CheckEvent, PushEvent, SaveEvent, SettingEvent } from "./tool-events.ts";

/** The whole panel: draws the model, and turns keys and events into what the model does. */
@customElement("needledrop-panel")
export class NeedledropPanel extends LitElement {
  /** Where engine and editor come from; to be set before the element is connected. */
  @property({ attribute: false }) openEngine: OpenEngine = openBundledEngine;
  @property({ attribute: false }) connectEditor: ConnectEditor = connectSurroundingEditor;

  @state() private shiftHeld = false;
  private readonly redraw = (): void => this.requestUpdate();
  private readonly darkSystem = window.matchMedia("(prefers-color-scheme: dark)");
  private readonly model = new PanelModel(
    {
      openEngine: (report) => this.openEngine(report),
      connectEditor: () => this.connectEditor(),
      media: new Audio(),
    },
    this.redraw,
  );
  private readonly acts = panelActs(this.model, {
    submit: () => this.box.submit(),
    clear: () => this.box.clear(),
    focusBox: () => this.box.focus(),
    focusSelected: () => void this.focusSelected(),
    focusTrackChoice: () => void this.updateComplete.then(() => this.tools?.focusTrack()),
    closeSheet: () => this.sheet?.close(),
  });

  private shown: SearchAnswer | null = null;

  @query("nd-search-box") private readonly box!: SearchBox;
  @query("nd-result-list") private readonly list!: ResultList | null;
  @query("nd-editor-tools") private readonly tools!: EditorToolsBar | null;
  @query("nd-sheet") private readonly sheet!: SheetFrame | null;

  static override styles = [shared, panelStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("keydown", this.pressed);
    window.addEventListener("keyup", this.released);
    window.addEventListener("focus", this.entered);
    this.darkSystem.addEventListener("change", this.redraw);
    this.model.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("keydown", this.pressed);
    window.removeEventListener("keyup", this.released);
    window.removeEventListener("focus", this.entered);
    this.darkSystem.removeEventListener("change", this.redraw);
    this.model.player.stop();
  }

  protected override firstUpdated(): void {
    void this.box.updateComplete.then(() => this.box.focus());
  }

  /** Says on the element how the engine fares, for tests and for support. */
  protected override updated(): void {
    this.showFromTop();
    const { state } = this.model.session;
    this.dataset["engine"] = state.name;
    if (state.name === "ready") this.dataset["index"] = state.info.index.from;
  }

  /** A new answer is looked at from its first result on. */
  private showFromTop(): void {
    if (this.shown === this.model.answer) return;
    this.shown = this.model.answer;
    this.renderRoot.querySelector(".body")?.scrollTo({ top: 0 });
  }

  protected override render() {
    const { model, color } = this;
    return html`<sp-theme system="spectrum" color=${color} scale="medium">
      <main
        @nd-query=${this.queried}
        @nd-select=${(event: SelectEvent) => model.select(event.result)}
        @nd-play=${this.played}
        @nd-insert=${this.inserted}
        @nd-open-page=${(event: OpenPageEvent) => void model.openPage(event.result)}
        @nd-copy=${this.copied}
        @nd-filter=${(event: FilterEvent) => void model.filter(event.localOnly)}
        @nd-volume=${(event: VolumeEvent) => model.player.setVolume(event.volume)}
        @nd-ask=${this.asked}
        @nd-act=${(event: ActEvent) => this.act(event.action, event.result)}
        @nd-setting=${(event: SettingEvent) => model.tools.set(event.settings)}
        @nd-push=${this.pushed}
        @nd-save=${this.saved}
        @nd-check=${(event: CheckEvent) => void model.check.run(event.scratch)}
        @nd-close-sheet=${() => model.show(null)}
      >
        <header>
          <nd-search-box
            .value=${model.description}
            ?describable=${model.editor.host !== null}
            ?describing=${model.isDescribing}
            .localOnly=${model.localOnly}
          ></nd-search-box>
          <nd-status-line
            .engine=${model.session.state}
            .search=${model.task.state}
          ></nd-status-line>
        </header>
        <section class="body" aria-busy=${model.task.state.name === "searching"}>
          ${bodyView(model, this.fillDrag)}
        </section>
        <footer>
          ${model.sheet === null ? noticeView(model) : null}
          ${footerView(model, { whole: this.shiftHeld, color })}
        </footer>
        ${sheetView(model)}
      </main>
    </sp-theme>`;
  }

  private get color() {
    return spectrumColor(this.model.editor.theme, this.darkSystem.matches);
  }

  private readonly queried = (event: QueryEvent): void => {
    const found = this.model.search(event.query);
    if (!event.now) return;
    void found.then(() => {
      // Who has gone on typing meanwhile wants to stay in the box.
      if (this.box.value === event.query) void this.focusSelected();
    });
  };

  private readonly played = ({ result, from }: PlayEvent): void => {
    this.model.play(result, from);
    this.leaveBox();
  };

  private readonly inserted = ({ result, whole }: InsertEvent): void => {
    void this.model.tools.insert(result, whole);
    this.leaveBox();
  };

  private readonly copied = async ({ text, told }: CopyEvent): Promise<void> => {
    const isCopied = await copyText(text);
    this.model.tell(isCopied ? good(told) : bad(notCopiedText(text)));
  };

  private readonly pushed = ({ request }: PushEvent): void => {
    this.sheet?.close();
    void this.model.tools.push(request);
  };

  private readonly saved = ({ what }: SaveEvent): void => {
    const { sheet, tools } = this.model;
    if (what === "report") void tools.save(reportFile(reportOf(this.model)));
    else if (sheet?.name === "cues") void tools.saveCueSheet(sheet.cues, what);
  };

  /** Who plays or inserts has done with the words: keys are to work the results from now on. */
  private leaveBox(): void {
    if (this.shadowRoot?.activeElement === this.box) void this.focusSelected();
  }

  private readonly asked = ({ what }: AskEvent): void => {
    if (what === "keys") this.act("help");
    else if (what === "retry") void this.model.retry();
    else void this.model.describeSelection().then(() => this.box.focus());
  };

  private readonly fillDrag = (result: LocalResult, data: DataTransfer): void =>
    fillDrag(this.model.tools.insertion(result, false), data, document.baseURI);

  private readonly released = (event: KeyboardEvent): void => {
    this.shiftHeld = event.shiftKey;
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    this.shiftHeld = event.shiftKey;
    const focus = focusOf(event.composedPath());
    if (undoesUnseenText(event, focus)) event.preventDefault();
    const action = actionFor(event, focus);
    const { sheet } = this.model;
    if (action === null || (sheet !== null && SHEET_KEYS[sheet.name] !== action)) return;
    event.preventDefault();
    if (!event.repeat || mayRepeat(action)) this.act(action);
  };

  /** The editor may have worked in the timeline meanwhile. */
  private readonly entered = (): void => void this.model.editor.follow();

  private act(action: Action, result: SearchResult | null = null): void {
    this.acts[action](result ?? this.model.selected);
  }

  /** Moves the focus to the selected result, once that has been drawn. */
  private async focusSelected(): Promise<void> {
    await this.updateComplete;
    await this.list?.focusSelected();
  }
}
