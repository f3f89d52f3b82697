import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Section } from "../../../contract/track.ts";
import { withKey } from "../../model/keyboard.ts";
import type { Action } from "../../model/keys.ts";
import { PLAYER, sectionText } from "../../words/player.ts";
import { ActEvent } from "../events.ts";
import { shared } from "../styles.ts";

/** Marks where the passage begins and ends, says what it is, and takes it away. */
@customElement("nd-passage-tools")
export class PassageTools extends LitElement {
  @property({ attribute: false }) passage: Section | null = null;

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
        display: grid;
        flex: none;
        place-content: center;
        inline-size: 24px;
        block-size: 24px;
        padding: 0;
        border: 0;
        border-radius: 4px;
        background: none;
        color: var(--spectrum-gray-800);
        font: inherit;
        cursor: pointer;
      }
      button:hover {
        background: var(--spectrum-gray-300);
      }
      .bracket {
        font-size: 13px;
        font-weight: 700;
      }
      .times {
        color: var(--nd-passage);
        white-space: nowrap;
      }
    `,
  ];

  protected override render() {
    const { passage } = this;
    return html`
      ${this.renderMark("passage-begin", PLAYER.begin, "[")}
      ${
        passage === null
          ? nothing
          : html`<span class="times digits" title=${PLAYER.passage}>${sectionText(passage)}</span>`
      }
      ${this.renderMark("passage-end", PLAYER.end, "]")}
      ${
        passage === null
          ? nothing
          : this.renderButton(
              "passage-clear",
              PLAYER.clear,
              html`<sp-icon-close size="s" aria-hidden="true"></sp-icon-close>`,
            )
      }
    `;
  }

  private renderMark(action: Action, label: string, sign: string) {
    return this.renderButton(action, label, html`<span class="bracket">${sign}</span>`);
  }

  private renderButton(action: Action, label: string, icon: unknown) {
    return html`<button
      type="button"
      data-act=${action}
      aria-label=${label}
      title=${withKey(label, action)}
      @mousedown=${(event: MouseEvent) => event.preventDefault()}
      @click=${() => this.dispatchEvent(new ActEvent(action))}
    >
      ${icon}
    </button>`;
  }
}
