import { LitElement, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { isLocalResult, type LocalResult, type SearchResult } from "../../../contract/search.ts";
import { pageOf } from "../../../contract/track.ts";
import { keyOf, tempoOf } from "../../../shared/facts.ts";
import type { Action } from "../../model/keys.ts";
import { withKey } from "../../model/keyboard.ts";
import type { RowView } from "../../model/results-view.ts";
import { DOWNLOADS } from "../../words/downloads.ts";
import { heardText, tempoText } from "../../words/facts.ts";
import { TEXT, lengthText, licenceText } from "../../words/messages.ts";
import { PLAYER } from "../../words/player.ts";
import { shortKey, titleText, vocalsText } from "../../words/results.ts";
import { ActEvent, PlayEvent, SelectEvent } from "../events.ts";
import { shared } from "../styles.ts";
import { TRACK_ACTS, lookOf, type TrackAct } from "../track-acts.ts";
import "./arrival-line.ts";
import { rowStyles } from "./result-row-styles.ts";
import "./waveform.ts";

/**
 * One result. The list makes it an option and moves the focus. What stands in an option is a picture to
 * assistive technology, so its acts are for the mouse alone: each has a key, and a button in the player.
 */
@customElement("nd-result-row")
export class ResultRow extends LitElement {
  /** Null while its result is being read. */
  @property({ attribute: false, hasChanged: differs }) row: RowView | null = null;
  @property({ type: Boolean, reflect: true }) selected = false;
  /** Whether it is pointed at: what few rows need is drawn in those few. */
  @state() private hovered = false;

  static override styles = [shared, rowStyles];

  constructor() {
    super();
    this.addEventListener("pointerenter", () => (this.hovered = true));
    this.addEventListener("pointerleave", () => (this.hovered = false));
  }

  protected override willUpdate(): void {
    this.toggleAttribute("remote", this.row !== null && !isLocalResult(this.row.result));
  }

  protected override render() {
    const { row } = this;
    if (row === null)
      return html`<div class="blank title"></div>
        <div class="blank facts"></div>`;
    const { result } = row;
    const { track } = result;
    const why = row.note ?? result.why.join(" · ");
    return html`
      <div class="title line" dir="auto" title=${track.title}>${titleText(track.title)}</div>
      <div class="length digits quiet">${lengthText(track.seconds)}</div>
      <div class="facts line quiet">${this.renderFacts(row)}</div>
      ${isLocalResult(result) ? this.renderSound(row, result) : this.renderRemote(row)}
      <div class="why line quiet" title=${why}>${why}</div>
      <div class="acts">
        ${this.renderActs(row, true)}
        ${
          isLocalResult(result)
            ? html`<span
                class="act insert"
                title=${withKey(PLAYER.insertHere, "insert")}
                ?data-disabled=${!row.insertable}
                @click=${(event: MouseEvent) => this.act(event.shiftKey ? "insert-whole" : "insert")}
                ><sp-icon-add size="s"></sp-icon-add
              ></span>`
            : nothing
        }
      </div>
      ${
        this.hovered || this.selected
          ? html`<div class="acts more">${this.renderActs(row, false)}</div>`
          : nothing
      }
    `;
  }

  private renderFacts({ result: { track } }: RowView) {
    const [tempo, key, vocals] = [tempoOf(track), keyOf(track), vocalsText(track)];
    const heard = heardText(track) || nothing;
    return html`
      ${track.artist === "" ? nothing : html`<span class="line" dir="auto">${track.artist}</span>`}
      ${tempo === null ? nothing : html`<span class="digits" title=${tempo.isHeard ? heard : nothing}>${tempoText(tempo)}</span>`}
      ${key === null ? nothing : html`<span title=${key.isHeard ? heard : key.value}>${key.isHeard ? "~" : ""}${shortKey(key.value)}</span>`}
      ${vocals === null ? nothing : html`<span>${vocals}</span>`}
      <span
        class="badge ${track.licence.id === "unknown" ? "unknown" : ""}"
        title=${track.licence.attribution ?? track.licence.name}
        >${licenceText(track.licence)}</span
      >
    `;
  }

  private renderSound({ peaks, passage }: RowView, { track, section }: LocalResult) {
    const { status } = this.row?.playback ?? {};
    const sounds = status === "playing" || status === "starting";
    return html`
      <span class="act play" title=${sounds ? TEXT.pause : TEXT.play} @click=${this.play}
        >${
          sounds
            ? html`<sp-icon-pause size="s"></sp-icon-pause>`
            : html`<sp-icon-play size="s"></sp-icon-play>`
        }</span
      >
      <nd-waveform
        .peaks=${peaks}
        .seconds=${track.seconds}
        .section=${section}
        .passage=${passage}
        .time=${this.time}
        @click=${this.playThere}
      ></nd-waveform>
    `;
  }

  /** In the place of the waveform: the audio is not on this machine, but it may be fetched. */
  private renderRemote({ arrival, gettable, result }: RowView) {
    if (arrival !== null) {
      return html`<div class="remote"><nd-arrival .arrival=${arrival}></nd-arrival></div>`;
    }
    const way = gettable
      ? html`<span
          class="way"
          title=${withKey(DOWNLOADS.getHelp, "get")}
          @click=${() => this.act("get")}
          >${DOWNLOADS.get}</span
        >`
      : pageOf(result.track) === null
        ? nothing
        : html`<span
            class="way"
            title=${withKey(TEXT.openPage, "open-page")}
            @click=${() => this.act("open-page")}
            >${TEXT.openPage}</span
          >`;
    return html`<div class="remote"><span class="line">${TEXT.remote}</span>${way}</div>`;
  }

  private renderActs({ on, result }: RowView, always: boolean) {
    const shown = TRACK_ACTS.filter(
      (act) => act.always === always && (!act.local || isLocalResult(result)),
    );
    return shown.map((act) => this.renderAct(act, on));
  }

  private renderAct(act: TrackAct, on: readonly Action[]) {
    const { label, icon } = lookOf(act, on);
    return html`<span
      class="act ${on.includes(act.action) ? "on" : ""}"
      data-act=${act.action}
      title=${withKey(label, act.action)}
      @click=${() => this.act(act.action)}
      >${icon}</span
    >`;
  }

  /** What the row is about; null while it is being read. */
  get result(): SearchResult | null {
    return this.row?.result ?? null;
  }

  private get time(): number | null {
    const playback = this.row?.playback ?? null;
    return playback === null || playback.status === "stopped" ? null : playback.time;
  }

  private readonly play = (): void => {
    if (this.row === null) return;
    this.takeFocus();
    this.dispatchEvent(new PlayEvent(this.row.result));
  };

  private readonly playThere = (event: MouseEvent): void => {
    if (this.row === null) return;
    const wave = event.currentTarget as HTMLElement;
    const { left, width } = wave.getBoundingClientRect();
    const { result } = this.row;
    this.takeFocus();
    this.dispatchEvent(
      new PlayEvent(result, ((event.clientX - left) / width) * result.track.seconds),
    );
  };

  private act(action: Action): void {
    if (this.row === null) return;
    this.takeFocus();
    this.dispatchEvent(new ActEvent(action, this.row.result));
  }

  /** What is acted on is selected first, and has the focus: Space then plays it. */
  private takeFocus(): void {
    this.focus();
    if (this.row !== null) this.dispatchEvent(new SelectEvent(this.row.result));
  }
}

/** Views are made anew after every change of the panel; most rows are as they were. */
function differs(row: RowView | null, before: RowView | null | undefined): boolean {
  if (!row || !before) return row !== before;
  return (Object.keys(row) as (keyof RowView)[]).some((name) =>
    name === "on" ? row.on.join() !== before.on.join() : row[name] !== before[name],
  );
}
