import { html, nothing } from "lit";
import { isLocalResult, type SearchResult } from "../../contract/search.ts";
import type { PanelView, PlayerView } from "../model/panel-view.ts";
import { TEXT, editorText, notRememberedText, whyNoEditor } from "../words/messages.ts";
import "./editor/editor-tools-bar.ts";
import "./player/player-bar.ts";
import "./player/remote-bar.ts";

export interface FooterOptions {
  /** The player's audio element, which the waveform follows. */
  readonly media: HTMLMediaElement;
  /** Whether Insert would take the whole track. */
  readonly whole: boolean;
  /** Spectrum's colour of the panel. */
  readonly color: string;
}

/** Player, or the way to a remote track, or the panel's state; and the editor's tools. */
export function renderFooter(view: PanelView, options: FooterOptions) {
  const { player, selected, editor } = view;
  const { result, status } = player.playback;
  const isIdle = view.search.answer === null && status !== "playing";
  // What sounds stays in the player, whatever is selected.
  const isSounding = status === "playing" || status === "starting";
  const remote = selected !== null && !isLocalResult(selected) && !isSounding ? selected : null;
  const isAway = isIdle || remote !== null;
  return html`
    ${result === null ? nothing : renderPlayer(player, isAway, options)}
    ${!isIdle && remote !== null ? renderRemote(view, remote) : nothing}
    ${isIdle || (remote ?? result) === null ? renderState(view) : nothing}
    ${editor.status === "connected" ? renderTools(view, isAway) : nothing}
  `;
}

// Once made the bar stays, hidden at need: wavesurfer takes hold of the audio only once.
function renderPlayer(player: PlayerView, hidden: boolean, options: FooterOptions) {
  return html`<nd-player-bar
    ?hidden=${hidden}
    .player=${player}
    .media=${options.media}
    .whole=${options.whole}
    .color=${options.color}
  ></nd-player-bar>`;
}

function renderRemote({ downloads, editor }: PanelView, result: SearchResult) {
  const arrival = downloads.arrivals.find(({ trackId }) => trackId === result.track.id) ?? null;
  return html`<nd-remote-bar
    .result=${result}
    .downloadHosts=${editor.downloadHosts}
    .arrival=${arrival}
  ></nd-remote-bar>`;
}

/** A track that is out of sight is not worked on. */
function renderTools({ tools }: PanelView, isAway: boolean) {
  const view = isAway ? { ...tools, result: null, isPreviewed: false } : tools;
  return html`<nd-editor-tools .view=${view}></nd-editor-tools>`;
}

function renderState({ editor, engine, downloads }: PanelView) {
  const text = {
    none: () => whyNoEditor(editor.problem),
    connecting: () => TEXT.connecting,
    connected: () => editorText(editor.name),
  };
  const problem = engine.name === "ready" ? engine.info.index.cacheProblem : "";
  return html`<div class="foot quiet">
    <span>${downloads.isOffered ? TEXT.privateButGet : TEXT.private}</span
    ><span>${text[editor.status]()}</span>
    ${problem ? html`<span>${notRememberedText(problem)}</span>` : nothing}
  </div>`;
}
