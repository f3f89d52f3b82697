import { LitElement, css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { SearchResult } from "../../../contract/search.ts";
import type { Direction } from "../../describe/likeness.ts";
import { withKey } from "../../model/keyboard.ts";
import { DESCRIBE } from "../../words/describe.ts";
import { shared } from "../styles.ts";
import { LikeEvent } from "./events.ts";
import { LIKE_SIGNS } from "./like-signs.ts";

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
      ${LIKE_SIGNS[direction]}
    </button>`;
  }

  private clicked(direction: Direction, event: Event): void {
    // The row below would take the click for a choice.
    event.stopPropagation();
    this.dispatchEvent(new LikeEvent(direction, this.result));
  }
}

/** The results keep the focus, so that Space after a click still plays and does not press again. */
const keepFocus = (event: MouseEvent): void => event.preventDefault();
