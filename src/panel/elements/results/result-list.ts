import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { isLocalResult, type LocalResult, type SearchResult } from "../../../contract/search.ts";
import { pageOf } from "../../../contract/track.ts";
import type { RowView } from "../../model/panel-view.ts";
import type { Playback } from "../../model/player.ts";
import { tempoOf } from "../../../shared/facts.ts";
import { heardText, tempoText } from "../../words/facts.ts";
import { TEXT, lengthText, licenceText, resultLabel } from "../../words/messages.ts";
import { DOWNLOADS } from "../../words/downloads.ts";
import type { Arrival } from "../../downloads/downloads.ts";
import "./arrival-line.ts";
import { ActEvent, DragOutEvent, PlayEvent, SelectEvent } from "../events.ts";
import "../kept/favourite-button.ts";
import "./play-button.ts";
import { rowStyles } from "./result-row-styles.ts";
import { shared } from "../styles.ts";
import "./waveform.ts";

/** The results as a listbox: one of them is selected and, by Tab, the one that takes the focus. */
@customElement("nd-result-list")
export class ResultList extends LitElement {
  @property({ attribute: false }) rows: readonly RowView[] = [];
  @property() selectedId = "";
  /** Whether rows can be dragged to the editor. */
  @property({ type: Boolean, attribute: "draggable-rows" }) draggableRows = false;

  static override styles = [
    shared,
    css`
      :host {
        display: block;
        container-type: inline-size;
      }
    `,
  ];

  /** Moves the focus to the selected result, when what was set last has been drawn. */
  async focusSelected(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }

  protected override render() {
    return html`<div role="listbox" aria-label=${TEXT.results}>
      ${repeat(
        this.rows,
        ({ result }) => result.track.id,
        (row) => this.renderRow(row),
      )}
    </div>`;
  }

  private renderRow(row: RowView) {
    const { result, peaks, playback, insertable, draggable, gettable, arrival, isFavourite } = row;
    const { id } = result.track;
    const selected = id === this.selectedId;
    return html`<nd-result-row
      role="option"
      aria-label=${resultLabel(result)}
      aria-selected=${selected}
      tabindex=${selected ? 0 : -1}
      draggable=${String(this.draggableRows && draggable)}
      data-track=${id}
      .result=${result}
      .peaks=${peaks}
      .playback=${playback}
      .insertable=${insertable}
      .gettable=${gettable}
      .isFavourite=${isFavourite}
      .arrival=${arrival}
      @focus=${() => this.dispatchEvent(new SelectEvent(result))}
      @click=${() => this.dispatchEvent(new SelectEvent(result))}
      @dragstart=${(event: DragEvent) => this.beginDrag(result, event)}
    ></nd-result-row>`;
  }

  private beginDrag(result: SearchResult, event: DragEvent): void {
    if (event.dataTransfer !== null && isLocalResult(result)) {
      this.dispatchEvent(new DragOutEvent(result, event.dataTransfer));
    }
  }
}

/**
 * One result. The list makes it an option and moves the focus; its buttons are for the mouse,
 * since every act has a key and a button in the player bar.
 */
@customElement("nd-result-row")
export class ResultRow extends LitElement {
  @property({ attribute: false }) result!: SearchResult;
  @property({ attribute: false }) peaks: Uint8Array | null = null;
  /** The player's state if this track is in the player, else null. */
  @property({ attribute: false }) playback: Playback | null = null;
  @property({ type: Boolean }) insertable = false;
  /** Whether it is remote and can be downloaded. */
  @property({ type: Boolean }) gettable = false;
  @property({ type: Boolean }) isFavourite = false;
  /** How far it is on its way, if it is. */
  @property({ attribute: false }) arrival: Arrival | null = null;

  static override styles = [shared, rowStyles];

  protected override willUpdate(): void {
    this.toggleAttribute("remote", !isLocalResult(this.result));
  }

