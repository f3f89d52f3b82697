import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Chip } from "../../model/panel-view.ts";
import { TEXT } from "../../words/messages.ts";
import { nothingFitsText, removeText } from "../../words/understood.ts";
import { FilterEvent, TakeBackEvent } from "../events.ts";
import { shared } from "../styles.ts";

/** Stands where results would be if the filters had left any, and takes each of them off. */
@customElement("nd-nothing-left")
export class NothingLeft extends LitElement {
  /** Whether only tracks on this machine were looked for. */
  @property({ type: Boolean }) localOnly = false;
  /** The filters that were understood from the description. */
  @property({ attribute: false }) filters: readonly Chip[] = [];

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
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        margin-block-start: 6px;
      }
    `,
  ];

  protected override render() {
    const { localOnly, filters } = this;
    return html`
      ${filters.length === 0 ? renderLocal() : this.renderFilters()}
      <div class="buttons">
        ${filters.map(({ text, phrases }) =>
          renderButton(removeText(text), () => this.dispatchEvent(new TakeBackEvent(phrases))),
        )}
        ${
          localOnly
            ? renderButton(TEXT.showAll, () => this.dispatchEvent(new FilterEvent(false)))
            : nothing
        }
      </div>
    `;
  }

  private renderFilters() {
    const filters = this.filters.map(({ text }) => text);
    return html`
      <h2>${TEXT.noResults}</h2>
      <p class="quiet">${nothingFitsText(filters, this.localOnly)}</p>
    `;
  }
}

const renderLocal = () => html`
  <h2>${TEXT.noLocalResults}</h2>
  <p class="quiet">${TEXT.noLocalResultsNext}</p>
`;

const renderButton = (label: string, act: () => void) =>
  html`<sp-button size="s" variant="primary" treatment="outline" @click=${act}
    >${label}</sp-button
  >`;
