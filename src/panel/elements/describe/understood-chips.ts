import { LitElement, css, html, nothing } from "lit";
import { customElement, property, queryAll, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { WishChip } from "../../describe/wish-chips.ts";
import type { Chip } from "../../model/panel-view.ts";
import { UNDERSTOOD, heardText, removeText } from "../../words/understood.ts";
import { ActEvent, TakeBackEvent } from "../events.ts";
import { DropFilterEvent } from "../filters/events.ts";
import { shared } from "../styles.ts";
import { chipStyles } from "./chip-styles.ts";
import { DropWishEvent } from "./events.ts";

const REMOVING_KEYS = ["Delete", "Backspace", "Enter"];

/**
 * What was understood of the description, and what is asked for beside it: each thing with a button
 * that takes it back. Tab stops at
 * one of the buttons, and arrow keys go on to the others.
 */
@customElement("nd-understood-chips")
export class UnderstoodChips extends LitElement {
  /** What was understood. */
  @property({ attribute: false }) chips: readonly Chip[] = [];
  /** What is asked for beside the description. */
  @property({ attribute: false }) wishes: readonly WishChip[] = [];

  /** Which button Tab stops at. */
  @state() private current = 0;
  @queryAll("button") private readonly buttons!: NodeListOf<HTMLButtonElement>;
  private hadFocus = false;

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

  protected override willUpdate(): void {
    this.hadFocus = this.focused !== null;
    this.current = Math.max(0, Math.min(this.current, this.all.length - 1));
  }

  /** When the chip that had the focus is gone, the next one gets it, or else the description. */
  protected override updated(): void {
    if (!this.hadFocus || this.focused !== null) return;
    if (this.all.length > 0) this.buttons[this.current]?.focus();
    else this.dispatchEvent(new ActEvent("focus-search"));
  }

  private get all(): readonly (Chip | WishChip)[] {
    return [...this.wishes, ...this.chips];
  }

  private get focused(): Element | null {
    return this.shadowRoot?.activeElement ?? null;
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
        tabindex=${at === this.current ? 0 : -1}
        aria-label=${removeText(text)}
        title=${UNDERSTOOD.remove}
        @focus=${() => (this.current = at)}
        @mousedown=${(event: MouseEvent) => event.preventDefault()}
        @click=${() => this.takeBack(chip)}
        @keydown=${(event: KeyboardEvent) => this.pressed(event, chip)}
      >
        <sp-icon-close aria-hidden="true"></sp-icon-close>
      </button>
    </div>`;
  }

  private pressed(event: KeyboardEvent, chip: Chip | WishChip): void {
    const places: Partial<Record<string, number>> = {
      ArrowLeft: this.current - 1,
      ArrowRight: this.current + 1,
      Home: 0,
      End: this.all.length - 1,
    };
    const place = places[event.key];
    if (place === undefined && !REMOVING_KEYS.includes(event.key)) return;
    event.preventDefault();
    if (place !== undefined) this.buttons[place]?.focus();
    // A key that is held down removes one chip, not all of them.
    else if (!event.repeat) this.takeBack(chip);
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
