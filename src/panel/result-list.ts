import { LitElement, css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { SearchResult } from "../contract/engine.ts";
import { SelectEvent } from "./events.ts";
import { isLocalResult, type LocalResult } from "./local-result.ts";
import { TEXT, resultLabel } from "./messages.ts";
import type { Playback } from "./player.ts";
import "./result-row.ts";
import { shared } from "./styles.ts";

/** Writes into a drag what dropping this result means. */
export type FillDrag = (result: LocalResult, data: DataTransfer) => void;

/** The results as a listbox: one of them is selected and, by Tab, the one that takes the focus. */
@customElement("nd-result-list")
export class ResultList extends LitElement {
  @property({ attribute: false }) results: readonly SearchResult[] = [];
  @property() selectedId = "";
  @property({ attribute: false }) peaksOf: (trackId: string) => Uint8Array | null = () => null;
  @property({ attribute: false }) playback: Playback | null = null;
  @property({ attribute: false }) canInsert: (result: SearchResult) => boolean = () => false;
  /** Null while rows cannot be dragged to the editor. */
  @property({ attribute: false }) fillDrag: FillDrag | null = null;

  static override styles = [
    shared,
    css`
      :host {
        display: block;
        container-type: inline-size;
      }
    `,
  ];

  /** Moves the focus to the selected result, when what was set last has been drawn. */
  async focusSelected(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }

  protected override render() {
    return html`<div role="listbox" aria-label=${TEXT.results}>
      ${repeat(
        this.results,
        ({ track }) => track.id,
        (result) => this.renderRow(result),
      )}
    </div>`;
  }

  private renderRow(result: SearchResult) {
    const { id } = result.track;
    const selected = id === this.selectedId;
    return html`<nd-result-row
      role="option"
      aria-label=${resultLabel(result)}
      aria-selected=${selected}
      tabindex=${selected ? 0 : -1}
      draggable=${String(this.fillDrag !== null && this.canInsert(result))}
      data-track=${id}
      .result=${result}
      .peaks=${this.peaksOf(id)}
      .playback=${this.playback?.result?.track.id === id ? this.playback : null}
      .insertable=${this.canInsert(result)}
      @focus=${() => this.dispatchEvent(new SelectEvent(result))}
      @click=${() => this.dispatchEvent(new SelectEvent(result))}
      @dragstart=${(event: DragEvent) => this.beginDrag(result, event)}
    ></nd-result-row>`;
  }

  private beginDrag(result: SearchResult, event: DragEvent): void {
    if (event.dataTransfer !== null && isLocalResult(result))
      this.fillDrag?.(result, event.dataTransfer);
  }
}
