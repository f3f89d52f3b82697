import { LitElement, css, html } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { QUERY_LIMIT } from "../../../contract/search.ts";
import type { Wishes } from "../../model/wishes.ts";
import { DESCRIBE, percent } from "../../words/describe.ts";
import { shared } from "../styles.ts";
import { SecondEvent } from "./events.ts";
import { inputStyles } from "./input-styles.ts";

/** A second description, and how much it counts beside the first. */
@customElement("nd-second-wish")
export class SecondWish extends LitElement {
  @property({ attribute: false }) second!: NonNullable<Wishes["second"]>;

  @query(".text") private readonly text!: HTMLInputElement;

  static override styles = [
    shared,
    inputStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(64px, 96px) 34px 24px;
        gap: 4px;
        align-items: center;
      }
      .share {
        text-align: end;
      }
    `,
  ];

  override focus(): void {
    this.text.focus();
  }

  protected override render() {
    const { description, weight } = this.second;
    return html`
      <input
        class="text"
        type="text"
        maxlength=${QUERY_LIMIT}
        aria-label=${DESCRIBE.alsoLabel}
        placeholder=${DESCRIBE.alsoPlaceholder}
        .value=${description}
        @input=${this.written}
        @compositionend=${this.written}
      />
      <input
        type="range"
        min="0.1"
        max="0.9"
        step="0.1"
        aria-label=${DESCRIBE.share}
        title=${DESCRIBE.share}
        aria-valuetext=${percent(weight)}
        .value=${String(weight)}
        @input=${this.weighed}
      />
      <span class="share digits quiet">${percent(weight)}</span>
      <sp-action-button
        quiet
        size="s"
        label=${DESCRIBE.removeAlso}
        title=${DESCRIBE.removeAlso}
        @click=${() => this.dispatchEvent(new SecondEvent(null))}
        ><sp-icon-close slot="icon"></sp-icon-close
      ></sp-action-button>
    `;
  }

  private readonly written = (event: Event): void => {
    if (event instanceof InputEvent && event.isComposing) return;
    this.dispatchEvent(new SecondEvent({ ...this.second, description: this.text.value }));
  };

  private readonly weighed = ({ currentTarget }: Event): void => {
    const weight = (currentTarget as HTMLInputElement).valueAsNumber;
    this.dispatchEvent(new SecondEvent({ ...this.second, weight }));
  };
}
