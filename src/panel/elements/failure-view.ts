import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { NeedledropError } from "../../contract/errors.ts";
import { ActEvent } from "./events.ts";
import { TEXT } from "../words/messages.ts";
import { shared } from "./styles.ts";

/** What happened, which thing it concerns, and the way out. */
@customElement("nd-failure-view")
export class FailureView extends LitElement {
  @property({ attribute: false }) error!: NeedledropError;

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 6px 8px;
        align-content: start;
        max-inline-size: 460px;
        padding: 20px 12px 12px;
      }
      sp-icon-alert {
        color: var(--spectrum-negative-visual-color);
      }
      .what {
        font-weight: 700;
      }
      .input {
        overflow-wrap: anywhere;
      }
      .below {
        grid-column: 2;
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        margin-block-start: 6px;
      }
    `,
  ];

  protected override render() {
    const { what, input, next } = this.error;
    return html`
      <sp-icon-alert size="s" aria-hidden="true"></sp-icon-alert>
      <div role="alert">
        <p class="what">${what}</p>
        ${input === undefined ? nothing : html`<p class="input quiet">${input}</p>`}
        <p>${next}</p>
      </div>
      <div class="below buttons">
        <sp-button
          size="s"
          variant="primary"
          treatment="outline"
          @click=${() => this.dispatchEvent(new ActEvent("retry"))}
          >${TEXT.retry}</sp-button
        >
        <sp-button
          size="s"
          variant="secondary"
          treatment="outline"
          @click=${() => this.dispatchEvent(new ActEvent("copy-report"))}
          >${TEXT.copyReport}</sp-button
        >
      </div>
    `;
  }
}
