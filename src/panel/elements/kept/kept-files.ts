import { LitElement, css, html } from "lit";
import { customElement, query } from "lit/decorators.js";
import { KEPT } from "../../words/kept.ts";
import { shared } from "../styles.ts";
import { KeptEvent } from "./events.ts";

/** Saves all lists as a file, and takes in what such a file holds. */
@customElement("nd-kept-files")
export class KeptFiles extends LitElement {
  @query("input") private readonly field!: HTMLInputElement;

  static override styles = [
    shared,
    css`
      :host {
        display: flex;
      }
      input {
        display: none;
      }
    `,
  ];

  protected override render() {
    return html`<sp-action-button quiet size="s" title=${KEPT.exportHelp} @click=${this.save}
        >${KEPT.export}</sp-action-button
      >
      <sp-action-button quiet size="s" title=${KEPT.importHelp} @click=${() => this.field.click()}
        >${KEPT.import}</sp-action-button
      >
      <input
        type="file"
        accept=".json,application/json"
        aria-label=${KEPT.import}
        @change=${this.chosen}
      />`;
  }

  private readonly save = (): void => {
    this.dispatchEvent(new KeptEvent({ do: "export", all: true }));
  };

  private readonly chosen = (): void => {
    const [file] = this.field.files ?? [];
    this.field.value = ""; // So that the same file can be chosen again.
    if (file !== undefined) this.dispatchEvent(new KeptEvent({ do: "import", file }));
  };
}
