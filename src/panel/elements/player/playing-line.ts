import { LitElement, css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { LocalResult } from "../../../contract/search.ts";
import { trackName } from "../../words/results.ts";
import { PLAYER } from "../../words/player.ts";
import { ActEvent, SelectEvent } from "../events.ts";
import { shared } from "../styles.ts";

/** Says that another track than the selected one sounds. It stands apart from all that edits. */
@customElement("nd-playing-line")
export class PlayingLine extends LitElement {
  @property({ attribute: false }) result!: LocalResult;

  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        gap: 6px;
        align-items: center;
        padding: 2px 8px;
        border-block-start: 1px solid var(--spectrum-gray-300);
        font-size: 11px;
      }
      .line {
        flex: 1;
      }
      sp-action-button {
        flex: none;
      }
    `,
  ];

  protected override render() {
    const { track } = this.result;
    return html`
      <sp-icon-volume-two size="s" aria-hidden="true"></sp-icon-volume-two>
      <span class="line" title=${trackName(track)}>${PLAYER.playing(track.title)}</span>
      <sp-action-button
        size="xs"
        quiet
        title=${PLAYER.selectOther(track.title)}
        @click=${() => this.dispatchEvent(new SelectEvent(this.result))}
        >${PLAYER.select}</sp-action-button
      >
      <sp-action-button
        size="xs"
        quiet
        title=${PLAYER.stopOther(track.title)}
        @click=${() => this.dispatchEvent(new ActEvent("stop"))}
        >${PLAYER.stop}</sp-action-button
      >
    `;
  }
}
