import { LitElement, html } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { SearchAnswer } from "../../contract/search.ts";
import { connectSurroundingEditor, type ConnectEditor } from "../editor/editor-link.ts";
import { openBundledEngine, type OpenEngine } from "../loading/bundled-engine.ts";
import { SHEET_KEYS } from "../model/acts.ts";
import { actionFor, focusOf, mayRepeat, undoesUnseenText } from "../model/keyboard.ts";
import { PanelModel } from "../model/panel-model.ts";
import type { PanelView } from "../model/panel-view.ts";
import { renderBody } from "./body.ts";
import type { EditorToolsBar } from "./editor/editor-tools-bar.ts";
import { DragOutEvent, GetEvent, PlayEvent, PushEvent, QueryEvent } from "./events.ts";
import { cutListeners } from "./cut/listeners.ts";
import "./cut/cut-strip.ts";
import { renderFooter } from "./footer.ts";
import type { FilterBar } from "./filters/filter-bar.ts";
import "./filters/filter-bar.ts";
import type { FilterPanel } from "./filters/filter-panel.ts";
import "./filters/filter-panel.ts";
import { fitListeners } from "./fit/listeners.ts";
import { filterListeners } from "./filters/listeners.ts";
import { renderNotice } from "./notice.ts";
import { mapListeners } from "./map/listeners.ts";
import type { KeptTabView } from "./kept/kept-view.ts";
import { ownTracks } from "../own-music/own-music.ts";
import { keptListeners } from "./kept/listeners.ts";
import { panelStyles } from "./panel-styles.ts";
import { jobListeners } from "./jobs/listeners.ts";
import { settingsListeners } from "./settings/listeners.ts";
import { commonListeners, on } from "./listeners.ts";
import { playerListeners } from "./player/listeners.ts";
import "./player/playing-line.ts";
import { resultListeners } from "./results/listeners.ts";
import type { ResultList } from "./results/result-list.ts";
import { describeListeners } from "./describe/listeners.ts";
import "./describe/drop-zone.ts";
import { renderReference } from "./describe/reference-line.ts";
import type { SearchBox } from "./describe/search-box.ts";
import "./describe/search-box.ts";
import "./describe/source-chips.ts";
import type { SheetFrame } from "./sheet-frame.ts";
import { renderSheet } from "./sheet.ts";
import "./status-line.ts";
import "./tab-strip.ts";
import { shared } from "./styles.ts";
import "./describe/understood-chips.ts";

/** The whole panel: draws what the model publishes, and passes on what keys and elements ask for. */
@customElement("needledrop-panel")
export class NeedledropPanel extends LitElement {
  /** Where engine and editor come from; to be set before the element is connected. */
  @property({ attribute: false }) openEngine: OpenEngine = openBundledEngine;
  @property({ attribute: false }) connectEditor: ConnectEditor = connectSurroundingEditor;

  private readonly media = new Audio();
  private readonly model = new PanelModel(
    {
      openEngine: (...given) => this.openEngine(...given),
      connectEditor: () => this.connectEditor(),
      media: this.media,
      newMedia: () => new Audio(),
      version: __VERSION__,
    },
    {
      submit: () => this.box.submit(),
      clear: () => this.box.clear(),
      focusBox: () => this.box.focus(),
      leaveBox: () => this.leaveBox(),
      focusSelected: () => void this.focusSelected(),
      focusTrackChoice: () => void this.updateComplete.then(() => this.tools?.focusTrack()),
      focusFilters: () =>
        void this.updateComplete.then(() => (this.filterPanel ?? this.filterBar).focus()),
      rowsInSight: () => this.list?.rowsInSight ?? 1,
      followSelected: () => {
        if (this.shadowRoot?.activeElement === this.list) void this.focusSelected();
      },
      closeSheet: () => this.sheet?.close(),
    },
    (view) => {
      this.view = view;
    },
  );

  @state() private view: PanelView = this.model.view;
  @state() private shiftHeld = false;
  private readonly darkSystem = window.matchMedia("(prefers-color-scheme: dark)");
  private shown: SearchAnswer | null = null;

  @query("nd-search-box") private readonly box!: SearchBox;
  @query("nd-result-list, nd-kept") private readonly list!: ResultList | KeptTabView | null;
  @query("nd-editor-tools") private readonly tools!: EditorToolsBar | null;
  @query("nd-filter-bar") private readonly filterBar!: FilterBar;
  @query("nd-filter-panel") private readonly filterPanel!: FilterPanel | null;
  @query("nd-sheet") private readonly sheet!: SheetFrame | null;

  static override styles = [shared, panelStyles];

