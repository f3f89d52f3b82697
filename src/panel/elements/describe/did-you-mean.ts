import { LitElement, css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { DESCRIBE } from "../../words/describe.ts";
import { QueryEvent } from "../events.ts";
import { shared } from "../styles.ts";

/** What could have been meant; a choice replaces the description. */
@customElement("nd-did-you-mean")
export class DidYouMean extends LitElement {
  @property({ attribute: false }) suggestions: readonly string[] = [];

  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 6px;
        align-items: center;
        padding: 6px 12px;
      }
      button {
        max-inline-size: 100%;
        padding: 2px 8px;
        border: 1px solid var(--spectrum-gray-400);
        border-radius: 4px;
        background: none;
        color: inherit;
        font: inherit;
        text-align: start;
        cursor: pointer;
      }
      button:hover {
        background: var(--nd-hover);
      }
    `,
  ];

  protected override willUpdate(): void {
    this.hidden = this.suggestions.length === 0;
  }

  protected override render() {
    return html`
      <span class="quiet">${DESCRIBE.didYouMean}</span>
      ${this.suggestions.map(
        (suggestion) =>
          html`<button
            type="button"
            @click=${() => this.dispatchEvent(new QueryEvent(suggestion, true))}
          >
            ${suggestion}
          </button>`,
      )}
    `;
  }
}
