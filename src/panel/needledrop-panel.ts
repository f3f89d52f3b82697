import { LitElement, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import type { SearchAnswer } from "../contract/engine.ts";
import { openBundledEngine, type OpenEngine } from "./bundled-engine.ts";
import { copyText } from "./clipboard.ts";
import { fillDrag } from "./drag.ts";
import { connectSurroundingEditor, type ConnectEditor } from "./editor-link.ts";
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
import "./failure-view.ts";
import { focusOf } from "./focus.ts";
import type { KeySheet } from "./key-sheet.ts";
import "./key-sheet.ts";
import { actionFor, undoesUnseenText, type Action } from "./keyboard.ts";
import { isLocal, type LocalResult } from "./local-result.ts";
import { TEXT, editorText, notRememberedText, whyNoEditor } from "./messages.ts";
import "./nothing-here.ts";
import { PanelModel } from "./panel-model.ts";
import { panelStyles } from "./panel-styles.ts";
import "./player-bar.ts";
import "./remote-bar.ts";
import type { ResultList } from "./result-list.ts";
import "./result-list.ts";
import type { SearchBox } from "./search-box.ts";
import "./search-box.ts";
import "./start-view.ts";
import "./status-line.ts";
import { shared } from "./styles.ts";
import { spectrumColor } from "./theme.ts";

/** Seconds that an arrow key moves in a track. */
const SEEK_STEP = 5;
/** Milliseconds that good news stays; bad news stays until it is closed. */
const GOOD_NEWS = 10_000;

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

  private shown: SearchAnswer | null = null;

  @query("nd-search-box") private readonly box!: SearchBox;
  @query("nd-result-list") private readonly list!: ResultList | null;
  @query("nd-key-sheet") private readonly keys!: KeySheet;

  static override styles = [shared, panelStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("keydown", this.pressed);
    window.addEventListener("keyup", this.released);
    this.darkSystem.addEventListener("change", this.redraw);
    this.model.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("keydown", this.pressed);
    window.removeEventListener("keyup", this.released);
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
    const { model } = this;
    return html`<sp-theme system="spectrum" color=${this.color} scale="medium">
      <main
        @nd-query=${this.queried}
        @nd-select=${(event: SelectEvent) => model.select(event.result)}
        @nd-play=${this.played}
        @nd-insert=${this.inserted}
        @nd-open-page=${(event: OpenPageEvent) => void model.openPage(event.result)}
        @nd-copy=${this.copied}
        @nd-filter=${(event: FilterEvent) => void model.filter(event.onlyHere)}
        @nd-volume=${(event: VolumeEvent) => model.player.setVolume(event.volume)}
        @nd-ask=${this.asked}
      >
        <header>
          <nd-search-box
            .value=${model.description}
            ?describable=${model.editor.host !== null}
            .onlyHere=${model.onlyHere}
          ></nd-search-box>
          <nd-status-line
            .engine=${model.session.state}
            .search=${model.task.state}
          ></nd-status-line>
        </header>
        <section class="body" aria-busy=${model.task.state.name === "searching"}>
          ${this.renderBody()}
        </section>
        <footer>${this.renderNotice()} ${this.renderFooter()}</footer>
        <nd-key-sheet></nd-key-sheet>
      </main>
    </sp-theme>`;
  }

  private renderBody() {
    const { answer, failure, isNarrowed, selected, peaks, player, editor } = this.model;
    if (failure !== null) return html`<nd-failure-view .error=${failure}></nd-failure-view>`;
    if (answer === null) return html`<nd-start-view></nd-start-view>`;
    if (answer.results.length === 0 && isNarrowed) return html`<nd-nothing-here></nd-nothing-here>`;
    if (answer.results.length === 0) {
      return html`<nd-start-view
        .lead=${TEXT.noResults}
        .help=${TEXT.noResultsNext}
      ></nd-start-view>`;
    }
    return html`<nd-result-list
      .results=${answer.results}
      .selectedId=${selected?.track.id ?? ""}
      .peaksOf=${(id: string) => peaks.get(id)}
      .playback=${player.playback}
      .insertable=${editor.host !== null}
      .fillDrag=${editor.rowDrag ? this.fillDrag : null}
    ></nd-result-list>`;
  }

  private renderNotice() {
    const { notice } = this.model;
    if (notice === null) return nothing;
    // Each notice has its own toast, and so its own time.
    return keyed(
      notice,
      html`<sp-toast
        open
        variant=${notice.kind}
        .timeout=${notice.kind === "negative" ? null : GOOD_NEWS}
        @close=${() => this.model.tell(null)}
        >${notice.text}</sp-toast
      >`,
    );
  }

  private renderFooter() {
    const { answer, player, selected } = this.model;
    const idle = answer === null && player.playback.status !== "playing";
    // What sounds stays in the player, whatever is selected.
    const away = selected !== null && !isLocal(selected) && !player.isSounding ? selected : null;
    return html`
      ${this.renderPlayer(idle || away !== null)}
      ${!idle && away !== null ? html`<nd-remote-bar .result=${away}></nd-remote-bar>` : nothing}
      ${idle || (away ?? player.playback.result) === null ? this.renderFoot() : nothing}
    `;
  }

  private renderPlayer(hidden: boolean) {
    const { model } = this;
    const { playback, media } = model.player;
    const { result } = playback;
    // Once made the bar stays, hidden at need: wavesurfer takes hold of the audio only once.
    if (result === null) return nothing;
    return html`<nd-player-bar
      ?hidden=${hidden}
      .playback=${playback}
      .media=${media}
      .peaks=${model.peaks.get(result.track.id)}
      .insertion=${model.insertionText(result, this.shiftHeld)}
      .insertable=${model.editor.host !== null}
      .inserting=${model.inserting}
      .color=${this.color}
    ></nd-player-bar>`;
  }

  private renderFoot() {
    const { editor: link, session } = this.model;
    const { state: editor } = link;
    const told = {
      none: editor.name === "none" ? whyNoEditor(editor.problem) : "",
      connecting: TEXT.connecting,
      connected: editor.name === "connected" ? editorText(editor.info.name) : "",
    };
    const problem = session.state.name === "ready" ? session.state.info.index.cacheProblem : "";
    return html`<div class="foot quiet">
      <span>${TEXT.private}</span><span>${told[editor.name]}</span>
      ${problem ? html`<span>${notRememberedText(problem)}</span>` : nothing}
    </div>`;
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
    void this.model.insert(result, whole);
    this.leaveBox();
  };

  private readonly copied = async ({ text }: CopyEvent): Promise<void> => {
    const isCopied = await copyText(text);
    const told = isCopied ? TEXT.copied : `${TEXT.notCopied} ${text}`;
    this.model.tell({ kind: isCopied ? "positive" : "negative", text: told });
  };

  /** Who plays or inserts has done with the words: keys are to work the results from now on. */
  private leaveBox(): void {
    if (this.shadowRoot?.activeElement === this.box) void this.focusSelected();
  }

  private readonly asked = ({ what }: AskEvent): void => {
    if (what === "keys") this.keys.toggle();
    else if (what === "retry") void this.model.retry();
    else void this.model.describeSelection().then(() => this.box.focus());
  };

  private readonly fillDrag = (result: LocalResult, data: DataTransfer): void =>
    fillDrag(this.model.insertion(result, false), data, document.baseURI);

  private readonly released = (event: KeyboardEvent): void => {
    this.shiftHeld = event.shiftKey;
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    this.shiftHeld = event.shiftKey;
    const focus = focusOf(event.composedPath());
    if (undoesUnseenText(event, focus)) event.preventDefault();
    const action = actionFor(event, focus);
    if (action === null || (this.keys.isOpen && action !== "help")) return;
    event.preventDefault();
    this.act(action);
  };

  private act(action: Action): void {
    const { model } = this;
    const { selected, player } = model;
    const acts: Record<Action, () => unknown> = {
      search: () => this.box.submit(),
      clear: () => (model.description === "" ? model.stop() : this.box.clear()),
      "focus-search": () => this.box.focus(),
      next: () => this.step(1),
      previous: () => this.step(-1),
      first: () => this.step(-Infinity),
      last: () => this.step(Infinity),
      "toggle-play": () => selected && model.play(selected),
      "seek-back": () => player.seekBy(-SEEK_STEP),
      "seek-forward": () => player.seekBy(SEEK_STEP),
      insert: () => selected && model.insert(selected, false),
      "insert-whole": () => selected && model.insert(selected, true),
      "open-page": () => selected && model.openPage(selected),
      stop: () => model.stop(),
      help: () => this.keys.toggle(),
    };
    acts[action]();
  }

  private step(by: number): void {
    this.model.step(by);
    void this.focusSelected();
  }

  /** Moves the focus to the selected result, once that has been drawn. */
  private async focusSelected(): Promise<void> {
    await this.updateComplete;
    await this.list?.focusSelected();
  }
}
