import { LitElement, css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { TEXT } from "../../words/messages.ts";

/** Plays or pauses. A click leaves the focus where it was: Space after it must not press again. */
@customElement("nd-play-button")
export class PlayButton extends LitElement {
  /** Whether it would pause. */
  @property({ attribute: false }) sounds = false;
  /** -1 where the row that it stands in takes the focus and the keys. */
  @property({ type: Number }) index = 0;

  static override styles = css`
    :host {
      display: block;
    }
    [hidden] {
      display: none;
    }
  `;

  // Both icons stand there for good: Lit's markers around a conditional one would be taken for a
  // label by the action button.
  protected override render() {
    const label = this.sounds ? TEXT.pause : TEXT.play;
    return html`<sp-action-button
      quiet
      size="s"
      tabindex=${this.index}
      label=${label}
      title=${label}
      @mousedown=${(event: MouseEvent) => event.preventDefault()}
    >
      <sp-icon-pause slot="icon" ?hidden=${!this.sounds}></sp-icon-pause>
      <sp-icon-play slot="icon" ?hidden=${this.sounds}></sp-icon-play>
    </sp-action-button>`;
  }
}
