import { LitElement, css, html, nothing } from "lit";
import { customElement, property, queryAll, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { SceneView } from "../../scene/scene-reader.ts";
import type { SourceChip } from "../../scene/source-chips.ts";
import { SCENE, removeSource } from "../../words/scene.ts";
import { ActEvent } from "../events.ts";
import { shared } from "../styles.ts";
import { chipStyles } from "./chip-styles.ts";
import { DropSourceEvent } from "./events.ts";

const REMOVING_KEYS = ["Delete", "Backspace", "Enter"];

/**
 * What of the description comes from the selection: each source with a button that takes it away, and
 * one for all of them. Tab stops at one of the buttons, and arrow keys go on to the others.
 */
@customElement("nd-source-chips")
export class SourceChips extends LitElement {
  @property({ attribute: false }) scene: SceneView = { isReading: false, chips: [], note: null };

  /** Which button Tab stops at. */
  @state() private current = 1;
  @queryAll("button") private readonly buttons!: NodeListOf<HTMLButtonElement>;
  private hadFocus = false;

  static override styles = [
    shared,
    chipStyles,
    css`
      .all {
        padding-inline: 6px;
        border: 0;
        border-radius: 4px;
        block-size: 24px;
        background: none;
        color: inherit;
        font: inherit;
        text-decoration: underline;
        cursor: pointer;
      }
      .note {
        margin-block: 6px 0;
      }
    `,
  ];

  protected override willUpdate(): void {
    this.hadFocus = this.focused !== null;
    this.current = Math.max(0, Math.min(this.current, this.last));
  }

  /** When the chip that had the focus is gone, the next one gets it, or else the description. */
  protected override updated(): void {
    if (!this.hadFocus || this.focused !== null) return;
    if (this.scene.chips.length > 0) this.buttons[this.current]?.focus();
    else this.dispatchEvent(new ActEvent("focus-search"));
  }

  /** Place of the first chip's button. The one for all stands before it, unless there is one chip alone. */
  private get first(): number {
    return this.scene.chips.length > 1 ? 1 : 0;
  }

  private get last(): number {
    return this.first + this.scene.chips.length - 1;
  }

  private get focused(): Element | null {
    return this.shadowRoot?.activeElement ?? null;
  }

  protected override render() {
    const { chips, note } = this.scene;
    return html`
      ${chips.length === 0 ? nothing : this.renderChips(chips)}
      ${note === null ? nothing : html`<p class="note quiet" role="status">${note}</p>`}
    `;
  }

  private renderChips(chips: readonly SourceChip[]) {
    return html`<div class="chips" role="toolbar" aria-label=${SCENE.label}>
      ${this.first === 1 ? this.renderAll() : nothing}
      ${repeat(
        chips,
        ({ key }) => key,
        (chip, at) => this.renderChip(chip, this.first + at),
      )}
    </div>`;
  }

  private renderAll() {
    return html`<button
      type="button"
      class="all"
      tabindex=${this.current === 0 ? 0 : -1}
      title=${SCENE.removeAllHelp}
      @focus=${() => (this.current = 0)}
      @mousedown=${keepFocus}
      @click=${() => this.drop(null)}
      @keydown=${(event: KeyboardEvent) => this.pressed(event, null)}
    >
      ${SCENE.removeAll}
    </button>`;
  }

  private renderChip({ key, text, words }: SourceChip, at: number) {
    return html`<div class="chip">
      <span class="line" title=${words}>${text}</span>
      <button
        type="button"
        class="remove"
        tabindex=${at === this.current ? 0 : -1}
        aria-label=${removeSource(text)}
        title=${SCENE.remove}
        @focus=${() => (this.current = at)}
        @mousedown=${keepFocus}
        @click=${() => this.drop(key)}
        @keydown=${(event: KeyboardEvent) => this.pressed(event, key)}
      >
        <sp-icon-close aria-hidden="true"></sp-icon-close>
      </button>
    </div>`;
  }

  private pressed(event: KeyboardEvent, key: string | null): void {
    const places: Partial<Record<string, number>> = {
      ArrowLeft: this.current - 1,
      ArrowRight: this.current + 1,
      Home: 0,
      End: this.last,
    };
    const place = places[event.key];
    if (place === undefined && !REMOVING_KEYS.includes(event.key)) return;
    event.preventDefault();
    if (place !== undefined) this.buttons[place]?.focus();
    // A key that is held down removes one chip, not all of them.
    else if (!event.repeat) this.drop(key);
  }

  private drop(key: string | null): void {
    this.dispatchEvent(new DropSourceEvent(key));
  }
}

/** A click leaves the focus in the box, where the editor goes on writing. */
const keepFocus = (event: MouseEvent): void => event.preventDefault();
