import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { AddedPack } from "../../contract/pack.ts";
import { packTerms } from "../../shared/pack-terms.ts";
import type { EngineState } from "../loading/engine-session.ts";
import { answerText, bytesText, loadingText, readyText, searchingText } from "../words/messages.ts";
import type { Arrival } from "../downloads/downloads.ts";
import { downloadingText } from "../words/downloads.ts";
import type { SearchState } from "../model/search-flow.ts";
import { progressEdge, shared } from "./styles.ts";

/**
 * One line of fixed height that says what is going on, so that nothing jumps when it changes; and
 * beneath it, for good, what the pack's licence forbids.
 */
@customElement("nd-status-line")
export class StatusLine extends LitElement {
  @property({ attribute: false }) engine!: EngineState;
  /** Packs that are searched with, besides the one that ships. */
  @property({ attribute: false }) added: readonly AddedPack[] = [];
  @property({ attribute: false }) search!: SearchState;
  /** Tracks in the editor's folders. */
  @property({ attribute: false }) ownTracks = 0;
  /** Whether what the last search found is in sight. */
  @property({ attribute: false }) showsAnswer = true;
  /** Tracks on their way: what leaves the machine is said while it does. */
  @property({ attribute: false }) arrivals: readonly Arrival[] = [];

  static override styles = [
    shared,
    progressEdge,
    css`
      :host {
        display: block;
        font-size: 11px;
      }
      .now {
        position: relative;
        display: flex;
        gap: 8px;
        align-items: center;
        block-size: 22px;
      }
      .terms {
        padding-block-end: 4px;
        color: var(--nd-warning);
      }
      [role="status"] {
        flex: 1;
      }
    `,
  ];

  protected override render() {
    return html`
      <div class="now">
        <div role="status" class="line quiet">${this.text}</div>
        ${this.renderBytes()} ${this.renderProgress()}
      </div>
      ${this.renderTerms()}
    `;
  }

  private get text(): string {
    const { engine, search } = this;
    const searching = search.name === "searching";
    if (engine.name === "failed") return "";
    if (engine.name === "loading") return loadingText(engine.stage, searching);
    if (searching) return searchingText;
    if (this.arrivals.length > 0) return downloadingText(this.arrivals);
    return search.name === "found" && this.showsAnswer
      ? answerText(search.answer)
      : readyText(engine.info, this.ownTracks);
  }

  // On every screen, not only the first: the licence binds everyone who searches.
  private renderTerms() {
    const { engine } = this;
    const bundled = engine.name === "ready" ? packTerms(engine.info.packLicence) : null;
    const added = this.added.filter(({ tracks }) => tracks > 0).flatMap(termsOf);
    return [...(bundled === null ? [] : [bundled]), ...added].map(
      (terms) => html`<p class="terms" role="note">${terms}</p>`,
    );
  }

  // Outside the status, or a screen reader would read out every megabyte.
  private renderBytes() {
    const { engine } = this;
    if (engine.name !== "loading" || engine.total === 0) return nothing;
    return html`<span class="digits quiet" aria-hidden="true"
      >${bytesText(engine.read, engine.total)}</span
    >`;
  }

  private renderProgress() {
    const { engine, search } = this;
    if (engine.name === "loading") {
      return html`<sp-progress-bar
        size="s"
        aria-label=${loadingText(engine.stage, false)}
        progress=${Math.round(engine.done * 100)}
      ></sp-progress-bar>`;
    }
    if (engine.name === "failed" || search.name !== "searching") return nothing;
    return html`<sp-progress-bar
      size="s"
      indeterminate
      aria-label=${searchingText}
    ></sp-progress-bar>`;
  }
}

function termsOf({ id, licence }: AddedPack): string[] {
  const terms = packTerms(licence);
  return terms === null ? [] : [`${id}: ${terms}`];
}
