import { LitElement, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { QUERY_LIMIT } from "../../../contract/search.ts";
import { AUDIO_ENDINGS } from "../../describe/references.ts";
import { NO_WISHES, type Wishes } from "../../model/wishes.ts";
import { DESCRIBE } from "../../words/describe.ts";
import { TEXT } from "../../words/messages.ts";
import { OWN_MUSIC } from "../../words/own-music.ts";
import { ActEvent, QueryEvent } from "../events.ts";
import { shared } from "../styles.ts";
import { ReferenceEvent, ResetLevelsEvent, SecondEvent } from "./events.ts";
import { inputStyles } from "./input-styles.ts";
import "./level-sliders.ts";
import { searchBoxStyles } from "./search-box-styles.ts";
import type { SecondWish } from "./second-wish.ts";
import "./second-wish.ts";

/** The share that a second description begins with. */
const BEGINNING_SHARE = 0.5;

/** The description of the scene, and what else one can ask for beside it. */
@customElement("nd-search-box")
export class SearchBox extends LitElement {
  @property() value = "";
  /** All that is asked for. */
  @property({ attribute: false }) wishes: Wishes = NO_WISHES;
  /** The earlier description that stands here unchanged; null if none does. */
  @property({ attribute: false }) recalled: string | null = null;
  /** Whether there is an editor whose selection can be read. */
  @property({ type: Boolean }) describable = false;
  /** Whether it is being read just now. */
  @property({ type: Boolean }) describing = false;

  private isComposing = false;
  @state() private isAdjusting = false;
  @query("textarea") private readonly field!: HTMLTextAreaElement;
  @query("input[type=file]") private readonly fileInput!: HTMLInputElement;
  @query("nd-second-wish") private readonly second!: SecondWish | null;

  static override styles = [shared, inputStyles, searchBoxStyles];

  override focus(): void {
    this.field.focus();
  }

  /** Searches for what stands in the box, and goes to the results. */
  submit(): void {
    this.dispatchEvent(new QueryEvent(this.value, true));
  }

  /** Empties the box. */
  clear(): void {
    this.value = "";
    this.dispatchEvent(new QueryEvent("", false));
    this.focus();
  }

  /**
   * Writes into the field what stands for its value by now, and nothing more, so that the caret stays
   * where it is. What an input method has not finished is left alone.
   */
  protected override updated(): void {
    const { field, value } = this;
    if (field.value === value || this.isComposing) return;
    const { from, to, text } = replacement(field.value, value);
    field.setRangeText(text, from, to, "preserve");
  }

  protected override render() {
    const { value, wishes } = this;
    return html`
      <div class="field" data-text=${value}>
        <textarea
          class="text"
          role="searchbox"
          aria-multiline="true"
          rows="1"
          spellcheck="true"
          aria-label=${TEXT.searchLabel}
          placeholder=${TEXT.searchPlaceholder}
          ?data-recall=${value === "" || value === this.recalled}
          @input=${this.typed}
          @compositionend=${this.typed}
        ></textarea>
      </div>
      ${this.renderSide()}
      ${
        value.length > QUERY_LIMIT
          ? html`<p class="below quiet" role="status">${TEXT.queryCut}</p>`
          : nothing
      }
      ${this.renderTools()}
      ${
        wishes.second === null
          ? nothing
          : html`<nd-second-wish class="below wide" .second=${wishes.second}></nd-second-wish>`
      }
      ${
        this.isAdjusting
          ? html`<nd-level-sliders
              id="levels"
              class="below wide"
              .levels=${wishes.levels}
            ></nd-level-sliders>`
          : nothing
      }
    `;
  }

  private renderSide() {
    return html`<div class="side">
      <sp-action-button
        quiet
        size="s"
        label=${TEXT.keys}
        title="${TEXT.keys} (?)"
        @click=${() => this.dispatchEvent(new ActEvent("help"))}
        ><sp-icon-keyboard slot="icon"></sp-icon-keyboard
      ></sp-action-button>
      <sp-action-button
        quiet
        size="s"
        label=${TEXT.clear}
        title="${TEXT.clear} (Esc)"
        class=${this.value === "" ? "gone" : ""}
        @click=${() => this.clear()}
        ><sp-icon-close slot="icon"></sp-icon-close
      ></sp-action-button>
    </div>`;
  }

  private renderTools() {
    return html`<div class="below tools">
      <sp-action-button
        quiet
        size="s"
        title=${this.describable ? `${TEXT.describeSelectionHelp} (I)` : TEXT.noEditor}
        ?disabled=${!this.describable || this.describing}
        @click=${() => this.dispatchEvent(new ActEvent("describe-selection"))}
        >${this.describing ? TEXT.describingSelection : TEXT.describeSelection}</sp-action-button
      >
      <sp-action-button
        quiet
        size="s"
        title=${DESCRIBE.likeFileHelp}
        @click=${() => this.fileInput.click()}
        >${DESCRIBE.likeFile}</sp-action-button
      >
      <input type="file" hidden accept=${ACCEPTED} @change=${this.chosen} />
      <sp-action-button
        quiet
        size="s"
        title=${DESCRIBE.alsoHelp}
        ?disabled=${this.wishes.second !== null}
        @click=${this.addSecond}
        >${DESCRIBE.also}</sp-action-button
      >
      <sp-action-button
        quiet
        size="s"
        title=${DESCRIBE.adjustHelp}
        aria-expanded=${this.isAdjusting}
        aria-controls="levels"
        @click=${() => (this.isAdjusting = !this.isAdjusting)}
        >${
          this.isAdjusting
            ? html`<sp-icon-chevron-down slot="icon"></sp-icon-chevron-down>`
            : html`<sp-icon-chevron-right slot="icon"></sp-icon-chevron-right>`
        }${DESCRIBE.adjust}</sp-action-button
      >
      ${this.isAdjusting && this.isMoved ? this.renderReset() : nothing}
      <slot name="tools"></slot>
      <sp-action-button
        quiet
        size="s"
        title="${OWN_MUSIC.help} (L)"
        @click=${() => this.dispatchEvent(new ActEvent("own-music"))}
        >${OWN_MUSIC.button}</sp-action-button
      >
    </div>`;
  }

  private get isMoved(): boolean {
    return Object.values(this.wishes.levels).some((level) => level !== 0);
  }

  private renderReset() {
    return html`<sp-action-button
      quiet
      size="s"
      title=${DESCRIBE.resetLevelsHelp}
      @click=${() => this.dispatchEvent(new ResetLevelsEvent())}
      >${DESCRIBE.resetLevels}</sp-action-button
    >`;
  }

  private readonly typed = (event: Event): void => {
    this.value = this.field.value;
    // What an input method has not finished is no description yet.
    this.isComposing = event instanceof InputEvent && event.isComposing;
    if (this.isComposing) return;
    this.dispatchEvent(new QueryEvent(this.value, false));
  };

  private readonly addSecond = async (): Promise<void> => {
    this.dispatchEvent(new SecondEvent({ description: "", weight: BEGINNING_SHARE }));
    // The panel hands it down with its next drawing.
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await this.second?.updateComplete;
    this.second?.focus();
  };

  private readonly chosen = (): void => {
    const files = [...(this.fileInput.files ?? [])];
    // So that the same file can be chosen again.
    this.fileInput.value = "";
    if (files.length > 0) this.dispatchEvent(new ReferenceEvent(files));
  };
}

/** The one stretch of `before` that has to be replaced, and by what, to make it `after`. */
export function replacement(
  before: string,
  after: string,
): { readonly from: number; readonly to: number; readonly text: string } {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from += 1;
  let same = 0;
  while (same < most - from && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return { from, to: before.length - same, text: after.slice(from, after.length - same) };
}

const ACCEPTED = ["audio/*", ...AUDIO_ENDINGS.map((ending) => `.${ending}`)].join(",");
