import { LitElement, css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { isLocalResult, type SearchResult } from "../../contract/engine.ts";
import { DragOutEvent, SelectEvent } from "./events.ts";
import { TEXT, resultLabel } from "../words/messages.ts";
import type { RowView } from "../model/panel-view.ts";
import "./result-row.ts";
import { shared } from "./styles.ts";

/** The results as a listbox: one of them is selected and, by Tab, the one that takes the focus. */
@customElement("nd-result-list")
export class ResultList extends LitElement {
  @property({ attribute: false }) rows: readonly RowView[] = [];
  @property() selectedId = "";
  /** Whether rows can be dragged to the editor. */
  @property({ type: Boolean, attribute: "draggable-rows" }) draggableRows = false;

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
        this.rows,
        ({ result }) => result.track.id,
        (row) => this.renderRow(row),
      )}
    </div>`;
  }

  private renderRow({ result, peaks, playback, insertable }: RowView) {
    const { id } = result.track;
    const selected = id === this.selectedId;
    return html`<nd-result-row
      role="option"
      aria-label=${resultLabel(result)}
      aria-selected=${selected}
      tabindex=${selected ? 0 : -1}
      draggable=${String(this.draggableRows && insertable)}
      data-track=${id}
      .result=${result}
      .peaks=${peaks}
      .playback=${playback}
      .insertable=${insertable}
      @focus=${() => this.dispatchEvent(new SelectEvent(result))}
      @click=${() => this.dispatchEvent(new SelectEvent(result))}
      @dragstart=${(event: DragEvent) => this.beginDrag(result, event)}
    ></nd-result-row>`;
  }

  private beginDrag(result: SearchResult, event: DragEvent): void {
    if (event.dataTransfer !== null && isLocalResult(result)) {
      this.dispatchEvent(new DragOutEvent(result, event.dataTransfer));
    }
  }
}
