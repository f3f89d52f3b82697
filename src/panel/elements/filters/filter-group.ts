import { LitElement, css, html, nothing } from "lit";
import { customElement, property, queryAll, state } from "lit/decorators.js";
import type { FilterChoice, FilterGroup } from "../../filters/filters-view.ts";
import { FILTERS, HEADINGS, choiceLabel, unknownText } from "../../words/filters.ts";
import { shared } from "../styles.ts";
import { FiltersEvent } from "./events.ts";
import "./span-fields.ts";

/**
 * One filter: its values as buttons that stay pressed. Tab stops at one of them, and arrow keys go on
 * to the others.
 */
@customElement("nd-filter-group")
export class FilterGroupView extends LitElement {
  @property({ attribute: false }) group!: FilterGroup;

  /** Which button Tab stops at. */
  @state() private current = 0;
  @queryAll("button") private readonly buttons!: NodeListOf<HTMLButtonElement>;

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 3px;
        align-content: start;
        font-size: 11px;
      }
      .head {
        display: flex;
        gap: 8px;
        justify-content: space-between;
      }
      h3 {
        margin: 0;
        font-size: 11px;
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
      }
      button {
        display: flex;
        gap: 5px;
        align-items: center;
        max-inline-size: 100%;
        block-size: 22px;
        padding: 0 6px;
        border: 1px solid var(--spectrum-gray-400);
        border-radius: 4px;
        background: none;
        color: var(--spectrum-gray-900);
        font: inherit;
        cursor: pointer;
      }
      button:hover {
        background: var(--nd-hover);
      }
      button[aria-pressed="true"] {
        border-color: var(--nd-best);
        background: var(--nd-selected);
        font-weight: 700;
      }
      button.none {
        border-color: var(--spectrum-gray-300);
        color: var(--spectrum-gray-700);
      }
      /* A pressed value is bold, and must not be wider for it. */
      .line::after {
        display: block;
        block-size: 0;
        overflow: hidden;
        content: attr(data-text);
        font-weight: 700;
        visibility: hidden;
      }
      .count {
        min-inline-size: var(--nd-count-width, 1ch);
        color: var(--spectrum-gray-700);
        font-weight: 400;
        text-align: end;
      }
    `,
  ];

  /** Goes to the value that Tab would go to. */
  override focus(): void {
    this.buttons[this.current]?.focus();
  }

  protected override render() {
    const { name, choices, more, unknown, isSet, own } = this.group;
    const all = [...choices, ...more];
    return html`
      <div class="head">
        <h3>${HEADINGS[name]}</h3>
        <span class="quiet digits">${unknownText(unknown, isSet)}</span>
      </div>
      <div role="group" aria-label=${HEADINGS[name]} class="choices" @keydown=${this.pressed}>
        ${all.map((choice, at) => this.renderChoice(choice, at))}
        ${all.length === 0 ? html`<span class="quiet">${FILTERS.toCome}</span>` : nothing}
        ${own === null ? nothing : html`<nd-span-fields .own=${own}></nd-span-fields>`}
      </div>
    `;
  }

  private renderChoice({ text, help, count, isOn, leadsTo }: FilterChoice, at: number) {
    return html`<button
      type="button"
      class=${count === 0 ? "none" : ""}
      tabindex=${at === this.current ? 0 : -1}
      title=${help ?? nothing}
      aria-pressed=${isOn}
      aria-label=${choiceLabel(text, count)}
      @focus=${() => (this.current = at)}
      @click=${() => this.dispatchEvent(new FiltersEvent(leadsTo))}
    >
      <span class="line" data-text=${text}>${text}</span>
      ${count === null ? nothing : html`<span class="count digits">${count}</span>`}
    </button>`;
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    const last = this.buttons.length - 1;
    const places: Partial<Record<string, number>> = {
      ArrowLeft: Math.max(0, this.current - 1),
      ArrowRight: Math.min(last, this.current + 1),
      Home: 0,
      End: last,
    };
    const place = places[event.key];
    // In a field, arrows move in what is written.
    if (place === undefined || !(event.target instanceof HTMLButtonElement)) return;
    event.preventDefault();
    this.buttons[place]?.focus();
  };
}
