import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Cuts } from "../../../contract/cuts.ts";
import type { CutView, HitView } from "../../cut/cut-view.ts";
import { CUT, hitText } from "../../words/cut.ts";
import { exactLength } from "../../words/format.ts";
import { shared } from "../styles.ts";
import { HitEvent, OrderEvent } from "./events.ts";

/** Most cuts that are offered to be picked. */
const MOST = 300;

/** The hit points: markers and cuts that were picked, and what the selected track does at each. */
@customElement("nd-cut-hits")
export class CutHits extends LitElement {
  @property({ attribute: false }) view!: CutView;
  @property({ attribute: false }) cuts!: Cuts;

  static override styles = [
    shared,
    css`
      :host {
        display: block;
        font-size: 11px;
      }
      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
        min-inline-size: 0;
      }
      legend {
        padding: 0;
        font-weight: 700;
      }
      ul {
        margin: 2px 0;
        padding: 0;
        list-style: none;
      }
      label {
        display: flex;
        gap: 6px;
        align-items: center;
        min-block-size: 24px;
      }
      input {
        flex: none;
        margin: 0;
        accent-color: var(--nd-best);
      }
      .place {
        flex: 0 1 auto;
      }
      .lands {
        flex: 1 1 50%;
      }
      .more {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 12px;
        align-items: center;
      }
      select {
        max-inline-size: 100%;
        min-block-size: 24px;
        border: 1px solid var(--spectrum-gray-500);
        border-radius: 4px;
        background: var(--spectrum-gray-50);
        color: inherit;
        font: inherit;
      }
    `,
  ];

  protected override render() {
    const { hits, outcome, isOrdered } = this.view;
    return html`<fieldset>
      <legend>${CUT.hits}</legend>
      ${hits.length === 0 ? html`<p class="quiet">${CUT.noHits}</p>` : nothing}
      <ul ?hidden=${hits.length === 0}>
        ${repeat(
          hits,
          ({ at, from }) => `${from} ${at}`,
          (hit) => this.renderHit(hit),
        )}
      </ul>
      <p role="status" class="line" title=${outcome}>${outcome}</p>
      <div class="more">
        ${this.renderCutChoice()}
        ${
          hits.some(({ isOn }) => isOn)
            ? html`<label title=${CUT.orderHelp}>
                <input
                  type="checkbox"
                  .checked=${isOrdered}
                  @change=${(event: Event) => this.dispatchEvent(new OrderEvent(isChecked(event)))}
                />
                ${CUT.order}
              </label>`
            : nothing
        }
      </div>
    </fieldset>`;
  }

  private renderHit({ at, name, isOn, lands }: HitView) {
    const place = hitText(at - this.cuts.span.start, name);
    return html`<li>
      <label>
        <input
          type="checkbox"
          .checked=${isOn}
          @change=${(event: Event) => this.dispatchEvent(new HitEvent(at, isChecked(event)))}
        />
        <span class="place line digits" title=${place} dir="auto">${place}</span>
        <span class="lands line quiet" title=${lands}>${lands}</span>
      </label>
    </li>`;
  }

  private renderCutChoice() {
    const { cuts, span } = this.cuts;
    if (cuts.length === 0) return nothing;
    const taken = new Set(this.view.hits.map(({ at }) => at));
    return html`<select aria-label=${CUT.addCutLabel} @change=${this.picked}>
      <option value="" selected>${CUT.addCut}</option>
      ${cuts
        .slice(0, MOST)
        .map((at) =>
          taken.has(at)
            ? nothing
            : html`<option value=${at}>${exactLength(at - span.start)}</option>`,
        )}
    </select>`;
  }

  private readonly picked = (event: Event): void => {
    const choice = event.target as HTMLSelectElement;
    const at = Number(choice.value);
    if (choice.value !== "") this.dispatchEvent(new HitEvent(at, true));
    choice.value = "";
  };
}

const isChecked = ({ target }: Event): boolean => (target as HTMLInputElement).checked;
