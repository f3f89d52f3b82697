import { LitElement, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { SpaceState } from "../../settings/space.ts";
import { SETTINGS, SPACE, usedText } from "../../words/settings.ts";
import { sheetStyles } from "../sheet-styles.ts";
import { shared } from "../styles.ts";
import { SpaceEvent } from "./events.ts";

/** How much is kept on this machine, and what can be made anew or forgotten. */
@customElement("nd-space")
export class SpaceView extends LitElement {
  @property({ attribute: false }) space!: SpaceState;

  /** Whether the question is in sight. */
  @state() private asks = false;

  static override styles = [shared, sheetStyles];

  protected override render() {
    const { used, limit, isEvictable, isRebuilding } = this.space;
    return html`<section class="part">
      <h3>${SPACE.title}</h3>
      <p>${used === null ? SPACE.unknown : usedText(used, limit)}</p>
      ${isEvictable === true ? html`<p class="quiet">${SPACE.evictable}</p>` : nothing}
      <div class="buttons">
        <sp-action-button
          size="s"
          data-wish="rebuildIndex"
          title=${SPACE.rebuildHelp}
          ?disabled=${isRebuilding}
          @click=${() => this.dispatchEvent(new SpaceEvent("rebuildIndex"))}
          >${isRebuilding ? SPACE.rebuilding : SPACE.rebuild}</sp-action-button
        >
        <sp-action-button
          size="s"
          title=${SPACE.clearHelp}
          aria-expanded=${this.asks}
          @click=${() => (this.asks = !this.asks)}
          >${SPACE.clear}</sp-action-button
        >
      </div>
      ${this.asks ? this.renderQuestion() : nothing}
    </section>`;
  }

  private renderQuestion() {
    return html`<p role="alert">${SPACE.clearQuestion}</p>
      <div class="buttons">
        <sp-button size="s" variant="negative" data-wish="clearHistory" @click=${this.clear}
          >${SPACE.clearNow}</sp-button
        >
        <sp-button
          size="s"
          variant="secondary"
          treatment="outline"
          @click=${() => (this.asks = false)}
          >${SETTINGS.cancel}</sp-button
        >
      </div>`;
  }

  private readonly clear = (): void => {
    this.asks = false;
    this.dispatchEvent(new SpaceEvent("clearHistory"));
  };
}
