import { LitElement, css, html } from "lit";
import { customElement } from "lit/decorators.js";
import { keySheet } from "../model/keyboard.ts";
import { shared } from "./styles.ts";

/** The keys and what they do; made from the registry, so it is never out of date. */
@customElement("nd-key-sheet")
export class KeySheet extends LitElement {
  static override styles = [
    shared,
    css`
      dl {
        display: grid;
        grid-template-columns: fit-content(34%) minmax(0, 1fr);
        gap: 6px 12px;
        margin: 0;
      }
      dt {
        font-weight: 700;
      }
      dd {
        margin: 0;
      }
    `,
  ];

  protected override render() {
    return html`<dl>
      ${keySheet().map(
        ({ shown, does }) =>
          html`<dt>${shown}</dt>
            <dd>${does}</dd>`,
      )}
    </dl>`;
  }
}
