import { LitElement, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { AudioError } from "../../../contract/errors.ts";
import type { LocalResult } from "../../../contract/search.ts";
import { clockTime } from "../../../shared/clock-time.ts";
import { withKey } from "../../model/keyboard.ts";
import type { Action } from "../../model/keys.ts";
import type { PlayerView } from "../../model/player-view.ts";
import { BUSY, CONVERSION, TOOLS, convertingText } from "../../words/editor-messages.ts";
import { COMPARE } from "../../words/compare.ts";
import { TEXT } from "../../words/messages.ts";
import { PLAYER } from "../../words/player.ts";
import { ActEvent, PlayEvent, VolumeEvent } from "../events.ts";
import "../results/play-button.ts";
import { titleText } from "../../words/results.ts";
import { shared } from "../styles.ts";
import { TRACK_ACTS, lookOf } from "../track-acts.ts";
import "./cover.ts";
import "./credit-line.ts";
import "./passage-tools.ts";
import { playerBarStyles } from "./player-bar-styles.ts";
import "./player-wave.ts";

/** The selected track: play it, seek in it, mark a passage, and insert it. */
@customElement("nd-player-bar")
export class PlayerBar extends LitElement {
  @property({ attribute: false }) player!: PlayerView;
  /** What the waveform follows. */
  @property({ attribute: false }) media!: HTMLMediaElement;
  /** Whether Insert would take the whole track. */
  @property({ type: Boolean }) whole = false;

  static override styles = [shared, playerBarStyles];

  protected override render() {
    const { playback, peaks, cover, passage } = this.player;
    const { result, status, time, error } = playback;
    if (result === null) return nothing;
    const { title, artist, seconds, licence } = result.track;
    const sounds = status === "playing" || status === "starting";
    return html`
      <nd-play-button
        .sounds=${sounds}
        @click=${() => this.dispatchEvent(new PlayEvent(result))}
      ></nd-play-button>
      <div class="track" title="${title} · ${artist}">
        ${cover === null ? nothing : html`<nd-cover .picture=${cover}></nd-cover>`}
        <div class="line">
          <bdi><b>${titleText(title)}</b></bdi> <bdi class="quiet">${artist}</bdi>
        </div>
        <span class="time digits quiet">${clockTime(time)} / ${clockTime(seconds)}</span>
      </div>
      <nd-player-wave
        ?hidden=${error !== null}
        .media=${status === "playing" ? this.media : null}
        .result=${result}
        .peaks=${peaks}
        .passage=${passage}
        .time=${time}
      ></nd-player-wave>
      ${error === null ? nothing : this.renderError(result, error)}
      <div class="acts">
        ${this.renderActs(false)} ${this.renderPicture()}
        <nd-passage-tools .passage=${passage}></nd-passage-tools>
      </div>
      ${this.renderVolume()}
      <nd-credit-line .licence=${licence}></nd-credit-line>
      ${this.renderInsertion(result)}
    `;
  }

  /** What Insert would lay, and the button: no other track is named near it. */
  private renderInsertion(result: LocalResult) {
    const { insertion, insertable, intoRange, busy, conversion } = this.player;
    const label = intoRange ? PLAYER.insertIntoRange : PLAYER.insertHere;
    const text = this.whole ? insertion.whole : insertion.part;
    return html`
      ${
        conversion === null
          ? html`<div class="insertion quiet digits" id="insertion" dir="auto">${text}</div>`
          : this.renderConversion(conversion)
      }
      <div class="lay">
        ${this.renderActs(true)}
        <sp-button
          class="insert"
          size="s"
          variant="accent"
          label=${label}
          title="${withKey(label, "insert")}: ${text}"
          ?disabled=${!insertable || busy !== null}
          @mousedown=${keepFocus}
          @click=${(event: MouseEvent) =>
            this.dispatchEvent(new ActEvent(event.shiftKey ? "insert-whole" : "insert", result))}
          >${busy === "insert" ? BUSY.insert : TEXT.insert}</sp-button
        >
      </div>
    `;
  }

  /** @param beside those that stand beside Insert, or the others */
  private renderActs(beside: boolean) {
    const { on } = this.player;
    const acts = TRACK_ACTS.filter(({ lays = false }) => lays === beside);
    return acts.map((act) => {
      const { label, icon } = lookOf(act, on);
      return html`<button
        type="button"
        class="act"
        data-act=${act.action}
        aria-label=${label}
        aria-pressed=${act.on === undefined ? nothing : on.includes(act.action)}
        title=${withKey(label, act.action)}
        @mousedown=${keepFocus}
        @click=${() => this.act(act.action)}
      >
        ${icon}
      </button>`;
    });
  }

  private renderPicture() {
    const { isOffered, isRunning } = this.player.picture;
    if (!isOffered) return nothing;
    return html`<button
      type="button"
      class="act"
      data-act="play-with-picture"
      aria-label=${COMPARE.withPicture}
      aria-pressed=${isRunning}
      title=${withKey(isRunning ? COMPARE.stopPicture : COMPARE.withPicture, "play-with-picture")}
      @mousedown=${keepFocus}
      @click=${() => this.act("play-with-picture")}
    >
      <sp-icon-movie-camera size="s" aria-hidden="true"></sp-icon-movie-camera>
    </button>`;
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
              @click=${() => this.act("preview")}
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

  private act(action: Action): void {
    this.dispatchEvent(new ActEvent(action, this.player.playback.result));
  }
}

/** The results keep the focus, so that Space after a click still plays and does not press again. */
const keepFocus = (event: MouseEvent): void => event.preventDefault();
