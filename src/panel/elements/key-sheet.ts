import { LitElement, css, html } from "lit";
import { customElement } from "lit/decorators.js";
import { keySheet } from "../model/keyboard.ts";
import { SUBJECTS } from "../words/keys.ts";
import { shared } from "./styles.ts";

/** The keys and what they do; made from the registry, so it is never out of date. */
@customElement("nd-key-sheet")
export class KeySheet extends LitElement {
  static override styles = [
    shared,
    css`
      dl {
        display: grid;
        grid-template-columns: min(34%, 96px) minmax(0, 1fr);
        gap: 6px 12px;
        margin: 0;
      }
      h3 {
        margin: 12px 0 4px;
        font-size: 12px;
        color: var(--spectrum-gray-700);
      }
      h3:first-of-type {
        margin-block-start: 0;
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
    return html`${keySheet().map(
      ({ subject, rows }) =>
        html`<h3>${SUBJECTS[subject]}</h3>
          <dl>
            ${rows.map(
              ({ shown, does }) =>
                html`<dt>${shown}</dt>
                  <dd>${does}</dd>`,
            )}
          </dl>`,
    )}`;
  }
}
