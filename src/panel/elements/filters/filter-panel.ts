import { LitElement, css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { FiltersView } from "../../filters/filters-view.ts";
import { FILTERS } from "../../words/filters.ts";
import { shared } from "../styles.ts";
import type { FilterGroupView } from "./filter-group.ts";
import "./filter-group.ts";

/** The region with all filters; what does not fit scrolls. */
@customElement("nd-filter-panel")
export class FilterPanel extends LitElement {
  @property({ attribute: false }) view!: FiltersView;

  /** Digits of the largest count so far: counts keep their room, so that no chip moves. */
  private digits = 1;

  static override styles = [
    shared,
    css`
      :host {
        display: block;
        container-type: inline-size;
      }
      section {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 8px 16px;
        max-block-size: min(36vh, 320px);
        margin-block: 6px 2px;
        padding: 8px;
        overflow: hidden auto;
        border: 1px solid var(--spectrum-gray-300);
        border-radius: 4px;
        background: var(--nd-raised);
      }
      @container (min-width: 560px) {
        section {
          grid-template-columns: repeat(2, minmax(0, 1fr));
        }
      }
    `,
  ];

  /** Goes to the first filter, once it has been drawn. */
  override focus(): void {
    void this.focusFirst();
  }

  private async focusFirst(): Promise<void> {
    await this.updateComplete;
    const first = this.renderRoot.querySelector<FilterGroupView>("nd-filter-group");
    await first?.updateComplete;
    first?.focus();
  }

  protected override willUpdate(): void {
    const counts = this.view.groups.flatMap(({ choices, more }) =>
      [...choices, ...more].map(({ count }) => String(count ?? "").length),
    );
    this.digits = Math.max(this.digits, ...counts);
  }

  protected override render() {
    return html`<section
      role="region"
      aria-label=${FILTERS.title}
      style="--nd-count-width: ${this.digits}ch"
    >
      ${repeat(
        this.view.groups,
        ({ name }) => name,
        (group) => html`<nd-filter-group .group=${group}></nd-filter-group>`,
      )}
    </section>`;
  }
}
