import { LitElement, html, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { serveHost } from "../bridge/server.ts";
import type { Theme } from "../contract/editor-host.ts";
import { asNeedledropError } from "../contract/errors.ts";
import { appStyles } from "./app-styles.ts";
import "./demo-monitor.ts";
import "./demo-splitter.ts";
import "./demo-timeline.ts";
import type { DropDetail } from "./demo-timeline.ts";
import "./demo-toolbar.ts";
import { DOCUMENTARY } from "./documentary.ts";
import "./drag-strip.ts";
import { droppedCue } from "./dropped-cue.ts";
import { BundledAudio } from "./host/audio-library.ts";
import { browserTab } from "./host/browser-tab.ts";
import { StandInHost } from "./host/stand-in-host.ts";
import { parentWire } from "./parent-wire.ts";
import { applyShortcut, isForEditor, isPlayKey } from "./shortcuts.ts";
import { TimelineStore } from "./store.ts";
import { buttons, themes } from "./theme.ts";
import { openTimeline } from "./timeline/model.ts";
import { withoutTexts, withTexts } from "./timeline/texts.ts";

/** The panel's page, which the build writes into this script; its files are in `PAGE`. */
declare const __PANEL_PAGE__: string;
const PAGE = "page/";
const THEMES: readonly Theme[] = ["light", "dark", "darkest"];

/**
 * The whole stand-in: the panel's page in a frame on the left, and a stage with a timeline beside
 * it.
 */
@customElement("demo-app")
export class DemoApp extends LitElement {
  static override styles = [themes, buttons, appStyles];

  private readonly store = new TimelineStore(openTimeline(DOCUMENTARY));
  private readonly library = new BundledAudio(PAGE);
  private readonly host = new StandInHost(this.store, this.library, browserTab, "dark");
  @state() private showing = this.host.showing;
  @state() private panelWidth = 380;
  /** Why the last drop failed; empty if it did not. */
  @state() private complaint = "";
  /** Whether notes, markers and transcripts are away: then only pictures tell of the clips. */
  @state() private hasNoTexts = false;
  @query("iframe") private frame!: HTMLIFrameElement;

  constructor() {
    super();
    this.host.onShow((showing) => (this.showing = showing));
    this.store.subscribe(() => (this.complaint = ""));
    document.addEventListener("keydown", (event) => {
      if (isPlayKey(event)) this.host.togglePlayback();
      else if (!applyShortcut(event, this.store)) return;
      event.preventDefault();
    });
  }

  override render(): TemplateResult {
    const { offered, source, isPlaying } = this.showing;
    return html`
      <aside class="panel" style="width: ${this.panelWidth}px" aria-label="Needledrop">
        <h1>Needledrop</h1>
        <iframe title="Needledrop panel" allow="autoplay" @load=${this.panelLoaded}></iframe>
        <demo-drag-strip
          .cue=${offered}
          .folder=${new URL(PAGE, document.baseURI).href}
        ></demo-drag-strip>
      </aside>
      <demo-splitter
        .width=${this.panelWidth}
        @resize-panel=${(event: CustomEvent<number>) => (this.panelWidth = event.detail)}
      ></demo-splitter>
      <main>
        <header>
          <h1>${this.store.timeline?.sequence.name}</h1>
          <button
            data-action="texts"
            aria-pressed=${this.hasNoTexts}
            title="Takes notes, markers and transcripts away and calls clips as a camera does, so that only their pictures are left to go by"
            @click=${this.toggleTexts}
          >
            Clips without texts
          </button>
          <div role="group" aria-label="Theme">
            ${THEMES.map((theme) => this.themeButton(theme))}
          </div>
        </header>
        <demo-monitor
          .store=${this.store}
          .source=${source}
          .folder=${PAGE}
          @close-source=${() => void this.host.stopPreview()}
        ></demo-monitor>
        <demo-toolbar
          .store=${this.store}
          .playing=${isPlaying}
          @toggle-playback=${() => this.host.togglePlayback()}
        ></demo-toolbar>
        <demo-timeline
          .store=${this.store}
          .dragged=${offered}
          @cue-drop=${(event: CustomEvent<DropDetail>) => void this.drop(event.detail)}
        ></demo-timeline>
        ${this.footer()}
      </main>
    `;
  }

  protected override firstUpdated(): void {
    serveHost(parentWire(this.frame), this.host);
    // Chromium blocks drags out of a frame of another origin, and every file:// page is an origin
    // of its own; a frame without an address shares ours.
    this.frame.srcdoc = __PANEL_PAGE__;
  }

  protected override updated(): void {
    this.setAttribute("theme", this.showing.theme);
  }

  private readonly toggleTexts = (): void => {
    this.hasNoTexts = !this.hasNoTexts;
    this.store.update((timeline) =>
      this.hasNoTexts ? withoutTexts(timeline) : withTexts(timeline, DOCUMENTARY),
    );
  };

  private themeButton(theme: Theme): TemplateResult {
    return html`<button
      data-theme=${theme}
      aria-pressed=${this.showing.theme === theme}
      @click=${() => this.host.setTheme(theme)}
    >
      ${theme[0]?.toUpperCase()}${theme.slice(1)}
    </button>`;
  }

  private footer(): TemplateResult {
    const { musicFolder } = this.showing;
    return html`<footer>
      <span role="status" class=${this.complaint === "" ? "" : "complaint"}>
        ${this.complaint || "Drag music onto a track, or insert it from the panel."}
      </span>
      <span data-readout="music-folder">
        ${musicFolder === null ? "No music folder chosen" : `Music folder: ${musicFolder}`}
      </span>
    </footer>`;
  }

  private readonly panelLoaded = (): void => {
    this.frame.contentWindow?.addEventListener("keydown", (event) => {
      if (!isForEditor(event)) return;
      // Otherwise the browser would also undo the last typing in the panel.
      event.preventDefault();
      applyShortcut(event, this.store);
    });
  };

  private async drop({ data, at, track }: DropDetail): Promise<void> {
    try {
      const cue = await droppedCue((type) => data.getData(type), this.library);
      if (cue === null) this.complaint = "Only music from Needledrop can be dropped here.";
      else await this.host.drop(cue, at, track);
    } catch (error) {
      const { what, next } = asNeedledropError(error);
      this.complaint = `${what} ${next}`;
    }
  }
}
