import { LitElement, css, html } from "lit";
import { customElement, property, queryAll, state } from "lit/decorators.js";
import type { OwnSpan } from "../../filters/filters-view.ts";
import { setOwnSpan } from "../../filters/span-choices.ts";
import { readEnd, writeEnd } from "../../filters/span-text.ts";
import { FILTERS, HEADINGS } from "../../words/filters.ts";
import { shared } from "../styles.ts";
import { FiltersEvent } from "./events.ts";

/** Two fields for a stretch that is no band: from, and to. An empty one leaves that end open. */
@customElement("nd-span-fields")
export class SpanFields extends LitElement {
  @property({ attribute: false }) own!: OwnSpan;

  @state() private isBad = [false, false];
  @queryAll("input") private readonly fields!: NodeListOf<HTMLInputElement>;

  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        gap: 5px;
        align-items: center;
        font-size: 11px;
      }
      input {
        inline-size: 44px;
        block-size: 22px;
        padding: 0 6px;
        border: 1px solid var(--spectrum-gray-400);
        border-radius: 4px;
        background: none;
        color: inherit;
        font: inherit;
        font-variant-numeric: tabular-nums;
      }
      input[aria-invalid="true"] {
        border-color: var(--nd-error);
      }
    `,
  ];

  protected override render() {
    const { name } = this.own;
    return html`${[FILTERS.from, FILTERS.to].map((word, at) => {
      return html`<span class="quiet" aria-hidden="true">${word}</span>
        <input
          type="text"
          inputmode="numeric"
          autocomplete="off"
          aria-label="${HEADINGS[name]} ${word.toLowerCase()}"
          aria-invalid=${this.isBad[at] === true}
          title=${FILTERS.fieldHelp[name]}
          .value=${this.written(at)}
          @change=${this.changed}
          @keydown=${this.pressed}
        />`;
    })}`;
  }

  private readonly changed = (): void => {
    const { name, within } = this.own;
    const ends = [...this.fields].map(({ value }) => readEnd(name, value));
    this.isBad = ends.map((end) => end === "bad");
    const [from = null, to = null] = ends.filter((end) => end !== "bad");
    if (this.isBad.includes(true)) return;
    const isTurned = from !== null && to !== null && from > to;
    const span = isTurned ? { least: to, most: from } : { least: from, most: to };
    this.dispatchEvent(new FiltersEvent(setOwnSpan(within, name, span)));
  };

  /** Enter and Esc are about the field here, and not about the description. */
  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.stopPropagation();
    event.preventDefault();
    if (event.key === "Enter") return this.changed();
    this.isBad = [false, false];
    this.fields.forEach((field, at) => (field.value = this.written(at)));
  };

  /** What stands in a field as long as nobody types. */
  private written(at: number): string {
    const { name, span } = this.own;
    return writeEnd(name, (at === 0 ? span?.least : span?.most) ?? null);
  }
}
