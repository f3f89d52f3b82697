import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { QueryEvent } from "../events.ts";
import { EXAMPLES, STEPS, TEXT } from "../../words/messages.ts";
import { message, shared } from "../styles.ts";

/** What stands where results will be: three descriptions to try, and the way to the timeline. */
@customElement("nd-start-view")
export class StartView extends LitElement {
  @property() lead: string = TEXT.examplesLead;
  @property() help: string = TEXT.examplesHelp;
  /** Whether the keys from here to the timeline are shown. */
  @property({ type: Boolean }) steps = false;

  static override styles = [
    shared,
    message,
    css`
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
      button .quiet {
        font-size: 11px;
      }
      ol {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 14px;
        margin: 8px 0 0;
        padding: 0;
        color: var(--spectrum-gray-700);
        list-style: none;
      }
      kbd {
        padding: 0 5px;
        border: 1px solid var(--spectrum-gray-400);
        border-radius: 3px;
        background: var(--nd-raised);
        font-family: inherit;
        font-size: 11px;
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
      ${this.steps ? renderSteps() : nothing}
    `;
  }

  private renderExample({ query, shows }: (typeof EXAMPLES)[number]) {
    return html`<button
      type="button"
      @click=${() => this.dispatchEvent(new QueryEvent(query, true))}
    >
      ${query}<br /><span class="quiet">${shows}</span>
    </button>`;
  }
}

const renderSteps = () =>
  html`<ol>
    ${STEPS.map(({ key, does }) => html`<li><kbd>${key}</kbd> <span>${does}</span></li>`)}
  </ol>`;
