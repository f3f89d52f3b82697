import { LitElement, html, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { TargetTrack } from "../../../contract/cue.ts";
import type { Structure } from "../../../contract/track.ts";
import { structureOf, type Fact } from "../../../shared/facts.ts";
import "./duck-controls.ts";
import { CUT } from "../../words/cut.ts";
import { BUSY, MARKER_NAMES, TOOLS, targetText, trackText } from "../../words/editor-messages.ts";
import type { ToolSettings } from "../../editor/editor-tools.ts";
import { editorToolsStyles } from "./editor-tools-styles.ts";
import { withKey } from "../../model/keyboard.ts";
import { type Action } from "../../model/keys.ts";
import { MARKER_KINDS } from "../../editor/music-markers.ts";
import { shared } from "../styles.ts";
import { ActEvent, SettingEvent } from "../events.ts";
import type { ToolsView } from "../../model/panel-view.ts";

/** What the editor can do with the track in the player and with the sequence, put away at first. */
@customElement("nd-editor-tools")
export class EditorToolsBar extends LitElement {
  @property({ attribute: false }) view!: ToolsView;
  /** Whether what the cut wants is in sight. */
  @property({ type: Boolean }) cutting = false;

  @query("#track") private readonly trackChoice!: HTMLSelectElement | null;

  static override styles = [shared, editorToolsStyles];

  /** Moves the focus to the choice of the track, once that has been drawn. */
  async focusTrack(): Promise<void> {
    await this.updateComplete;
    this.trackChoice?.focus();
  }

  protected override render() {
    const { isOpen, busy, result } = this.view;
    return html`
      <div class="head">
        <button
          type="button"
          aria-expanded=${isOpen}
          title=${withKey(TOOLS.title, "tools")}
          @click=${() => this.dispatchEvent(new ActEvent("tools"))}
        >
          ${chevron(isOpen)} ${TOOLS.title}
        </button>
        <button
          type="button"
          aria-expanded=${this.cutting}
          data-act="cut"
          title=${withKey(CUT.help, "cut")}
          @click=${() => this.dispatchEvent(new ActEvent("cut"))}
        >
          ${chevron(this.cutting)} ${CUT.title}
        </button>
        <span role="status" class="quiet line" dir="auto"
          >${busy !== null ? BUSY[busy] : result === null ? "" : targetText(result.track.title)}</span
        >
      </div>
      ${isOpen ? this.renderTools() : nothing}
    `;
  }

  private renderTools() {
    const { busy, ducking, audioTracks, result, isPreviewed } = this.view;
    const preview = isPreviewed ? TOOLS.stopPreview : TOOLS.preview;
    return html`<div class="tools" role="group" aria-label=${TOOLS.title}>
      <label for="track">${TOOLS.track}</label>
      <div>${this.renderTrackChoice()}</div>
      ${result === null ? nothing : this.renderMarkers(structureOf(result.track))}
      <div class="wide">
        ${this.trackButton("push", TOOLS.push, TOOLS.pushHelp)}
        ${this.trackButton("replace", TOOLS.replace, TOOLS.replaceHelp)}
        ${this.trackButton("preview", preview, TOOLS.previewHelp)}
        ${this.button("cue-sheet", TOOLS.cueSheet, TOOLS.cueSheetHelp)}
      </div>
      <nd-duck-controls
        class="wide"
        .settings=${ducking}
        .audioTracks=${audioTracks}
        ?disabled=${busy !== null}
      ></nd-duck-controls>
      <span>${TOOLS.folder}</span>
      ${this.renderFolder()}
    </div>`;
  }

  private renderTrackChoice() {
    const { track, audioTracks } = this.view;
    const numbered = Array.from({ length: audioTracks }, (_, index) => index);
    return html`<select
      id="track"
      title=${withKey(TOOLS.trackHelp, "choose-track")}
      @change=${(event: Event) => this.set({ track: trackOf(valueOf(event)) })}
    >
      ${(["music", ...numbered, "new"] as const).map(
        (one) => html`<option value=${one} .selected=${one === track}>${trackText(one)}</option>`,
      )}
    </select>`;
  }

  private renderMarkers(structure: Fact<Structure> | null) {
    if (structure === null) return nothing;
    const help = structure.isHeard
      ? `${TOOLS.setMarkersHelp} ${TOOLS.heardMarkers}`
      : TOOLS.setMarkersHelp;
    const { markers: chosen } = this.view;
    return html`
      <label for="markers">${TOOLS.markers}</label>
      <div>
        <select
          id="markers"
          @change=${(event: Event) => {
            const markers = MARKER_KINDS.find((kind) => kind === valueOf(event));
            if (markers !== undefined) this.set({ markers });
          }}
        >
          ${MARKER_KINDS.map(
            (kind) =>
              html`<option value=${kind} .selected=${kind === chosen}>
                ${MARKER_NAMES[kind]}
              </option>`,
          )}
        </select>
        ${this.trackButton("mark", TOOLS.setMarkers, help)}
      </div>
    `;
  }

  private renderFolder() {
    const { folder } = this.view;
    return html`<div class="folder">
      <span class="line ${folder === null ? "quiet" : ""}" title=${folder ?? ""}
        >${folder ?? TOOLS.noFolder}</span
      >
      ${this.button("choose-folder", TOOLS.changeFolder, TOOLS.changeFolderHelp)}
    </div>`;
  }

  /** A button that needs a track. */
  private trackButton(action: Action, text: string, help: string) {
    return this.button(action, text, help, this.view.result === null);
  }

  private button(action: Action, text: string, help: string, disabled = false) {
    const { busy, result } = this.view;
    return html`<sp-action-button
      size="s"
      title=${withKey(help, action)}
      data-act=${action}
      ?disabled=${disabled || busy !== null}
      @click=${() => this.dispatchEvent(new ActEvent(action, result))}
      >${text}</sp-action-button
    >`;
  }

  private set(settings: Partial<ToolSettings>): void {
    this.dispatchEvent(new SettingEvent(settings));
  }
}

const chevron = (isOpen: boolean) =>
  isOpen
    ? html`<sp-icon-chevron-down size="xs"></sp-icon-chevron-down>`
    : html`<sp-icon-chevron-right size="xs"></sp-icon-chevron-right>`;

const valueOf = (event: Event): string => (event.target as HTMLSelectElement).value;

const trackOf = (value: string): TargetTrack =>
  value === "music" || value === "new" ? value : Number(value);
