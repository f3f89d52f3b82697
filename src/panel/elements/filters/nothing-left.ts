import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { FilterName } from "../../../contract/filters.ts";
import type { FiltersView } from "../../filters/filters-view.ts";
import type { Chip } from "../../model/panel-view.ts";
import { withKey } from "../../model/keyboard.ts";
import { FILTERS, dropText, nothingFitsText } from "../../words/filters.ts";
import { TEXT } from "../../words/messages.ts";
import { removeText } from "../../words/understood.ts";
import { ActEvent, TakeBackEvent } from "../events.ts";
import { message, shared } from "../styles.ts";
import { DropFilterEvent } from "./events.ts";

/**
 * Stands where results would be if filters had left any: names what nothing fits, the one to drop
 * first, and takes each of them off.
 */
@customElement("nd-nothing-left")
export class NothingLeft extends LitElement {
  @property({ attribute: false }) filters!: FiltersView;
  /** What was understood of the description and leaves tracks out. */
  @property({ attribute: false }) chips: readonly Chip[] = [];

  static override styles = [
    shared,
    message,
    css`
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        margin-block-start: 6px;
      }
    `,
  ];

  protected override render() {
    const { set } = this.filters;
    const isLocalAlone = set.length === 1 && set[0]?.name === "playable" && this.chips.length === 0;
    const all = [...this.chips, ...set].map(({ text }) => text);
    return html`
      <h2>${isLocalAlone ? FILTERS.noLocalResults : TEXT.noResults}</h2>
      <p class="quiet">${isLocalAlone ? FILTERS.noLocalResultsNext : nothingFitsText(all)}</p>
      <div class="buttons">
        ${this.renderBest()}
        ${this.chips.map(({ text, phrases }) =>
          this.renderButton(removeText(text), () => new TakeBackEvent(phrases)),
        )}
        ${set.map(({ name, text }) => this.renderDrop(name, text))}
        ${
          set.length + this.chips.length < 2 || set.length === 0
            ? nothing
            : html`<sp-button
                size="s"
                variant="secondary"
                treatment="outline"
                title=${withKey(FILTERS.resetHelp, "reset-filters")}
                @click=${() => this.dispatchEvent(new ActEvent("reset-filters"))}
                >${FILTERS.reset}</sp-button
              >`
        }
      </div>
    `;
  }

  /** The one without which most is left. */
  private renderBest() {
    const { emptiedBy } = this.filters;
    if (emptiedBy === null) return nothing;
    const { name, text, leaves } = emptiedBy;
    return html`<sp-button
      size="s"
      variant="accent"
      data-drop=${name}
      @click=${() => this.dispatchEvent(new DropFilterEvent(name))}
      >${name === "playable" ? FILTERS.showAll : dropText(text, leaves)}</sp-button
    >`;
  }

  private renderDrop(name: FilterName, text: string) {
    if (name === this.filters.emptiedBy?.name) return nothing;
    const label = name === "playable" ? FILTERS.showAll : removeText(text);
    return this.renderButton(label, () => new DropFilterEvent(name));
  }

  private renderButton(label: string, event: () => Event) {
    return html`<sp-button
      size="s"
      variant="primary"
      treatment="outline"
      @click=${() => this.dispatchEvent(event())}
      >${label}</sp-button
    >`;
  }
}
