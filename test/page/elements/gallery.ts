import { LitElement, css, html } from "lit";
import { customElement } from "lit/decorators.js";
import { panelStyles } from "../../../src/panel/elements/panel-styles.ts";
import { shared } from "../../../src/panel/elements/styles.ts";
import { ELEMENT_STATES, type ElementState } from "./element-states.ts";
import { PANEL_STATES } from "./panel-states.ts";

/** Every element in every state, light beside dark, and then the whole panel. */
@customElement("nd-gallery")
export class Gallery extends LitElement {
  static override styles = [
    shared,
    panelStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(680px, 1fr));
        gap: 24px;
        padding: 24px;
        color: CanvasText;
      }
      h2 {
        margin: 0 0 6px;
        font-size: 13px;
      }
      .themes {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: 8px;
      }
      main {
        display: block;
        block-size: auto;
        padding: 4px;
      }
      iframe {
        inline-size: 100%;
        block-size: 640px;
        border: 1px solid gray;
      }
    `,
  ];

  protected override render() {
    return html`
      ${ELEMENT_STATES.map((one) => this.renderElement(one))}
      ${Object.keys(PANEL_STATES).map((name) => this.renderPanel(name))}
    `;
  }

  private renderElement({ element, state, shown }: ElementState) {
    return html`<section>
      <h2>${element} ${state}</h2>
      <div class="themes">
        ${["light", "dark"].map(
          (color) =>
            html`<sp-theme system="spectrum" color=${color} scale="medium">
              <main>${shown}</main>
            </sp-theme>`,
        )}
      </div>
    </section>`;
  }

  /** In a frame of its own: its sheets and keys take the whole page. */
  private renderPanel(name: string) {
    return html`<section>
      <h2>needledrop-panel ${name}</h2>
      <div class="themes">
        ${["light", "dark"].map(
          (theme) =>
            html`<iframe loading="lazy" title=${name} src="index.html?${name}&${theme}"></iframe>`,
        )}
      </div>
    </section>`;
  }
}