  constructor() {
    super();
    const listeners = [
      ...commonListeners(this.model),
      ...describeListeners(this.model),
      ...mapListeners(this.model),
      ...filterListeners(this.model),
      ...fitListeners(this.model),
      ...cutListeners(this.model),
      ...keptListeners(this.model),
      ...resultListeners(this.model),
      ...playerListeners(this.model),
      ...jobListeners(this.model),
      ...settingsListeners(this.model),
      // These also move the focus.
      on(QueryEvent, this.queried),
      on(PlayEvent, this.played),
      on(PushEvent, this.pushed),
      on(GetEvent, this.agreed),
      on(DragOutEvent, this.dragged),
    ];
    for (const { type, handle } of listeners) this.addEventListener(type, handle);
  }

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
    this.model.end();
  }

  protected override firstUpdated(): void {
    void this.box.updateComplete.then(() => this.box.focus());
  }

  /** Says on the element how the engine fares, for tests and for support. */
  protected override updated(): void {
    this.showFromTop();
    const { engine } = this.view;
    this.dataset["engine"] = engine.name;
    if (engine.name === "ready") this.dataset["index"] = engine.info.index.from;
  }

  /** A new answer is looked at from its first result on. */
  private showFromTop(): void {
    const { answer } = this.view.search;
    if (this.shown === answer) return;
    this.shown = answer;
    if (this.list === null) this.renderRoot.querySelector(".body")?.scrollTo({ top: 0 });
    else this.list.showFromTop();
  }

  protected override render() {
    const { view, color } = this;
    const { search, editor } = view;
    return html`<sp-theme system="spectrum" color=${color} scale="medium">
      <main>
        <header>
          <nd-search-box
            .value=${search.description}
            ?describable=${editor.status === "connected"}
            ?describing=${view.scene.isReading}
            .wishes=${search.wishes}
            .recalled=${view.describe.recalled}
            ><nd-filter-bar slot="tools" .view=${view.filters}></nd-filter-bar
          ></nd-search-box>
          <nd-source-chips .scene=${view.scene}></nd-source-chips>
          ${renderReference(view.describe)}
          <nd-understood-chips
            .chips=${view.chips}
            .wishes=${view.describe.wishes}
          ></nd-understood-chips>
          ${
            view.filters.isOpen
              ? html`<nd-filter-panel .view=${view.filters}></nd-filter-panel>`
              : null
          }
          ${
            view.cut.isOpen
              ? html`<nd-cut-strip .view=${view.cut} ?brief=${view.fit !== null}></nd-cut-strip>`
              : null
          }
          <div class="strip">
            <nd-tab-strip .tab=${view.tab}></nd-tab-strip>
            ${
              view.player.other === null
                ? null
                : html`<nd-playing-line .result=${view.player.other}></nd-playing-line>`
            }
          </div>
          <nd-status-line
            .engine=${view.engine}
            .search=${search.state}
            .added=${view.packs.added}
            .ownTracks=${ownTracks(view.music)}
            .showsAnswer=${view.tab !== "kept"}
            .arrivals=${view.downloads.arrivals}
          ></nd-status-line>
          <div class="news" role="status">
            ${view.sheet === null ? renderNotice(view.notice) : null}
          </div>
        </header>
        <section class="body" aria-busy=${search.state.name === "searching"}>
          ${renderBody(view, color)}
        </section>
        <footer>
          ${renderFooter(view, { media: this.model.parts.player.media, whole: this.shiftHeld })}
        </footer>
        ${renderSheet(view)}
        <nd-drop-zone ?closed=${view.sheet !== null}></nd-drop-zone>
      </main>
    </sp-theme>`;
  }

  /** Spectrum's colour for the editor's theme; without an editor, for what the system prefers. */
  private get color() {
    return this.view.editor.theme ?? (this.darkSystem.matches ? "dark" : "light");
  }

  private readonly redraw = (): void => this.requestUpdate();

  private readonly queried = ({ query, now }: QueryEvent): void => {
    const found = this.model.search(query);
    if (!now) return;
    void found.then(() => {
      // If the editor has typed on meanwhile, the focus stays in the box.
      if (this.box.value === query) void this.focusSelected();
    });
  };

  private readonly played = ({ result, from }: PlayEvent): void => {
    this.model.play(result, from);
    this.leaveBox();
  };

  private readonly pushed = ({ request }: PushEvent): void => {
    this.sheet?.close();
    void this.model.push(request);
  };

  private readonly agreed = ({ request, trusts }: GetEvent): void => {
    this.sheet?.close();
    void this.model.get(request, trusts);
  };

  private readonly dragged = ({ result, data }: DragOutEvent): void =>
    this.model.fillDrag(result, data, document.baseURI);

  private readonly released = (event: KeyboardEvent): void => {
    this.shiftHeld = event.shiftKey;
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    this.shiftHeld = event.shiftKey;
    const focus = focusOf(event.composedPath());
    if (undoesUnseenText(event, focus)) event.preventDefault();
    const action = actionFor(event, focus);
    const { sheet } = this.view;
    if (action === null || (sheet !== null && SHEET_KEYS[sheet.name] !== action)) return;
    event.preventDefault();
    if (!event.repeat || mayRepeat(action)) void this.model.act(action);
  };

  private readonly entered = (): void => this.model.followEditor();

  /** After playing or inserting, keys work the results, so the focus leaves the box. */
  private leaveBox(): void {
    if (this.shadowRoot?.activeElement === this.box) void this.focusSelected();
  }

  /** Moves the focus to the selected result, once that has been drawn. */
  private async focusSelected(): Promise<void> {
    await this.updateComplete;
    await this.list?.focusSelected();
  }
}
