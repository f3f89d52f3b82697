import { LitElement, css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { SearchResult } from "../../../contract/search.ts";
import type { Direction } from "../../describe/likeness.ts";
import { withKey } from "../../model/keyboard.ts";
import { DESCRIBE } from "../../words/describe.ts";
import { shared } from "../styles.ts";
import { LikeEvent } from "./events.ts";

/** More like a result, less like it. */
@customElement("nd-like-buttons")
export class LikeButtons extends LitElement {
  @property({ attribute: false }) result!: SearchResult;
  /** What was asked for of it; null if nothing was. */
  @property({ attribute: false }) direction: Direction | null = null;
  /** -1 where keys do the same and Tab need not stop. */
  @property({ type: Number }) index = 0;

  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        gap: 2px;
      }
      button {
        display: grid;
        place-items: center;
        inline-size: 24px;
        block-size: 24px;
        padding: 0;
        border: 0;
        border-radius: 4px;
        background: none;
        color: inherit;
        cursor: pointer;
      }
      button:hover {
        background: var(--nd-hover);
      }
      button[aria-pressed="true"] {
        background: var(--nd-selected);
        color: var(--nd-best);
      }
    `,
  ];

  protected override render() {
    return html`${this.renderButton("more")}${this.renderButton("less")}`;
  }

  private renderButton(direction: Direction) {
    const action = direction === "more" ? "more-like" : "less-like";
    return html`<button
      type="button"
      tabindex=${this.index}
      aria-label=${DESCRIBE[direction]}
      aria-pressed=${this.direction === direction}
      title=${withKey(DESCRIBE[direction], action)}
      @mousedown=${keepFocus}
      @click=${(event: Event) => this.clicked(direction, event)}
    >
      ${SIGNS[direction]}
    </button>`;
  }

  private clicked(direction: Direction, event: Event): void {
    // The row below would take the click for a choice.
    event.stopPropagation();
    this.dispatchEvent(new LikeEvent(direction, this.result));
  }
}

/** A note with a plus or a minus. */
const sign = (bars: string) =>
  html`<svg width="16" height="16" viewBox="0 0 16 16" fill="none" aria-hidden="true">
    <path
      d="M5.5 12V3.5L9 2.5M5.5 12a1.75 1.75 0 1 1-3.5 0a1.75 1.75 0 0 1 3.5 0Z"
      stroke="currentColor"
      stroke-width="1.3"
      stroke-linejoin="round"
    />
    <path d=${bars} stroke="currentColor" stroke-width="1.5" stroke-linecap="round" />
  </svg>`;
const SIGNS = { more: sign("M9 10h5M11.5 7.5v5"), less: sign("M9 10h5") };

/** The results keep the focus, so that Space after a click still plays and does not press again. */
const keepFocus = (event: MouseEvent): void => event.preventDefault();
