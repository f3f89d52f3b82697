import { LitElement, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { AudioError } from "../contract/errors.ts";
import "./credit-line.ts";
import { BUSY, TOOLS } from "./editor-messages.ts";
import type { Deed } from "./editor-tools.ts";
import { InsertEvent, PlayEvent, VolumeEvent } from "./events.ts";
import { clock } from "./format.ts";
import { TEXT } from "./messages.ts";
import type { LocalResult } from "./local-result.ts";
import type { Playback } from "./player.ts";
import { playerBarStyles } from "./player-bar-styles.ts";
import "./play-button.ts";
import "./player-wave.ts";
import { shared } from "./styles.ts";
import { ActEvent } from "./tool-events.ts";

/** What is in the player: hear it, find a place in it, and lay it into the sequence. */
@customElement("nd-player-bar")
export class PlayerBar extends LitElement {
  @property({ attribute: false }) playback!: Playback;
  @property({ attribute: false }) media!: HTMLMediaElement;
  @property({ attribute: false }) peaks: Uint8Array | null = null;
  /** What Insert would do, or why it cannot. */
  @property() insertion = "";
  @property({ type: Boolean }) insertable = false;
  /** What the editor is doing; it does one thing at a time. */
  @property() busy: Deed | null = null;
  /** Spectrum's colour of the panel. */
  @property() color = "";

  static override styles = [shared, playerBarStyles];

  protected override render() {
    const { result, status, time, error } = this.playback;
    if (result === null) return nothing;
    const { title, artist, seconds, licence } = result.track;
    const { attribution } = licence;
    return html`
      <nd-play-button
        .sounds=${status === "playing" || status === "starting"}
        @click=${() => this.dispatchEvent(new PlayEvent(result))}
      ></nd-play-button>
      <div class="track line" title="${title} · ${artist}">
        <b>${title}</b> <span class="quiet">${artist}</span>
      </div>
      <div class="time digits quiet">${clock(time)} / ${clock(seconds)}</div>
      ${this.renderVolume()}
      <nd-player-wave
        ?hidden=${error !== null}
        .media=${this.media}
        .result=${result}
        .peaks=${this.peaks}
        .time=${Math.floor(time)}
        .color=${this.color}
      ></nd-player-wave>
      ${error === null ? nothing : this.renderError(result, error)}
      ${attribution ? html`<nd-credit-line .text=${attribution}></nd-credit-line>` : nothing}
      <div class="insertion quiet digits">${this.insertion}</div>
      <sp-button
        class="insert"
        size="s"
        variant="accent"
        ?disabled=${!this.insertable || this.busy !== null}
        @mousedown=${keepFocus}
        @click=${(event: MouseEvent) => this.dispatchEvent(new InsertEvent(result, event.shiftKey))}
        >${this.busy === "insert" ? BUSY.insert : TEXT.insert}</sp-button
      >
    `;
  }

  /** The editor's own monitor reads files that a page may not. */
  private renderError(result: LocalResult, { what, next }: AudioError) {
    const hasWayOut = this.insertable && result.track.audio.kind === "file";
    return html`<div class="error" role="alert">
      <p>${what} ${next}</p>
      ${
        hasWayOut
          ? html`<sp-action-button
              size="s"
              ?disabled=${this.busy !== null}
              @click=${() => this.dispatchEvent(new ActEvent("preview", result))}
              >${TOOLS.preview}</sp-action-button
            >`
          : nothing
      }
    </div>`;
  }

  private renderVolume() {
    return html`<label class="volume" title=${TEXT.volume}>
      <sp-icon-volume-two size="s" aria-hidden="true"></sp-icon-volume-two>
      <input
        type="range"
        min="0"
        max="100"
        aria-label=${TEXT.volume}
        .value=${String(Math.round(this.media.volume * 100))}
        @input=${(event: InputEvent) =>
          this.dispatchEvent(
            new VolumeEvent((event.target as HTMLInputElement).valueAsNumber / 100),
          )}
      />
    </label>`;
  }
}

/** The results keep the focus, so that Space after a click still plays and does not press again. */
const keepFocus = (event: MouseEvent): void => event.preventDefault();
