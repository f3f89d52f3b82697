import { LitElement, css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { LocalResult } from "../../../contract/search.ts";
import { PLAYER } from "../../words/player.ts";
import { ActEvent, SelectEvent } from "../events.ts";
import { shared } from "../styles.ts";

/**
 * Says that another track than the selected one sounds: far from all that edits, and in a place that
 * is there anyway, so that nothing moves.
 */
@customElement("nd-playing-line")
export class PlayingLine extends LitElement {
  @property({ attribute: false }) result!: LocalResult;

  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        align-items: center;
        min-inline-size: 0;
        font-size: 11px;
      }
      button {
        display: flex;
        gap: 4px;
        align-items: center;
        block-size: 20px;
        min-inline-size: 0;
        padding: 0 4px;
        border: 0;
        border-radius: 4px;
        background: none;
        color: inherit;
        font: inherit;
        cursor: pointer;
      }
      button:hover {
        background: var(--spectrum-gray-300);
      }
      button > :not(.line),
      .stop {
        flex: none;
      }
    `,
  ];

  protected override render() {
    const { title } = this.result.track;
    return html`
      <button
        type="button"
        aria-label=${PLAYER.selectOther(title)}
        title=${PLAYER.selectOther(title)}
        @click=${() => this.dispatchEvent(new SelectEvent(this.result))}
      >
        <sp-icon-volume-two size="s" aria-hidden="true"></sp-icon-volume-two>
        <span class="line">${PLAYER.playing(title)}</span>
      </button>
      <button
        type="button"
        class="stop"
        aria-label=${PLAYER.stopOther(title)}
        title=${PLAYER.stopOther(title)}
        @click=${() => this.dispatchEvent(new ActEvent("stop"))}
      >
        <sp-icon-stop size="s" aria-hidden="true"></sp-icon-stop>
      </button>
    `;
  }
}
