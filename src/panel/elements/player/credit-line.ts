import { LitElement, css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Licence } from "../../../contract/track.ts";
import { CopyEvent } from "../events.ts";
import { TEXT } from "../../words/messages.ts";
import { shared } from "../styles.ts";

/** The licence of a track: the line that it wants in the credits, to be copied, or else its name. */
@customElement("nd-credit-line")
export class CreditLine extends LitElement {
  @property({ attribute: false }) licence!: Licence;

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: 6px;
        align-items: center;
        block-size: 20px;
        font-size: 11px;
      }
    `,
  ];

  protected override render() {
    const { name, attribution } = this.licence;
    if (attribution === undefined) {
      return html`<span class="quiet">${TEXT.licence}</span><span class="line">${name}</span>`;
    }
    return html`
      <span class="quiet">${TEXT.credit}</span>
      <span class="line" title=${attribution}>${attribution}</span>
      <sp-action-button
        quiet
        size="xs"
        label=${TEXT.copyCredit}
        title=${TEXT.copyCredit}
        @click=${() => this.dispatchEvent(new CopyEvent(attribution, TEXT.copied))}
        ><sp-icon-copy slot="icon"></sp-icon-copy
      ></sp-action-button>
    `;
  }
}
