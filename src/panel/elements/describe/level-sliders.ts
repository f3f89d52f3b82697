import { LitElement, css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Levels } from "../../../contract/likeness.ts";
import { LEVEL_NAMES, type LevelName } from "../../describe/wish-chips.ts";
import { LEVELS, levelText } from "../../words/describe.ts";
import { shared } from "../styles.ts";
import { LevelEvent } from "./events.ts";
import { inputStyles } from "./input-styles.ts";

/** How near to the middle a slider that is dragged stays there. */
const DETENT = 0.1;

/** More or less energy, density and brightness. The middle of each slider is neutral. */
@customElement("nd-level-sliders")
export class LevelSliders extends LitElement {
  @property({ attribute: false }) levels: Levels = {};

  private isDragged = false;

  static override styles = [
    shared,
    inputStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 210px), 1fr));
        gap: 0 12px;
        font-size: 11px;
      }
      .level {
        display: grid;
        grid-template-columns: 38px minmax(0, 1fr) 54px;
        gap: 6px;
        align-items: center;
      }
      .low {
        text-align: end;
      }
      .slider {
        position: relative;
        display: grid;
      }
      /* The detent, behind the thumb. */
      .slider::before {
        position: absolute;
        inset-block: 5px;
        inset-inline-start: calc(50% - 0.5px);
        inline-size: 1px;
        background: var(--spectrum-gray-500);
        content: "";
      }
      .slider input {
        position: relative;
      }
      .moved input::-webkit-slider-thumb {
        border-color: var(--nd-best);
        background: var(--nd-best);
      }
    `,
  ];

  protected override render() {
    return html`${LEVEL_NAMES.map((name) => this.renderLevel(name))}`;
  }

  private renderLevel(name: LevelName) {
    const { label, low, high } = LEVELS[name];
    const value = this.levels[name] ?? 0;
    return html`<div class="level ${value === 0 ? "" : "moved"}">
      <span class="low quiet" aria-hidden="true">${low.name}</span>
      <div class="slider">
        <input
          type="range"
          min="-1"
          max="1"
          step="0.1"
          aria-label=${label}
          aria-valuetext=${levelText(name, value)}
          title="${label}: ${levelText(name, value)}"
          .value=${String(value)}
          @pointerdown=${() => (this.isDragged = true)}
          @pointerup=${() => (this.isDragged = false)}
          @pointercancel=${() => (this.isDragged = false)}
          @input=${(event: Event) => this.moved(name, event.currentTarget as HTMLInputElement)}
          @dblclick=${() => this.set(name, 0)}
          @keydown=${(event: KeyboardEvent) => this.pressed(name, event)}
        />
      </div>
      <span class="quiet" aria-hidden="true">${high.name}</span>
    </div>`;
  }

  private moved(name: LevelName, input: HTMLInputElement): void {
    const { valueAsNumber } = input;
    const isInDetent = this.isDragged && Math.abs(valueAsNumber) <= DETENT;
    if (isInDetent) input.value = "0";
    this.set(name, isInDetent ? 0 : valueAsNumber);
  }

  private pressed(name: LevelName, event: KeyboardEvent): void {
    if (event.key !== "Home") return;
    event.preventDefault();
    this.set(name, 0);
  }

  private set(name: LevelName, value: number): void {
    if (value !== (this.levels[name] ?? 0)) this.dispatchEvent(new LevelEvent(name, value));
  }
}