  protected override render() {
    const { result } = this;
    const { track, why } = result;
    return html`
      <div class="title line" title=${track.title}>${track.title}</div>
      <div class="facts line quiet">
        ${track.artist === "" ? nothing : html`<span class="line">${track.artist}</span>`}
        ${this.renderTempo()}
        <span
          class="badge ${track.licence.id === "unknown" ? "unknown" : ""}"
          title=${track.licence.attribution ?? track.licence.name}
          >${licenceText(track.licence)}</span
        >
      </div>
      ${isLocalResult(result) ? this.renderSound(result) : this.renderRemote()}
      <div class="why line quiet" title=${why.join(", ")}>${why.join(" · ")}</div>
      <div class="length digits quiet">${lengthText(track.seconds)}</div>
      <nd-favourite-button
        .result=${result}
        .isFavourite=${this.isFavourite}
        .index=${-1}
      ></nd-favourite-button>
    `;
  }

  private renderTempo() {
    const { track } = this.result;
    const tempo = tempoOf(track);
    if (tempo === null) return nothing;
    return html`<span class="digits" title=${tempo.isHeard ? heardText(track) : nothing}
      >${tempoText(tempo)}</span
    >`;
  }

  private renderSound({ track, section }: LocalResult) {
    const status = this.playback?.status;
    return html`
      <nd-play-button
        .sounds=${status === "playing" || status === "starting"}
        .index=${-1}
        @click=${this.play}
      ></nd-play-button>
      <nd-waveform
        .peaks=${this.peaks}
        .seconds=${track.seconds}
        .section=${section}
        .time=${this.time}
        @click=${this.playThere}
      ></nd-waveform>
      <sp-action-button
        class="insert"
        quiet
        size="s"
        tabindex="-1"
        label=${TEXT.insert}
        title=${TEXT.insert}
        ?disabled=${!this.insertable}
        @click=${this.insert}
        ><sp-icon-add slot="icon"></sp-icon-add
      ></sp-action-button>
    `;
  }

  /** In the place of the waveform: the audio is not on this machine, but it may be fetched. */
  private renderRemote() {
    if (this.arrival !== null) {
      return html`<div class="remote"><nd-arrival .arrival=${this.arrival}></nd-arrival></div>`;
    }
    if (this.gettable) {
      return html`<div class="remote">
        <span>${TEXT.remote}</span>
        <sp-action-button size="xs" tabindex="-1" title=${DOWNLOADS.getHelp} @click=${this.get}
          >${DOWNLOADS.get}</sp-action-button
        >
      </div>`;
    }
    return html`<div class="remote">
      <span>${TEXT.remote}</span>
      ${
        pageOf(this.result.track) === null
          ? nothing
          : html`<sp-action-button size="xs" tabindex="-1" @click=${this.openPage}
              >${TEXT.openPage}</sp-action-button
            >`
      }
    </div>`;
  }

  private get time(): number | null {
    const { playback } = this;
    return playback === null || playback.status === "stopped" ? null : playback.time;
  }

  private readonly play = (): void => {
    this.takeFocus();
    this.dispatchEvent(new PlayEvent(this.result));
  };

  private readonly playThere = (event: MouseEvent): void => {
    const wave = event.currentTarget as HTMLElement;
    const { left, width } = wave.getBoundingClientRect();
    const place = ((event.clientX - left) / width) * this.result.track.seconds;
    this.takeFocus();
    this.dispatchEvent(new PlayEvent(this.result, place));
  };

  private readonly insert = (event: MouseEvent): void => {
    this.takeFocus();
    this.dispatchEvent(new ActEvent(event.shiftKey ? "insert-whole" : "insert", this.result));
  };

  private readonly get = (): void => {
    this.takeFocus();
    this.dispatchEvent(new ActEvent("get", this.result));
  };

  private readonly openPage = (): void => {
    this.takeFocus();
    this.dispatchEvent(new ActEvent("open-page", this.result));
  };

  /** The row, not its button, has the focus after a click: Space then plays and presses nothing. */
  private takeFocus(): void {
    this.focus();
    this.dispatchEvent(new SelectEvent(this.result));
  }
}
