import type { LocalResult } from "../../../contract/search.ts";
import { LitElement, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { AudioError } from "../../../contract/errors.ts";
import { clockTime } from "../../../shared/clock-time.ts";
import "./cover.ts";
import "./credit-line.ts";
import { BUSY, CONVERSION, TOOLS, convertingText } from "../../words/editor-messages.ts";
import { ActEvent, PlayEvent, VolumeEvent } from "../events.ts";
import { TEXT } from "../../words/messages.ts";
import { withKey } from "../../model/keyboard.ts";
import type { PlayerView } from "../../model/panel-view.ts";
import { playerBarStyles } from "./player-bar-styles.ts";
import "../kept/favourite-button.ts";
import "../results/play-button.ts";
import "./player-wave.ts";
import { shared } from "../styles.ts";

/** The track in the player: play it, seek in it and insert it. */
@customElement("nd-player-bar")
export class PlayerBar extends LitElement {
  @property({ attribute: false }) player!: PlayerView;
  /** What the waveform follows. */
  @property({ attribute: false }) media!: HTMLMediaElement;
  /** Whether Insert would take the whole track. */
  @property({ type: Boolean }) whole = false;
  /** Spectrum's colour of the panel. */
  @property() color = "";

  static override styles = [shared, playerBarStyles];

  protected override render() {
    const { playback, peaks, cover, insertion, insertable, busy, conversion, isFavourite } =
      this.player;
    const { result, status, time, error } = playback;
    if (result === null) return nothing;
    const { title, artist, seconds, licence } = result.track;
    const { attribution } = licence;
    return html`
      <nd-play-button
        .sounds=${status === "playing" || status === "starting"}
        @click=${() => this.dispatchEvent(new PlayEvent(result))}
      ></nd-play-button>
      <div class="track" title="${title} · ${artist}">
        ${cover === null ? nothing : html`<nd-cover .picture=${cover}></nd-cover>`}
        <div class="line"><b>${title}</b> <span class="quiet">${artist}</span></div>
      </div>
      <nd-favourite-button .result=${result} .isFavourite=${isFavourite}></nd-favourite-button>
      <div class="time digits quiet">${clockTime(time)} / ${clockTime(seconds)}</div>
      ${this.renderVolume()}
      <nd-player-wave
        ?hidden=${error !== null}
        .media=${this.media}
        .result=${result}
        .peaks=${peaks}
        .time=${Math.floor(time)}
        .color=${this.color}
      ></nd-player-wave>
      ${error === null ? nothing : this.renderError(result, error)}
      ${attribution ? html`<nd-credit-line .text=${attribution}></nd-credit-line>` : nothing}
      ${
        conversion === null
          ? html`<div class="insertion quiet digits">
              ${this.whole ? insertion.whole : insertion.fromBest}
            </div>`
          : this.renderConversion(conversion)
      }
      <sp-button
        class="insert"
        size="s"
        variant="accent"
        ?disabled=${!insertable || busy !== null}
        @mousedown=${keepFocus}
        @click=${(event: MouseEvent) => this.dispatchEvent(new ActEvent(event.shiftKey ? "insert-whole" : "insert", result))}
        >${busy === "insert" ? BUSY.insert : TEXT.insert}</sp-button
      >
    `;
  }

  private renderConversion(share: number) {
    const text = convertingText(share);
    return html`<div class="insertion conversion">
      <span class="quiet digits">${text}</span>
      <sp-progress-bar
        size="s"
        aria-label=${text}
        progress=${Math.floor(100 * share)}
      ></sp-progress-bar>
      <sp-action-button
        size="s"
        title=${withKey(CONVERSION.cancelHelp, "stop")}
        @click=${() => this.dispatchEvent(new ActEvent("cancel-conversion"))}
        >${CONVERSION.cancel}</sp-action-button
      >
    </div>`;
  }

  /** The editor's own monitor reads files that a page may not. */
  private renderError(result: LocalResult, { what, next }: AudioError) {
    const { previewable, busy } = this.player;
    const hasWayOut = previewable && result.track.audio.kind === "file";
    return html`<div class="error" role="alert">
      <p>${what} ${next}</p>
      ${
        hasWayOut
          ? html`<sp-action-button
              size="s"
              ?disabled=${busy !== null}
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
        .value=${String(Math.round(this.player.playback.volume * 100))}
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
