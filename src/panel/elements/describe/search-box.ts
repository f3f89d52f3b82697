import type { Textfield } from "@spectrum-web-components/textfield";
import { LitElement, css, html, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { after } from "../../../shared/clock.ts";
import { QUERY_LIMIT } from "../../../contract/search.ts";
import { ActEvent, QueryEvent } from "../events.ts";
import { TEXT } from "../../words/messages.ts";
import { OWN_MUSIC } from "../../words/own-music.ts";
import { shared } from "../styles.ts";

/** Milliseconds without a key after which what is typed is searched for. */
const PAUSE = 300;

/** The description of the scene, and the button that fills it from the editor's selection. */
@customElement("nd-search-box")
export class SearchBox extends LitElement {
  @property() value = "";
  /** Whether there is an editor whose selection can be read. */
  @property({ type: Boolean }) describable = false;
  /** Whether it is being read just now. */
  @property({ type: Boolean }) describing = false;

  @query("sp-textfield") private readonly field!: Textfield;
  private stopPause = (): void => undefined;

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 24px;
        gap: 6px 4px;
        align-items: start;
      }
      .field {
        /* Room for the focus ring, which would be cut off where a long text scrolls. */
        max-block-size: 112px;
        margin: -4px;
        padding: 4px;
        overflow: hidden auto;
      }
      sp-textfield {
        --mod-textfield-min-width: 0;
        --mod-text-area-min-inline-size: 0;
        --mod-text-area-min-block-size: 52px;
        display: block;
        inline-size: 100%;
      }
      /* Spectrum writes placeholder and text in one colour; an example must not look typed. */
      sp-textfield.empty {
        --mod-textfield-text-color-default: var(--spectrum-gray-700);
        --mod-textfield-text-color-hover: var(--spectrum-gray-700);
        --mod-textfield-text-color-focus: var(--spectrum-gray-700);
        --mod-textfield-text-color-focus-hover: var(--spectrum-gray-700);
        --mod-textfield-text-color-keyboard-focus: var(--spectrum-gray-700);
      }
      .side {
        display: grid;
        gap: 2px;
      }
      .gone {
        visibility: hidden;
      }
      .below {
        grid-column: 1 / -1;
        justify-self: start;
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 12px;
        align-items: center;
      }
    `,
  ];

  override focus(): void {
    this.field.focus();
  }

  /** Searches at once for what stands in the box. */
  submit(): void {
    this.announce(true);
  }

  /** Empties the box and goes back to the beginning. */
  clear(): void {
    this.value = "";
    this.announce(true);
    this.focus();
  }

  protected override render() {
    return html`
      <div class="field">
        <sp-textfield
          multiline
          grows
          class=${this.value === "" ? "empty" : ""}
          label=${TEXT.searchLabel}
          placeholder=${TEXT.searchPlaceholder}
          .value=${this.value}
          @input=${this.typed}
        ></sp-textfield>
      </div>
      <div class="side">
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
      </div>
      ${
        this.value.length > QUERY_LIMIT
          ? html`<p class="below quiet" role="status">${TEXT.queryCut}</p>`
          : nothing
      }
      <div class="below tools">
        <sp-action-button
          size="s"
          title=${this.describable ? TEXT.describeSelectionHelp : TEXT.noEditor}
          ?disabled=${!this.describable || this.describing}
          @click=${() => this.dispatchEvent(new ActEvent("describe-selection"))}
          >${this.describing ? TEXT.describingSelection : TEXT.describeSelection}</sp-action-button
        >
        <sp-action-button
          size="s"
          title="${OWN_MUSIC.help} (L)"
          @click=${() => this.dispatchEvent(new ActEvent("own-music"))}
          >${OWN_MUSIC.button}</sp-action-button
        >
        <slot name="tools"></slot>
      </div>
    `;
  }

  private readonly typed = (): void => {
    this.value = this.field.value;
    this.stopPause();
    this.stopPause = after(PAUSE, () => this.announce(false));
  };

  private announce(now: boolean): void {
    this.stopPause();
    this.dispatchEvent(new QueryEvent(this.value, now));
  }
}
