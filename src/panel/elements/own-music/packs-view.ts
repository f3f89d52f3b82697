import { LitElement, html, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { AddedPack } from "../../../contract/pack.ts";
import { packTerms } from "../../../shared/pack-terms.ts";
import type { PackShelfState } from "../../packs/pack-shelf.ts";
import { PACKS, addingText, packText } from "../../words/packs.ts";
import { AddPackEvent, RemovePackEvent } from "../events.ts";
import { sheetStyles } from "../sheet-styles.ts";
import { shared } from "../styles.ts";

/** The packs that the editor added: what they are, their licences, and a way to add one. */
@customElement("nd-packs")
export class PacksView extends LitElement {
  @property({ attribute: false }) state!: PackShelfState;
  /** Whether the editing application asks for folders; else the browser does. */
  @property({ type: Boolean }) asksHost = false;

  @query("input") private readonly picker!: HTMLInputElement;

  static override styles = [shared, sheetStyles];

  protected override render() {
    const { packs, adding, error } = this.state;
    return html`<section class="part">
      <h2>${PACKS.title}</h2>
      <p class="quiet">${PACKS.lead}</p>
      ${error === null ? nothing : html`<p class="failed" role="alert">${error.message}</p>`}
      ${adding === null ? this.renderAdd() : renderAdding(adding.name, adding.done)}
      ${
        packs.length === 0
          ? html`<p class="quiet">${PACKS.none}</p>`
          : html`<ul aria-label=${PACKS.title}>
              ${packs.map((pack) => this.renderPack(pack))}
            </ul>`
      }
    </section>`;
  }

  private renderAdd() {
    return html`<div class="buttons">
      <sp-button
        data-add-pack
        size="s"
        variant="secondary"
        treatment="outline"
        title=${PACKS.addHelp}
        @click=${this.add}
        >${PACKS.add}</sp-button
      >
      <input
        type="file"
        webkitdirectory
        multiple
        tabindex="-1"
        aria-label=${PACKS.add}
        @change=${this.picked}
      />
    </div>`;
  }

  private renderPack({ hash, id, licence, bytes, tracks, problem }: AddedPack) {
    const terms = packTerms(licence);
    return html`<li class="row" data-pack=${hash}>
      <div>
        <h3>${id}</h3>
        <p class="quiet">${packText(licence, bytes, tracks)}</p>
        ${terms === null ? nothing : html`<p class="quiet">${terms}</p>`}
        ${problem === undefined ? nothing : html`<p class="failed" role="alert">${problem}</p>`}
      </div>
      <sp-action-button
        size="s"
        title=${PACKS.removeHelp}
        @click=${() => this.dispatchEvent(new RemovePackEvent(hash))}
        >${PACKS.remove}</sp-action-button
      >
    </li>`;
  }

  private readonly add = (): void => {
    if (this.asksHost) this.dispatchEvent(new AddPackEvent(null));
    else this.picker.click();
  };

  private readonly picked = (): void => {
    const files = [...(this.picker.files ?? [])];
    // The same folder can be chosen again.
    this.picker.value = "";
    this.dispatchEvent(new AddPackEvent(files));
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
