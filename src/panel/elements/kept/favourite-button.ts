import { LitElement, css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { SearchResult } from "../../../contract/search.ts";
import { withKey } from "../../model/keyboard.ts";
import { KEPT } from "../../words/kept.ts";
import { ActEvent } from "../events.ts";
import { shared } from "../styles.ts";

/** Keeps a track among the favourites, or takes it out. */
@customElement("nd-favourite-button")
export class FavouriteButton extends LitElement {
  @property({ attribute: false }) result!: SearchResult;
  @property({ type: Boolean }) isFavourite = false;
  /** -1 in a row, whose buttons are for the mouse. */
  @property({ type: Number }) index = 0;

  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      button {
        display: grid;
        place-content: center;
        inline-size: 24px;
        block-size: 24px;
        padding: 0;
        border: 0;
        border-radius: 4px;
        background: none;
        color: var(--spectrum-gray-700);
        cursor: pointer;
      }
      button:hover {
        background: var(--spectrum-gray-300);
        color: var(--spectrum-gray-900);
      }
      button[aria-pressed="true"] {
        color: var(--nd-best);
      }
    `,
  ];

  protected override render() {
    const label = this.isFavourite ? KEPT.removeFavourite : KEPT.addFavourite;
    return html`<button
      type="button"
      tabindex=${this.index}
      aria-label=${label}
      aria-pressed=${this.isFavourite}
      title=${withKey(label, "favourite")}
      @mousedown=${keepFocus}
      @click=${() => this.dispatchEvent(new ActEvent("favourite", this.result))}
    >
      ${
        this.isFavourite
          ? html`<sp-icon-star size="s" aria-hidden="true"></sp-icon-star>`
          : html`<sp-icon-star-outline size="s" aria-hidden="true"></sp-icon-star-outline>`
      }
    </button>`;
  }
}

/** The results keep the focus, so that keys still work them. */
const keepFocus = (event: MouseEvent): void => event.preventDefault();
