import { html, nothing } from "lit";
import { isLocalResult, type SearchResult } from "../../contract/search.ts";
import type { PanelView } from "../model/panel-view.ts";
import type { PlayerView } from "../model/player-view.ts";
import { TEXT, editorText, notRememberedText, whyNoEditor } from "../words/messages.ts";
import { PLAYER } from "../words/player.ts";
import "./compare/compare-strip.ts";
import "./editor/editor-tools-bar.ts";
import "./fit/fit-strip.ts";
import "./player/player-bar.ts";
import "./player/remote-bar.ts";
import "./jobs/job-list.ts";
import "./trust-line.ts";

export interface FooterOptions {
  /** The player's audio element, which the waveform follows. */
  readonly media: HTMLMediaElement;
  /** Whether Insert would take the whole track. */
  readonly whole: boolean;
}

/** The selected track, in the player or with the way to it; and the editor's tools, which work on it. */
export function renderFooter(view: PanelView, options: FooterOptions) {
  const { player, selected, editor } = view;
  return html`
    <nd-jobs .jobs=${view.jobs}></nd-jobs>
    ${view.fit === null ? nothing : html`<nd-fit-strip .view=${view.fit}></nd-fit-strip>`}
    <section aria-label=${PLAYER.region}>
      ${view.compare.cells.length === 0 ? nothing : html`<nd-compare-strip .cells=${view.compare.cells}></nd-compare-strip>`}
      ${selected === null ? nothing : isLocalResult(selected) ? renderPlayer(player, options) : renderRemote(view, selected)}
    </section>
    ${selected === null ? renderState(view) : nothing}
    ${editor.status === "connected" ? html`<nd-editor-tools .view=${view.tools} ?cutting=${view.cut.isOpen}></nd-editor-tools>` : nothing}
    <nd-trust-line .engine=${view.engine} .downloads=${view.downloads}></nd-trust-line>
  `;
}

function renderPlayer(player: PlayerView, { media, whole }: FooterOptions) {
  return html`<nd-player-bar .player=${player} .media=${media} .whole=${whole}></nd-player-bar>`;
}

function renderRemote({ downloads, editor }: PanelView, result: SearchResult) {
  const arrival = downloads.arrivals.find(({ trackId }) => trackId === result.track.id) ?? null;
  return html`<nd-remote-bar
    .result=${result}
    .downloadHosts=${editor.downloadHosts}
    .arrival=${arrival}
  ></nd-remote-bar>`;
}

function renderState({ editor, engine }: PanelView) {
  const text = {
    none: () => whyNoEditor(editor.problem),
    connecting: () => TEXT.connecting,
    connected: () => editorText(editor.name),
  };
  const problem = engine.name === "ready" ? engine.info.index.cacheProblem : "";
  return html`<div class="foot quiet">
    <span>${text[editor.status]()}</span>
    ${problem ? html`<span>${notRememberedText(problem)}</span>` : nothing}
  </div>`;
}
