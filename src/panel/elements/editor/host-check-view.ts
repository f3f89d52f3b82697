import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Check } from "../../../contract/host-check.ts";
import { HOST_CHECK, OUTCOMES } from "../../words/editor-messages.ts";
import { ActEvent, CheckEvent } from "../events.ts";
import type { HostCheckState } from "../../host-check/host-check.ts";
import { sheetStyles } from "../sheet-styles.ts";
import { shared } from "../styles.ts";

/** Asks whether a scratch sequence may be made, then shows what was seen. */
@customElement("nd-host-check")
export class HostCheckView extends LitElement {
  @property({ attribute: false }) state!: HostCheckState;
  @property({ type: Boolean }) connected = false;

  static override styles = [
    shared,
    sheetStyles,
    css`
      table {
        inline-size: 100%;
        border-collapse: collapse;
      }
      th,
      td {
        padding: 4px 8px 4px 0;
        border-block-start: 1px solid var(--spectrum-gray-300);
        overflow-wrap: anywhere;
        text-align: start;
        vertical-align: top;
      }
      th {
        font-weight: 400;
        inline-size: 34%;
      }
      .outcome {
        inline-size: 44px;
      }
      /* Three columns are too many for a narrow sheet: what was seen goes below. */
      @media (max-width: 380px) {
        tr {
          display: grid;
          grid-template-columns: minmax(0, 1fr) auto;
        }
        th,
        .outcome {
          inline-size: auto;
        }
        .outcome {
          padding-inline-end: 0;
        }
        td:last-child {
          grid-column: 1 / -1;
          padding-block-start: 0;
          border: 0;
        }
      }
      .ok {
        color: var(--spectrum-green-900);
      }
      .failed {
        color: var(--nd-error);
        font-weight: 700;
      }
      h3 {
        margin: 0;
        font-size: 12px;
      }
      ul {
        display: grid;
        gap: 4px;
        margin: 0;
        padding-inline-start: 16px;
      }
    `,
  ];

  protected override render() {
    const { phase, checks } = this.state;
    if (phase === "asking") return [this.renderQuestion(), this.renderByHand()];
    return html`
      <p role="status">${phase === "running" ? HOST_CHECK.running : HOST_CHECK.done}</p>
      ${phase === "done" ? this.renderButtons() : nothing}
      <table aria-label=${HOST_CHECK.title}>
        <tbody>
          ${checks.map((check) => this.renderCheck(check))}
        </tbody>
      </table>
      ${this.renderByHand()}
    `;
  }

  private renderQuestion() {
    return html`<p>${HOST_CHECK.question}</p>
      <div class="buttons">
        ${this.button(HOST_CHECK.withScratch, () => this.dispatchEvent(new CheckEvent(true)))}
        ${this.button(HOST_CHECK.without, () => this.dispatchEvent(new CheckEvent(false)))}
      </div>`;
  }

  private renderButtons() {
    return html`<div class="buttons">
      ${this.button(HOST_CHECK.copy, () => this.dispatchEvent(new ActEvent("copy-check")))}
      ${
        this.connected
          ? this.button(HOST_CHECK.save, () => this.dispatchEvent(new ActEvent("save-check")))
          : nothing
      }
    </div>`;
  }

  private renderCheck({ id, name, outcome, detail }: Check) {
    return html`<tr data-check=${id}>
      <th scope="row">${name}</th>
      <td class="outcome ${outcome}">${OUTCOMES[outcome]}</td>
      <td>${detail}</td>
    </tr>`;
  }

  /** What only a person can tell. */
  private renderByHand() {
    return html`<h3>${HOST_CHECK.byHand}</h3>
      <ul>
        ${HOST_CHECK.byHandList.map((step) => html`<li>${step}</li>`)}
      </ul>`;
  }

  private button(text: string, press: () => void) {
    return html`<sp-action-button size="s" @click=${press}>${text}</sp-action-button>`;
  }
}
