import { LitElement, css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Tab } from "../model/panel-view.ts";
import { TABS } from "../words/messages.ts";
import { TabEvent } from "./events.ts";
import { shared } from "./styles.ts";

/** Chooses what stands below it: results, what was kept, or the map. */
@customElement("nd-tab-strip")
export class TabStrip extends LitElement {
  @property() tab: Tab = "results";

  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      [role="tablist"] {
        display: flex;
        gap: 2px 12px;
      }
      button {
        padding: 3px 2px;
        border: 0;
        border-block-end: 2px solid transparent;
        background: none;
        color: var(--spectrum-gray-700);
        font: inherit;
        cursor: pointer;
      }
      button:hover {
        color: var(--spectrum-gray-900);
      }
      button[aria-selected="true"] {
        border-block-end-color: var(--nd-best);
        color: var(--spectrum-gray-900);
        font-weight: 700;
      }
    `,
  ];

  protected override render() {
    return html`<div role="tablist" aria-label=${TABS.label} @keydown=${this.pressed}>
      ${(["results", "kept", "map"] as const).map(
        (tab) =>
          html`<button
            type="button"
            role="tab"
            aria-selected=${tab === this.tab}
            tabindex=${tab === this.tab ? 0 : -1}
            data-tab=${tab}
            @click=${() => this.dispatchEvent(new TabEvent(tab))}
          >
            ${TABS[tab]}
          </button>`,
      )}
    </div>`;
  }

  /** Arrows go from tab to tab, as in every strip of tabs. */
  private readonly pressed = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const tabs = [...this.renderRoot.querySelectorAll<HTMLButtonElement>("[data-tab]")];
    const at = tabs.findIndex((button) => button.dataset["tab"] === this.tab);
    const next = tabs[(at + by + tabs.length) % tabs.length];
    next?.focus();
    next?.click();
  };
}
