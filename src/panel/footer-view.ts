import { html, nothing } from "lit";
import "./editor-tools-bar.ts";
import type { ToolsView } from "./editor-tools-bar.ts";
import { isLocalResult, type LocalResult } from "./local-result.ts";
import { TEXT, editorText, notRememberedText, whyNoEditor } from "./messages.ts";
import type { PanelModel } from "./panel-model.ts";
import "./player-bar.ts";
import "./remote-bar.ts";

export interface FooterOptions {
  /** Whether Insert would take the whole track. */
  readonly whole: boolean;
  /** Spectrum's colour of the panel. */
  readonly color: string;
}

/** Player, or the way to a track that is not here, or the panel's state; and the editor's tools. */
export function footerView(model: PanelModel, options: FooterOptions) {
  const { answer, player, selected } = model;
  const idle = answer === null && player.playback.status !== "playing";
  // What sounds stays in the player, whatever is selected.
  const remote =
    selected !== null && !isLocalResult(selected) && !player.isSounding ? selected : null;
  const { result } = player.playback;
  return html`
    ${result === null ? nothing : playerView(model, result, idle || remote !== null, options)}
    ${!idle && remote !== null ? html`<nd-remote-bar .result=${remote}></nd-remote-bar>` : nothing}
    ${idle || (remote ?? result) === null ? footView(model) : nothing}
    ${model.editor.host === null ? nothing : toolsView(model, idle || remote !== null ? null : result)}
  `;
}

// Once made the bar stays, hidden at need: wavesurfer takes hold of the audio only once.
function playerView(
  { player, tools, peaks }: PanelModel,
  result: LocalResult,
  hidden: boolean,
  { whole, color }: FooterOptions,
) {
  const { playback, media } = player;
  return html`<nd-player-bar
    ?hidden=${hidden}
    .playback=${playback}
    .media=${media}
    .peaks=${peaks.get(result.track.id)}
    .insertion=${tools.insertionText(result, whole)}
    .insertable=${tools.obstacle(result) === null}
    .busy=${tools.busy}
    .color=${color}
  ></nd-player-bar>`;
}

function toolsView({ tools, editor }: PanelModel, shown: LocalResult | null) {
  const result = shown !== null && tools.obstacle(shown) === null ? shown : null;
  const view: ToolsView = {
    isOpen: tools.isOpen,
    busy: tools.busy,
    track: tools.track,
    markers: tools.settings.markers,
    ducking: tools.ducking,
    audioTracks: editor.place?.sequence?.audioTracks ?? 0,
    folder: tools.folder,
    result,
    isPreviewed: result !== null && tools.previewed === result.track.id,
  };
  return html`<nd-editor-tools .view=${view}></nd-editor-tools>`;
}

function footView({ editor: { state: editor }, session }: PanelModel) {
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
