import { LitElement, html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { isLocalResult, type SearchResult } from "../../../contract/search.ts";
import type { RowSource } from "../../model/results-view.ts";
import { RESULTS, rowDescription, trackName } from "../../words/results.ts";
import { DragOutEvent, SelectEvent } from "../events.ts";
import { shared } from "../styles.ts";
import { InSightEvent, MoreEvent } from "./events.ts";
import { listStyles } from "./result-list-styles.ts";
import "./result-row.ts";
import { ROW_HEIGHT, WIDE } from "./result-row-styles.ts";
import { assignSlots, type Slot } from "./slots.ts";

/** Rows that are kept drawn on either side of those in sight. */
const BEYOND = 4;
const NO_ROWS: RowSource = { count: 0, at: () => null };

/**
 * Tracks as a listbox that scrolls: one is selected and, by Tab, the one that takes the focus. Only
 * the rows in sight are drawn, and the selected one, so that it keeps the focus.
 */
@customElement("nd-result-list")
export class ResultList extends LitElement {
  @property({ attribute: false }) rows: RowSource = NO_ROWS;
  /** The place of the selected track; null if it is not listed. */
  @property({ attribute: false }) selectedAt: number | null = null;
  /** How many tracks there are, where more can be listed. */
  @property({ type: Number }) total = 0;
  /** Whether rows can be dragged to the editor. */
  @property({ type: Boolean, attribute: "draggable-rows" }) draggableRows = false;

  @state() private width = 0;
  @state() private height = 0;
  /** Place of the first row in sight. */
  @state() private first = 0;
  /** How far it is scrolled, as last told: to ask the element would make it lay out anew. */
  private offset = 0;
  private slots: readonly Slot[] = [];
  private told = "";
  private readonly sized = new ResizeObserver(() => this.measure());

  static override styles = [shared, listStyles];

  /** How many whole rows are in sight; at least 1. */
  get rowsInSight(): number {
    return Math.max(1, Math.floor(this.height / this.rowHeight));
  }

  /** Moves the focus to the selected result, when what was set last has been drawn. */
  async focusSelected(): Promise<void> {
    await this.updateComplete;
    const selected = this.renderRoot.querySelector<HTMLElement>('[aria-selected="true"]');
    selected?.focus({ preventScroll: true });
  }

  /** Shows the first rows, drawn by elements in their order. */
  showFromTop(): void {
    this.slots = [];
    if (this.offset > 0) this.scrollToOffset(0);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.sized.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sized.disconnect();
  }

  constructor() {
    super();
    this.addEventListener("scroll", this.scrolled, { passive: true });
  }

  protected override willUpdate(): void {
    const { first, rowsInSight, rows, selectedAt } = this;
    const from = Math.max(0, first - BEYOND);
    const to = Math.min(rows.count, first + rowsInSight + 1 + BEYOND);
    const wanted = Array.from({ length: Math.max(0, to - from) }, (_, more) => from + more);
    const isApart = selectedAt !== null && selectedAt < rows.count && !wanted.includes(selectedAt);
    this.slots = assignSlots(this.slots, isApart ? [...wanted, selectedAt] : wanted);
  }

  protected override render() {
    const { rows, rowHeight, total } = this;
    return html`<div
        role="listbox"
        aria-label=${RESULTS.list}
        style="block-size:${rows.count * rowHeight}px"
      >
        ${repeat(
          this.slots,
          ({ key }) => key,
          ({ place }) => this.renderRow(place),
        )}
      </div>
      ${total > rows.count ? this.renderMore() : nothing}`;
  }

  protected override firstUpdated(): void {
    this.measure();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("selectedAt")) this.bringIntoSight();
    const [from, to] = [this.first, Math.min(this.rows.count, this.first + this.rowsInSight + 1)];
    const told = `${from} ${to}`;
    if (told === this.told || to <= from) return;
    this.told = told;
    this.dispatchEvent(new InSightEvent(from, to));
  }

  private renderRow(place: number) {
    const row = this.rows.at(place);
    const selected = place === this.selectedAt;
    return html`<nd-result-row
      role="option"
      aria-label=${row === null ? RESULTS.loading : trackName(row.result.track)}
      aria-description=${row === null ? "" : rowDescription(row.result, row.note)}
      aria-selected=${selected}
      aria-disabled=${row === null}
      aria-setsize=${this.rows.count}
      aria-posinset=${place + 1}
      tabindex=${selected ? 0 : -1}
      draggable=${String(this.draggableRows && row?.draggable === true)}
      data-track=${row?.result.track.id ?? nothing}
      style="transform:translateY(${place * this.rowHeight}px)"
      .row=${row}
      ?selected=${selected}
      @focus=${() => this.select(row?.result)}
      @click=${() => this.select(row?.result)}
      @dragstart=${(event: DragEvent) => this.beginDrag(row?.result, event)}
    ></nd-result-row>`;
  }

  private renderMore() {
    return html`<sp-button
      class="more"
      size="s"
      variant="secondary"
      treatment="outline"
      @click=${this.showMore}
      >${RESULTS.more(this.total)}</sp-button
    >`;
  }

  /** The button is gone then, and its focus would be. */
  private readonly showMore = (): void => {
    this.dispatchEvent(new MoreEvent());
    void this.focusSelected();
  };

  private get rowHeight(): number {
    return this.width >= WIDE ? ROW_HEIGHT.wide : ROW_HEIGHT.narrow;
  }

  private measure(): void {
    const isResized = this.height !== this.clientHeight || this.width !== this.clientWidth;
    const wasInSight = isResized && this.isSelectedInSight;
    this.width = this.clientWidth;
    this.height = this.clientHeight;
    if (wasInSight) void this.updateComplete.then(() => this.bringIntoSight());
    this.scrolled();
  }

  private readonly scrolled = (): void => {
    this.offset = this.scrollTop;
    this.first = Math.floor(this.offset / this.rowHeight);
  };

  private scrollToOffset(offset: number): void {
    this.scrollTop = offset;
    this.offset = offset;
    this.first = Math.floor(offset / this.rowHeight);
  }

  /** Whether it was, at the size that was measured last. */
  private get isSelectedInSight(): boolean {
    if (this.selectedAt === null) return false;
    const top = this.selectedAt * this.rowHeight;
    return top + this.rowHeight > this.offset && top < this.offset + this.height;
  }

  private bringIntoSight(): void {
    const { selectedAt, rowHeight, offset, height } = this;
    if (selectedAt === null || height === 0) return;
    const top = selectedAt * rowHeight;
    if (top < offset) this.scrollToOffset(top);
    else if (top + rowHeight > offset + height) this.scrollToOffset(top + rowHeight - height);
  }

  private select(result: SearchResult | undefined): void {
    if (result !== undefined) this.dispatchEvent(new SelectEvent(result));
  }

  private beginDrag(result: SearchResult | undefined, event: DragEvent): void {
    if (event.dataTransfer !== null && result !== undefined && isLocalResult(result)) {
      this.dispatchEvent(new DragOutEvent(result, event.dataTransfer));
    }
  }
}
