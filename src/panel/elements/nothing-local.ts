import { LitElement, css, html } from "lit";
import { customElement } from "lit/decorators.js";
import { FilterEvent } from "./events.ts";
import { TEXT } from "../words/messages.ts";
import { shared } from "./styles.ts";

/** Stands where results would be if the filter had left any, and takes it off. */
@customElement("nd-nothing-local")
export class NothingLocal extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 6px;
        justify-items: start;
        align-content: start;
        max-inline-size: 460px;
        padding: 20px 12px 12px;
      }
      h2 {
        margin: 0;
        font-size: 14px;
        line-height: 18px;
      }
      sp-button {
        margin-block-start: 6px;
      }
    `,
  ];

  protected override render() {
    return html`
      <h2>${TEXT.noLocalResults}</h2>
      <p class="quiet">${TEXT.noLocalResultsNext}</p>
      <sp-button
        size="s"
        variant="primary"
        treatment="outline"
        @click=${() => this.dispatchEvent(new FilterEvent(false))}
        >${TEXT.showAll}</sp-button
      >
    `;
  }
}
