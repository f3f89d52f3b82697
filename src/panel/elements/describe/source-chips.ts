import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { SceneView } from "../../scene/scene-reader.ts";
import type { SourceChip } from "../../scene/source-chips.ts";
import { SCENE, removeSource } from "../../words/scene.ts";
import { shared } from "../styles.ts";
import { ChipButtons, keepFocus } from "./chip-buttons.ts";
import { chipStyles } from "./chip-styles.ts";
import { DropSourceEvent } from "./events.ts";

/**
 * What of the description comes from the selection: each source with a button that takes it away, and
 * one for all of them.
 */
@customElement("nd-source-chips")
export class SourceChips extends LitElement {
  @property({ attribute: false }) scene: SceneView = { isReading: false, chips: [], note: null };

  private readonly buttons: ChipButtons = new ChipButtons(
    this,
    () => this.first + this.scene.chips.length,
  );

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

  /** Place of the first chip's button. The one for all stands before it, unless there is one chip alone. */
  private get first(): number {
    return this.scene.chips.length > 1 ? 1 : 0;
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
      tabindex=${this.buttons.tabIndex(0)}
      title=${SCENE.removeAllHelp}
      @focus=${() => this.buttons.stopAt(0)}
      @mousedown=${keepFocus}
      @click=${() => this.drop(null)}
      @keydown=${(event: KeyboardEvent) => this.buttons.pressed(event, () => this.drop(null))}
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
        tabindex=${this.buttons.tabIndex(at)}
        aria-label=${removeSource(text)}
        title=${SCENE.remove}
        @focus=${() => this.buttons.stopAt(at)}
        @mousedown=${keepFocus}
        @click=${() => this.drop(key)}
        @keydown=${(event: KeyboardEvent) => this.buttons.pressed(event, () => this.drop(key))}
      >
        <sp-icon-close aria-hidden="true"></sp-icon-close>
      </button>
    </div>`;
  }

  private drop(key: string | null): void {
    this.dispatchEvent(new DropSourceEvent(key));
  }
}
