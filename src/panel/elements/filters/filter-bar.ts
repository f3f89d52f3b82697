import { LitElement, css, html, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { FiltersView } from "../../filters/filters-view.ts";
import { without } from "../../filters/with-values.ts";
import { FILTERS, filtersButtonText } from "../../words/filters.ts";
import { withKey } from "../../model/keyboard.ts";
import { ActEvent } from "../events.ts";
import { shared } from "../styles.ts";
import { FiltersEvent } from "./events.ts";

/** The way to the filters, the one among them that is always at hand, and the way out of all. */
@customElement("nd-filter-bar")
export class FilterBar extends LitElement {
  @property({ attribute: false }) view!: FiltersView;

  @query("sp-action-button") private readonly button!: HTMLElement;

  static override styles = [
    shared,
    css`
      /* What is in it stands in the row of the description's buttons. */
      :host {
        display: contents;
      }
      label {
        display: flex;
        gap: 6px;
        align-items: center;
        min-block-size: 24px;
        padding-inline: 8px 6px;
      }
      /* Its room is kept, so that nothing moves when the first filter is set. */
      .gone {
        visibility: hidden;
      }
      input {
        margin: 0;
        accent-color: var(--nd-best);
      }
    `,
  ];

  override focus(): void {
    this.button.focus();
  }

  protected override render() {
    const { isOpen, set, filters, playable } = this.view;
    const own = set.filter(({ name }) => name !== "playable").length;
    return html`
      <sp-action-button
        quiet
        size="s"
        data-act="filters"
        title=${withKey(FILTERS.help, "filters")}
        ?selected=${isOpen}
        aria-expanded=${isOpen}
        @click=${() => this.dispatchEvent(new ActEvent("filters"))}
        >${filtersButtonText(own)}</sp-action-button
      >
      <sp-action-button
        quiet
        size="s"
        class=${set.length === 0 ? "gone" : ""}
        data-act="reset-filters"
        label=${FILTERS.reset}
        title=${withKey(FILTERS.resetHelp, "reset-filters")}
        @click=${() => this.dispatchEvent(new ActEvent("reset-filters"))}
        ><sp-icon-close slot="icon"></sp-icon-close
      ></sp-action-button>
      <label title=${FILTERS.playableHelp}>
        <input type="checkbox" .checked=${filters.playable === true} @change=${this.narrowed} />
        ${FILTERS.playable}
        <span class="digits quiet">${playable ?? nothing}</span>
      </label>
    `;
  }

  private readonly narrowed = ({ target }: Event): void => {
    const others = without(this.view.filters, "playable");
    const isOn = (target as HTMLInputElement).checked;
    this.dispatchEvent(new FiltersEvent(isOn ? { ...others, playable: true } : others));
  };
}
