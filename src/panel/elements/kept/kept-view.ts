import { LitElement, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { KeptRequest } from "../../kept/requests.ts";
import type { KeptView } from "../../kept/kept-view.ts";
import { EMPTY, KEPT, removeText } from "../../words/kept.ts";
import type { InSightEvent } from "../results/events.ts";
import type { ResultList } from "../results/result-list.ts";
import "../results/result-list.ts";
import { shared } from "../styles.ts";
import "./collection-form.ts";
import type { NamedEvent } from "./collection-form.ts";
import { KeptEvent } from "./events.ts";
import { keptStyles } from "./kept-styles.ts";
import "./kept-files.ts";
import "./kept-tools.ts";

/** What is kept: the lists, and the tracks of the one that is open. */
@customElement("nd-kept")
export class KeptTabView extends LitElement {
  @property({ attribute: false }) kept!: KeptView;
  @property({ type: Boolean, attribute: "draggable-rows" }) draggableRows = false;

  /** Whether a new collection is being named. */
  @state() private isNaming = false;

  @query("nd-result-list") private readonly list!: ResultList | null;
  @query("nav [aria-current=true]") private readonly open!: HTMLElement | null;

  static override styles = [shared, keptStyles];

  /** How many whole rows are in sight; at least 1. */
  get rowsInSight(): number {
    return this.list?.rowsInSight ?? 1;
  }

  /** Shows the first rows. */
  showFromTop(): void {
    this.list?.showFromTop();
  }

  /** Moves the focus to the selected track, or to the open list where there is none. */
  async focusSelected(): Promise<void> {
    await this.updateComplete;
    if (this.list === null) this.open?.focus();
    else await this.list.focusSelected();
  }

  protected override render() {
    return html`<div class="kept">
      ${this.renderLists()}
      <div class="tracks">
        ${this.isNaming ? this.renderForm() : nothing}
        <nd-kept-tools .kept=${this.kept}></nd-kept-tools>
        ${this.renderMessages()} ${this.renderTracks()} ${this.renderGone()}
      </div>
    </div>`;
  }

  private renderLists() {
    const { lists, shown } = this.kept;
    return html`<nav aria-label=${KEPT.lists}>
      <div class="lists">
        ${lists.map(
          ({ list, name, count }) =>
            html`<button
              type="button"
              aria-current=${list === shown}
              title=${name}
              @click=${() => this.ask({ do: "open", list })}
            >
              <span class="line">${name}</span>
              ${count === null ? nothing : html`<span class="digits quiet">${count}</span>`}
            </button>`,
        )}
      </div>
      <div class="more">
        <button
          type="button"
          title=${KEPT.newCollectionHelp}
          aria-expanded=${this.isNaming}
          @click=${() => (this.isNaming = !this.isNaming)}
        >
          ${KEPT.newCollection}…
        </button>
        <nd-kept-files></nd-kept-files>
      </div>
    </nav>`;
  }

  private renderForm() {
    return html`<nd-collection-form
      .project=${this.kept.project}
      @nd-named=${({ name, forProject }: NamedEvent) => {
        this.isNaming = false;
        if (name !== "") this.ask({ do: "make", name, forProject, tag: null });
      }}
    ></nd-collection-form>`;
  }

  private renderMessages() {
    const { removed, problem, note } = this.kept;
    return html`
      ${
        removed === null
          ? nothing
          : html`<div class="line-of" role="status">
              <p>${removed}</p>
              <sp-action-button size="s" @click=${() => this.ask({ do: "undo" })}
                >${KEPT.undo}</sp-action-button
              >
            </div>`
      }
      ${
        problem === null
          ? nothing
          : html`<div class="line-of problem"><p>${problem.what} ${KEPT.lasts}</p></div>`
      }
      ${note === null ? nothing : html`<div class="line-of quiet"><p>${note}</p></div>`}
    `;
  }

  private renderTracks() {
    const { rows, selectedAt, gone, isLooking, isEmpty, shown } = this.kept;
    if (rows.count > 0) {
      return html`<nd-result-list
        .rows=${rows}
        .selectedAt=${selectedAt}
        ?draggable-rows=${this.draggableRows}
        @nd-in-sight=${this.looked}
      ></nd-result-list>`;
    }
    if (isLooking) return html`<p class="empty quiet" role="status">${KEPT.looking}</p>`;
    if (!isEmpty && gone.length > 0) return nothing;
    const [lead, help] = EMPTY[shown.startsWith("collection:") ? "collection" : (shown as "used")];
    return html`<div class="empty">
      <h2>${lead}</h2>
      <p class="quiet">${help}</p>
    </div>`;
  }

  private renderGone() {
    const { gone, shown } = this.kept;
    if (gone.length === 0) return nothing;
    return html`<section class="gone">
      <h3>${KEPT.gone}</h3>
      <p class="quiet">${KEPT.goneHelp}</p>
      <ul>
        ${gone.map(
          ({ trackId, title, artist }) =>
            html`<li>
              <span class="line" title="${title} · ${artist}">${title} · ${artist}</span>
              ${
                shown === "used"
                  ? nothing
                  : html`<sp-action-button
                      quiet
                      size="xs"
                      label=${removeText(title)}
                      title=${removeText(title)}
                      @click=${() => this.ask({ do: "remove", trackId })}
                      >${KEPT.remove}</sp-action-button
                    >`
              }
            </li>`,
        )}
      </ul>
    </section>`;
  }

  /** The list's own listener is for the results of a search. */
  private readonly looked = (event: InSightEvent): void => {
    event.stopPropagation();
    this.ask({ do: "look", from: event.from, to: event.to });
  };

  private ask(request: KeptRequest): void {
    this.dispatchEvent(new KeptEvent(request));
  }
}
