import { LitElement, css, html } from "lit";
import { customElement, property, query } from "lit/decorators.js";

/** A cover, drawn on a canvas: the page may load no pictures. */
@customElement("nd-cover")
export class Cover extends LitElement {
  @property({ attribute: false }) picture!: ImageBitmap;

  @query("canvas") private readonly canvas!: HTMLCanvasElement;

  static override styles = css`
    :host {
      display: block;
    }
    canvas {
      display: block;
      inline-size: 100%;
      block-size: 100%;
      border-radius: 2px;
    }
  `;

  protected override render() {
    const { width, height } = this.picture;
    // The title stands beside it.
    return html`<canvas width=${width} height=${height} aria-hidden="true"></canvas>`;
  }

  protected override updated(): void {
    this.canvas.getContext("2d")?.drawImage(this.picture, 0, 0);
  }
}
