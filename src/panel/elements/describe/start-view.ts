import { LitElement, css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { QueryEvent } from "../events.ts";
import { EXAMPLES, TEXT } from "../../words/messages.ts";
import { shared } from "../styles.ts";

/** What stands where results will be: what to do, with three descriptions to try. */
@customElement("nd-start-view")
export class StartView extends LitElement {
  @property() lead: string = TEXT.examplesLead;
  @property() help: string = TEXT.examplesHelp;

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 6px;
        align-content: start;
        max-inline-size: 460px;
        padding: 20px 12px 12px;
      }
      h2 {
        margin: 0;
        font-size: 14px;
        line-height: 18px;
      }
      ul {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 4px;
        margin: 6px 0 0;
        padding: 0;
        list-style: none;
      }
      button {
        inline-size: 100%;
        padding: 7px 10px;
        border: 1px solid var(--spectrum-gray-300);
        border-radius: 4px;
        background: none;
        color: inherit;
        font: inherit;
        text-align: start;
        cursor: pointer;
      }
      button:hover {
        border-color: var(--spectrum-gray-500);
        background: var(--nd-hover);
      }
    `,
  ];

  protected override render() {
    return html`
      <h2>${this.lead}</h2>
      <p class="quiet">${this.help}</p>
      <ul>
        ${EXAMPLES.map((example) => html`<li>${this.renderExample(example)}</li>`)}
      </ul>
    `;
  }

  private renderExample(example: string) {
    return html`<button
      type="button"
      @click=${() => this.dispatchEvent(new QueryEvent(example, true))}
    >
      ${example}
    </button>`;
  }
}
