import { LitElement, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { DownloadSettings } from "../../../contract/download.ts";
import { DOWNLOADS, trustedText } from "../../words/downloads.ts";
import { ActEvent, AskAgainEvent } from "../events.ts";
import { sheetStyles } from "../sheet-styles.ts";
import { shared } from "../styles.ts";

/** Where downloads go, and which hosts are not asked about any more. */
@customElement("nd-download-settings")
export class DownloadSettingsView extends LitElement {
  @property({ attribute: false }) settings!: DownloadSettings;

  static override styles = [shared, sheetStyles];

  protected override render() {
    const { folder, trusted } = this.settings;
    return html`<section class="part">
      <h3>${DOWNLOADS.heading}</h3>
      <p>${DOWNLOADS.lead}</p>
      <div class="row">
        <span class="quiet">${folder?.path ?? DOWNLOADS.noFolder}</span>
        <sp-action-button
          size="s"
          data-act="choose-downloads"
          title=${DOWNLOADS.chooseHelp}
          @click=${() => this.dispatchEvent(new ActEvent("choose-downloads"))}
          >${DOWNLOADS.choose}</sp-action-button
        >
      </div>
      ${trusted.map(
        (host) =>
          html`<div class="row">
            <span class="quiet">${trustedText(host)}</span>
            <sp-action-button
              size="s"
              data-host=${host}
              @click=${() => this.dispatchEvent(new AskAgainEvent(host))}
              >${DOWNLOADS.askAgain}</sp-action-button
            >
          </div>`,
      )}
    </section>`;
  }
}
