import { fileAddressOf, pageOf, type Track } from "../../../contract/track.ts";
import { hostOf } from "../../../shared/download/address.ts";
import type { Arrival } from "../../downloads/downloads.ts";
import type { Action } from "../../model/keys.ts";
import { DOWNLOADS } from "../../words/downloads.ts";
import "../results/arrival-line.ts";
import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { SearchResult } from "../../../contract/search.ts";
import "./credit-line.ts";
import { ActEvent } from "../events.ts";
import { TEXT, remoteText } from "../../words/messages.ts";
import { titleText } from "../../words/results.ts";
import { shared } from "../styles.ts";

/** Stands in for the player where the selected track is remote: the way to it. */
@customElement("nd-remote-bar")
export class RemoteBar extends LitElement {
  @property({ attribute: false }) result!: SearchResult;
  /** Hosts that the editor may download from. */
  @property({ attribute: false }) downloadHosts: readonly string[] = [];
  /** How far the track is on its way, if it is. */
  @property({ attribute: false }) arrival: Arrival | null = null;

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 4px 8px;
        align-content: start;
        align-items: center;
        padding: 8px;
        border-block-start: 1px solid var(--spectrum-gray-300);
        background: var(--nd-raised);
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        justify-content: flex-end;
      }
      .wide {
        grid-column: 1 / -1;
      }
    `,
  ];

  protected override render() {
    const { track } = this.result;
    return html`
      <div class="wide line" title="${track.title} · ${track.artist}">
        <bdi><b>${titleText(track.title)}</b></bdi> <bdi class="quiet">${track.artist}</bdi>
      </div>
      <nd-credit-line class="wide" .licence=${track.licence}></nd-credit-line>
      ${this.arrival === null ? this.renderWays(track) : this.renderArrival(this.arrival)}
    `;
  }

  private renderWays(track: Track) {
    const isGettable = this.downloadHosts.includes(hostOf(fileAddressOf(track) ?? ""));
    return html`
      <div class="quiet">${remoteText(track, this.downloadHosts)}</div>
      <div class="buttons">
        ${
          pageOf(track) === null
            ? nothing
            : this.renderButton("open-page", TEXT.openPage, isGettable ? "secondary" : "accent")
        }
        ${isGettable ? this.renderButton("get", DOWNLOADS.get, "accent") : nothing}
      </div>
    `;
  }

  private renderArrival(arrival: Arrival) {
    return html`
      <nd-arrival .arrival=${arrival}></nd-arrival>
      ${
        arrival.step === "embedding"
          ? nothing
          : this.renderButton("cancel-get", DOWNLOADS.cancel, "secondary")
      }
    `;
  }

  private renderButton(action: Action, text: string, variant: "accent" | "secondary") {
    return html`<sp-button
      size="s"
      data-act=${action}
      variant=${variant}
      treatment=${variant === "accent" ? "fill" : "outline"}
      @mousedown=${(event: MouseEvent) => event.preventDefault()}
      @click=${() => this.dispatchEvent(new ActEvent(action, this.result))}
      >${text}</sp-button
    >`;
  }
}
