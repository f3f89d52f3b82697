import { LitElement, html, nothing } from "lit";
import { property, query } from "lit/decorators.js";
import { packTerms } from "../../../shared/pack-terms.ts";
import type { ModelShelfState, ShelfName } from "../../packs/model-shelf.ts";
import { addingText } from "../../words/packs.ts";
import { AddModelEvent, RemoveModelEvent } from "../events.ts";
import { sheetStyles } from "../sheet-styles.ts";
import { shared } from "../styles.ts";

/** A model that the editor added, as far as every shelf shows it. */
interface Model {
  readonly hash: string;
  readonly id: string;
  readonly licence: string;
  readonly problem?: string;
}

/** What a shelf says. */
interface ShelfWords {
  readonly title: string;
  readonly lead: string;
  readonly add: string;
  readonly addHelp: string;
  readonly none: string;
  readonly remove: string;
  readonly removeHelp: string;
}

/** Models that the editor added: what they are, their licences, and a way to add one. */
export abstract class ShelfView<T extends Model> extends LitElement {
  @property({ attribute: false }) state!: ModelShelfState<T>;
  /** Whether the editing application asks for folders; else the browser does. */
  @property({ type: Boolean }) asksHost = false;

  @query("input") private readonly picker!: HTMLInputElement;

  static override styles = [shared, sheetStyles];

  protected abstract readonly shelf: ShelfName;
  protected abstract readonly words: ShelfWords;
  /** What is to be said about a model, besides its name. */
  protected abstract about(model: T): string;

  protected override render() {
    const { added, adding, error } = this.state;
    const { title, lead, none } = this.words;
    return html`<section class="part">
      <h2>${title}</h2>
      <p class="quiet">${lead}</p>
      ${error === null ? nothing : html`<p class="failed" role="alert">${error.message}</p>`}
      ${adding === null ? this.renderAdd() : renderAdding(adding.name, adding.done)}
      ${
        added.length === 0
          ? html`<p class="quiet">${none}</p>`
          : html`<ul aria-label=${title}>
              ${added.map((model) => this.renderModel(model))}
            </ul>`
      }
    </section>`;
  }

  private renderAdd() {
    const { add, addHelp } = this.words;
    return html`<div class="buttons">
      <sp-button
        data-add-model
        size="s"
        variant="secondary"
        treatment="outline"
        title=${addHelp}
        @click=${this.add}
        >${add}</sp-button
      >
      <input
        type="file"
        webkitdirectory
        multiple
        tabindex="-1"
        aria-label=${add}
        @change=${this.picked}
      />
    </div>`;
  }

  private renderModel(model: T) {
    const { hash, id, licence, problem } = model;
    const { remove, removeHelp } = this.words;
    const terms = packTerms(licence);
    return html`<li class="row" data-model=${hash}>
      <div>
        <h3>${id}</h3>
        <p class="quiet">${this.about(model)}</p>
        ${terms === null ? nothing : html`<p class="quiet">${terms}</p>`}
        ${problem === undefined ? nothing : html`<p class="failed" role="alert">${problem}</p>`}
      </div>
      <sp-action-button
        size="s"
        title=${removeHelp}
        @click=${() => this.dispatchEvent(new RemoveModelEvent(this.shelf, hash))}
        >${remove}</sp-action-button
      >
    </li>`;
  }

  private readonly add = (): void => {
    if (this.asksHost) this.dispatchEvent(new AddModelEvent(this.shelf, null));
    else this.picker.click();
  };

  private readonly picked = (): void => {
    const files = [...(this.picker.files ?? [])];
    // The same folder can be chosen again.
    this.picker.value = "";
    this.dispatchEvent(new AddModelEvent(this.shelf, files));
  };
}

function renderAdding(name: string, done: number) {
  const text = addingText(name, done);
  return html`<p class="quiet" role="status">${text}</p>
    <sp-progress-bar
      size="s"
      aria-label=${text}
      progress=${Math.round(100 * done)}
    ></sp-progress-bar>`;
}
