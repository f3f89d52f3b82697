import { LitElement, css } from "lit";
import { customElement, property } from "lit/decorators.js";

/** Least and greatest width of the panel in CSS pixels, as in Premiere. */
const PANEL_WIDTH = { min: 240, max: 600 };
const KEY_STEP = 20;

/** The bar between panel and stage; dragging it, or pressing the arrow keys, resizes the panel. */
@customElement("demo-splitter")
export class DemoSplitter extends LitElement {
  @property({ type: Number }) width = 380;

  static override styles = css`
    :host {
      display: block;
      background: var(--line);
      cursor: col-resize;
      touch-action: none;
    }
    :host(:hover),
    :host(:focus-visible) {
      background: var(--accent);
      outline: none;
    }
  `;

  constructor() {
    super();
    this.addEventListener("pointerdown", (event) => this.setPointerCapture(event.pointerId));
    this.addEventListener("pointermove", (event) => {
      if (this.hasPointerCapture(event.pointerId)) this.resize(event.clientX);
    });
    this.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: -KEY_STEP, ArrowRight: KEY_STEP }[event.key];
      if (step === undefined) return;
      event.stopPropagation();
      event.preventDefault();
      this.resize(this.width + step);
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.role = "separator";
    this.tabIndex = 0;
    this.ariaLabel = "Width of the panel";
    this.ariaOrientation = "vertical";
    this.ariaValueMin = String(PANEL_WIDTH.min);
    this.ariaValueMax = String(PANEL_WIDTH.max);
  }

  protected override updated(): void {
    this.ariaValueNow = String(this.width);
  }

  private resize(to: number): void {
    const detail = Math.round(Math.min(PANEL_WIDTH.max, Math.max(PANEL_WIDTH.min, to)));
    this.dispatchEvent(new CustomEvent("resize-panel", { detail }));
  }
}
