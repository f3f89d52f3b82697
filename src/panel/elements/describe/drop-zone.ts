import { LitElement, css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { DESCRIBE } from "../../words/describe.ts";
import { shared } from "../styles.ts";
import { ReferenceEvent } from "./events.ts";

/**
 * Lies over the panel while a file is dragged over it, and takes what is dropped. The whole window
 * takes it: a browser would otherwise open the file in place of the panel.
 */
@customElement("nd-drop-zone")
export class DropZone extends LitElement {
  /** Whether something lies over the panel, which takes no files. */
  @property({ type: Boolean }) closed = false;

  /** Whether a file is over the panel. */
  @state() isOver = false;

  static override styles = [
    shared,
    css`
      .zone {
        position: absolute;
        inset: 0;
        z-index: 2;
        display: grid;
        gap: 4px;
        place-content: center;
        padding: 16px;
        border: 2px dashed var(--nd-best);
        background: color-mix(in srgb, var(--spectrum-gray-100) 92%, transparent);
        text-align: center;
        pointer-events: none;
      }
      b {
        font-size: 14px;
        line-height: 18px;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    for (const type of ["dragenter", "dragover"]) window.addEventListener(type, this.over);
    window.addEventListener("dragleave", this.left);
    window.addEventListener("drop", this.dropped);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const type of ["dragenter", "dragover"]) window.removeEventListener(type, this.over);
    window.removeEventListener("dragleave", this.left);
    window.removeEventListener("drop", this.dropped);
  }

  protected override render() {
    if (!this.isOver || this.closed) return nothing;
    return html`<div class="zone">
      <b>${DESCRIBE.drop}</b>
      <p class="quiet">${DESCRIBE.dropNext}</p>
    </div>`;
  }

  private readonly over = (event: Event): void => {
    if (!(event instanceof DragEvent) || !holdsFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer !== null) {
      event.dataTransfer.dropEffect = this.closed ? "none" : "copy";
    }
    this.isOver = true;
  };

  /** Only what leaves the window has left: between elements of the page there is always another. */
  private readonly left = (event: DragEvent): void => {
    if (event.relatedTarget === null) this.isOver = false;
  };

  private readonly dropped = (event: DragEvent): void => {
    this.isOver = false;
    if (!holdsFiles(event)) return;
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    if (!this.closed) this.dispatchEvent(new ReferenceEvent(files));
  };
}

/** A row that is dragged to the editor is no file. */
const holdsFiles = ({ dataTransfer }: DragEvent): boolean =>
  dataTransfer?.types.includes("Files") ?? false;
