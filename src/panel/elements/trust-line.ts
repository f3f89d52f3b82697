import { LitElement, css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { DownloadsState } from "../downloads/downloads.ts";
import type { EngineState } from "../loading/engine-session.ts";
import { withKey } from "../model/keyboard.ts";
import { SETTINGS } from "../words/settings.ts";
import { factsText, leavingText } from "../words/trust.ts";
import { ActEvent } from "./events.ts";
import { shared } from "./styles.ts";

/** The lowest line: what leaves the machine, what is searched and on what; and the way to the settings. */
@customElement("nd-trust-line")
export class TrustLine extends LitElement {
  @property({ attribute: false }) engine!: EngineState;
  @property({ attribute: false }) downloads!: DownloadsState;

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, auto) minmax(0, 1fr) auto;
        gap: 8px;
        align-items: center;
        block-size: 24px;
        padding-inline: 12px 4px;
        border-block-start: 1px solid var(--spectrum-gray-300);
        font-size: 11px;
      }
      .leaving {
        color: var(--nd-warning);
      }
    `,
  ];

  protected override render() {
    const { engine, downloads } = this;
    const { text, help, isLeaving } = leavingText(downloads);
    const facts = engine.name === "ready" ? factsText(engine.info) : "";
    return html`
      <span class="line ${isLeaving ? "leaving" : ""}" title=${help}>${text}</span>
      <span class="line quiet digits" title=${facts}>${facts}</span>
      <sp-action-button
        quiet
        size="xs"
        label=${SETTINGS.title}
        title=${withKey(SETTINGS.title, "settings")}
        @click=${() => this.dispatchEvent(new ActEvent("settings"))}
        ><sp-icon-settings slot="icon"></sp-icon-settings
      ></sp-action-button>
    `;
  }
}
