import { LitElement, css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { CopyEvent } from "../events.ts";
import { TEXT } from "../../words/messages.ts";
import { shared } from "../styles.ts";

/** The line that a licence wants in the credits, to be read in full and copied. */
@customElement("nd-credit-line")
export class CreditLine extends LitElement {
  @property() text = "";

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: 6px;
        align-items: center;
        font-size: 11px;
      }
    `,
  ];

  protected override render() {
    return html`
      <span class="quiet">${TEXT.credit}</span>
      <span class="line" title=${this.text}>${this.text}</span>
      <sp-action-button
        quiet
        size="xs"
        label=${TEXT.copyCredit}
        title=${TEXT.copyCredit}
        @click=${() => this.dispatchEvent(new CopyEvent(this.text, TEXT.copied))}
        ><sp-icon-copy slot="icon"></sp-icon-copy
      ></sp-action-button>
    `;
  }
}
