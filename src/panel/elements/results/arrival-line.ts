import { LitElement, css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Arrival } from "../../downloads/downloads.ts";
import { arrivalText } from "../../words/downloads.ts";
import { shared } from "../styles.ts";

/** How far a track is on its way to this machine. */
@customElement("nd-arrival")
export class ArrivalLine extends LitElement {
  @property({ attribute: false }) arrival!: Arrival;

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 2px;
        min-inline-size: 0;
      }
      sp-progress-bar {
        --mod-progressbar-thickness: 2px;
        inline-size: 100%;
        min-inline-size: 0;
      }
    `,
  ];

  protected override render() {
    const { step, done, total } = this.arrival;
    const text = arrivalText(this.arrival);
    const isOpen = step === "embedding" || total === null || total === 0;
    // Not a status: a screen reader would read out every step of it.
    return html`<span class="quiet line digits">${text}</span>
      <sp-progress-bar
        size="s"
        aria-label=${text}
        ?indeterminate=${isOpen}
        progress=${isOpen ? 0 : Math.round((100 * done) / total)}
      ></sp-progress-bar>`;
  }
}
