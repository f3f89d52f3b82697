import { pageOf } from "../../contract/track.ts";
import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { SearchResult } from "../../contract/engine.ts";
import "./credit-line.ts";
import { ActEvent } from "./events.ts";
import { TEXT, remoteText } from "../words/messages.ts";
import { shared } from "./styles.ts";

/** Stands in for the player where the selected track is remote: the way to it. */
@customElement("nd-remote-bar")
export class RemoteBar extends LitElement {
  @property({ attribute: false }) result!: SearchResult;

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 4px 8px;
        align-items: center;
        padding: 8px;
        border-block-start: 1px solid var(--spectrum-gray-300);
        background: var(--nd-raised);
      }
      .wide {
        grid-column: 1 / -1;
      }
    `,
  ];

  protected override render() {
    const { track } = this.result;
    const { attribution } = track.licence;
    return html`
      <div class="wide line" title="${track.title} · ${track.artist}">
        <b>${track.title}</b> <span class="quiet">${track.artist}</span>
      </div>
      ${attribution ? html`<nd-credit-line class="wide" .text=${attribution}></nd-credit-line>` : nothing}
      <div class="quiet">${remoteText(track)}</div>
      ${pageOf(track) === null ? nothing : this.renderButton()}
    `;
  }

  private renderButton() {
    return html`<sp-button
      size="s"
      variant="accent"
      @mousedown=${(event: MouseEvent) => event.preventDefault()}
      @click=${() => this.dispatchEvent(new ActEvent("open-page", this.result))}
      >${TEXT.openPage}</sp-button
    >`;
  }
}
