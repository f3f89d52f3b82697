import { LitElement, css, html } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { TEXT } from "../words/messages.ts";
import { shared } from "./styles.ts";
import { CloseSheetEvent } from "./events.ts";

/**
 * A sheet over the panel, open as long as it is in the page. What is in it scrolls; notices stand
 * below, since those of the panel itself would lie behind it.
 */
@customElement("nd-sheet")
export class SheetFrame extends LitElement {
  @property() heading = "";

  @query("dialog") private readonly dialog!: HTMLDialogElement;
  @query(".content") private readonly content!: HTMLElement;

  static override styles = [
    shared,
    css`
      dialog {
        inline-size: min(460px, calc(100vw - 24px));
        max-block-size: calc(100vh - 24px);
        padding: 0;
        border: 1px solid var(--spectrum-gray-400);
        border-radius: 6px;
        background: var(--nd-raised);
        color: inherit;
      }
      dialog[open] {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        grid-template-rows: auto minmax(0, 1fr) auto;
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 50%);
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        padding: 10px 8px 6px 12px;
      }
      h2 {
        margin: 0;
        font-size: 14px;
        line-height: 18px;
      }
      .content {
        padding: 2px 12px 12px;
        overflow: hidden auto;
      }
      .content:focus-visible {
        outline: none;
      }
    `,
  ];

  /** Gives the focus back to where it was. */
  close(): void {
    this.dialog.close();
  }

  protected override firstUpdated(): void {
    this.dialog.showModal();
    void this.giveFocus();
  }

  /** To what in the content asks for it, else to the content itself, so that arrow keys scroll it. */
  private async giveFocus(): Promise<void> {
    const wanted = this.querySelector<LitElement>("[data-focus]");
    await wanted?.updateComplete;
    (wanted ?? this.content).focus();
  }

  protected override render() {
    return html`<dialog aria-label=${this.heading} @close=${this.closed}>
      <header>
        <h2>${this.heading}</h2>
        <sp-action-button quiet size="s" label=${TEXT.close} @click=${() => this.close()}
          ><sp-icon-close slot="icon"></sp-icon-close
        ></sp-action-button>
      </header>
      <div class="content" tabindex="0"><slot></slot></div>
      <slot name="notice"></slot>
    </dialog>`;
  }
  private readonly closed = (event: Event): void => {
    // Notices on the sheet are closed too, and say so up to here.
    if (event.target === event.currentTarget) this.dispatchEvent(new CloseSheetEvent());
  };
}
