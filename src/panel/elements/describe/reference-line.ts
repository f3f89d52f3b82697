import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { DescribeView } from "../../describe/describe-view.ts";
import { DESCRIBE, hearingText } from "../../words/describe.ts";
import { shared } from "../styles.ts";
import { CancelReferenceEvent } from "./events.ts";

/** How far a reference was heard, and the way to end it. */
@customElement("nd-reference-line")
export class ReferenceLine extends LitElement {
  /** Name of the file. */
  @property() file = "";
  /** 0 to 1. */
  @property({ type: Number }) done = 0;

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 2px 8px;
        align-items: center;
      }
      sp-progress-bar {
        --mod-progressbar-thickness: 2px;
        inline-size: 100%;
        min-inline-size: 0;
      }
      sp-action-button {
        grid-row: 1 / 3;
        grid-column: 2;
      }
    `,
  ];

  protected override render() {
    const text = hearingText(this.file, this.done);
    return html`
      <span class="line quiet digits" title=${DESCRIBE.dropNext}>${text}</span>
      <sp-action-button size="xs" @click=${() => this.dispatchEvent(new CancelReferenceEvent())}
        >${DESCRIBE.cancelHearing}</sp-action-button
      >
      <sp-progress-bar
        size="s"
        aria-label=${text}
        progress=${Math.floor(100 * this.done)}
      ></sp-progress-bar>
    `;
  }
}

/** The file that is being heard, if one is. */
export const renderReference = ({ reference }: DescribeView) =>
  reference.name === "idle"
    ? nothing
    : html`<nd-reference-line .file=${reference.file} .done=${reference.done}></nd-reference-line>`;
