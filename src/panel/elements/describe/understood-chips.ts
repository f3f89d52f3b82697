import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { WishChip } from "../../describe/wish-chips.ts";
import type { Chip } from "../../model/panel-view.ts";
import { UNDERSTOOD, heardText, removeText } from "../../words/understood.ts";
import { TakeBackEvent } from "../events.ts";
import { DropFilterEvent } from "../filters/events.ts";
import { shared } from "../styles.ts";
import { ChipButtons, keepFocus } from "./chip-buttons.ts";
import { chipStyles } from "./chip-styles.ts";
import { DropWishEvent } from "./events.ts";

/**
 * What was understood of the description, and what is asked for beside it: each thing with a button
 * that takes it back.
 */
@customElement("nd-understood-chips")
export class UnderstoodChips extends LitElement {
  /** What was understood. */
  @property({ attribute: false }) chips: readonly Chip[] = [];
  /** What is asked for beside the description. */
  @property({ attribute: false }) wishes: readonly WishChip[] = [];

  private readonly buttons: ChipButtons = new ChipButtons(this, () => this.all.length);

  static override styles = [
    shared,
    chipStyles,
    css`
      :host {
        display: block;
        position: relative;
      }
      .heard {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
    `,
  ];

  private get all(): readonly (Chip | WishChip)[] {
    return [...this.wishes, ...this.chips];
  }

  protected override render() {
    return html`
      <p class="heard" role="status">${heardText(this.chips.map(({ text }) => text))}</p>
      ${this.all.length === 0 ? nothing : this.renderChips()}
    `;
  }

  private renderChips() {
    return html`<div class="chips" role="toolbar" aria-label=${UNDERSTOOD.label}>
      ${repeat(this.all, chipKey, (chip, at) => this.renderChip(chip, at))}
    </div>`;
  }

  private renderChip(chip: Chip | WishChip, at: number) {
    const { text } = chip;
    const why = "why" in chip ? chip.why : text;
    return html`<div class="chip">
      <span class="line" title=${why}>${text}</span>
      <button
        type="button"
        class="remove"
        tabindex=${this.buttons.tabIndex(at)}
        aria-label=${removeText(text)}
        title=${UNDERSTOOD.remove}
        @focus=${() => this.buttons.stopAt(at)}
        @mousedown=${keepFocus}
        @click=${() => this.takeBack(chip)}
        @keydown=${(event: KeyboardEvent) => this.buttons.pressed(event, () => this.takeBack(chip))}
      >
        <sp-icon-close aria-hidden="true"></sp-icon-close>
      </button>
    </div>`;
  }

  private takeBack(chip: Chip | WishChip): void {
    this.dispatchEvent(dropEvent(chip));
  }
}

/** Filters and wishes may be called what something understood is called. */
const chipKey = (chip: Chip | WishChip): string =>
  "wish" in chip ? `wish ${chip.text}` : `${chip.filter ?? ""} ${chip.text}`;

function dropEvent(chip: Chip | WishChip): Event {
  if ("wish" in chip) return new DropWishEvent(chip.wish);
  return chip.filter === undefined
    ? new TakeBackEvent(chip.phrases)
    : new DropFilterEvent(chip.filter);
}
