import { LitElement, css, html } from "lit";
import { customElement, query } from "lit/decorators.js";
import { keySheet } from "./keyboard.ts";
import { TEXT } from "./messages.ts";
import { shared } from "./styles.ts";

/** The keys, as a sheet over the panel; made from the registry, so it is never out of date. */
@customElement("nd-key-sheet")
export class KeySheet extends LitElement {
  @query("dialog") private readonly dialog!: HTMLDialogElement;

  static override styles = [
    shared,
    css`
      dialog {
        inline-size: min(340px, calc(100vw - 24px));
        max-block-size: calc(100vh - 24px);
        padding: 12px;
        border: 1px solid var(--spectrum-gray-400);
        border-radius: 6px;
        background: var(--nd-raised);
        color: inherit;
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 50%);
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        margin-block-end: 8px;
      }
      h2 {
        margin: 0;
        font-size: 14px;
      }
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 6px 12px;
        margin: 0;
      }
      dt {
        font-weight: 700;
        white-space: nowrap;
      }
      dd {
        margin: 0;
      }
    `,
  ];

  get isOpen(): boolean {
    return this.dialog.open;
  }

  toggle(): void {
    if (this.isOpen) this.dialog.close();
    else this.dialog.showModal();
  }

  protected override render() {
    return html`<dialog aria-label=${TEXT.keys}>
      <header>
        <h2>${TEXT.keys}</h2>
        <sp-action-button quiet size="s" label=${TEXT.closeKeys} @click=${() => this.dialog.close()}
          ><sp-icon-close slot="icon"></sp-icon-close
        ></sp-action-button>
      </header>
      <dl>
        ${keySheet().map(
          ({ shown, does }) =>
            html`<dt>${shown}</dt>
              <dd>${does}</dd>`,
        )}
      </dl>
    </dialog>`;
  }
}
